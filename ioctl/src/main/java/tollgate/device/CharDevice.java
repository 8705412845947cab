package tollgate.device;

/** A character device as /dev shows it. Implementations are safe for all threads. */
public interface CharDevice {
  /** The path below /dev. */
  String name();

  /** The number that its node carries. */
  DeviceNumber number();

  /** Permissions of the node that we put into /dev. */
  default int mode() {
    return 0666;
  }

  /**
   * Opens it.
   *
   * @param flags open(2)'s flags
   */
  OpenDevice open(int flags);
}

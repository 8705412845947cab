package tollgate.fs.proc;

/** /proc/devices: the major numbers that have a driver. */
final class DeviceList {
  private static final String TEXT =
      "Character devices:\n"
          + "  1 mem\n"
          + "  4 tty\n"
          + "  5 /dev/tty\n"
          + "  5 /dev/console\n"
          + "  5 /dev/ptmx\n"
          + "128 ptm\n"
          + "136 pts\n"
          + "\n"
          + "Block devices:\n";

  private DeviceList() {}

  static String text() {
    return TEXT;
  }
}

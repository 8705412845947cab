package tollgate.machine;

/**
 * How a guest ended.
 *
 * @param status exit status, 0 to 255; meaningless when a signal ended it
 * @param signal the signal that ended it, 1 to 64, or 0
 * @param core whether the signal's action was to dump core
 */
public record Ending(int status, int signal, boolean core) {
  /** A guest that called exit. */
  public static Ending exited(int status) {
    return new Ending(status & 0xff, 0, false);
  }

  /** A guest that a signal ended. */
  public static Ending killed(int signal, boolean core) {
    return new Ending(0, signal, core);
  }

  /** What a shell shows in {@code $?}: the status, or 128 plus the signal. */
  public int shellStatus() {
    return signal == 0 ? status : 128 + signal;
  }
}

package tollgate.machine;

/**
 * A guest could not be started. The message is one line for the user; the status is what a shell
 * uses for the same case: 125 when the failure is ours, 126 when the program was found but cannot
 * be executed, 127 when it was not found.
 */
public final class LaunchFailure extends Exception {
  /** The machine itself failed: library, memory, options. */
  public static final int OURS = 125;

  /** The program exists but cannot be executed. */
  public static final int NOT_EXECUTABLE = 126;

  /** There is no such program. */
  public static final int NOT_FOUND = 127;

  private static final long serialVersionUID = 1L;

  private final int status;

  /** A failure with the exit status that goes with it. */
  public LaunchFailure(int status, String message) {
    this(status, message, null);
  }

  /** A failure with the exit status that goes with it and what led to it. */
  public LaunchFailure(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** 125, 126 or 127. */
  public int status() {
    return status;
  }
}

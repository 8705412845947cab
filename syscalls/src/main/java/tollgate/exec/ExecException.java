package tollgate.exec;

import tollgate.abi.Errno;

/**
 * A program file that cannot be executed: the error that execve(2) returns, and one line that says
 * which field or rule stands against it. Stackless: hostile files are no surprise.
 */
public final class ExecException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Errno errno;
  private final boolean fatal;

  private ExecException(Errno errno, String reason, boolean fatal) {
    super(reason, null, false, false);
    this.errno = errno;
    this.fatal = fatal;
  }

  /** The file is refused while the calling program still stands: execve(2) returns the error. */
  static ExecException refused(Errno errno, String reason) {
    return new ExecException(errno, reason, false);
  }

  /** The failure comes when Linux has already given the old program up: SIGSEGV. */
  static ExecException fatal(Errno errno, String reason) {
    return new ExecException(errno, reason, true);
  }

  /** What execve(2) returns, or would return. */
  public Errno errno() {
    return errno;
  }

  /** True when Linux kills the process with SIGSEGV instead of returning the error. */
  public boolean fatal() {
    return fatal;
  }
}

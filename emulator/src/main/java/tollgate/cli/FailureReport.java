package tollgate.cli;

import java.io.PrintWriter;
import tollgate.machine.LaunchFailure;

/**
 * One line {@code tollgate: …} on standard error for every failure of our own, and the exit status
 * that goes with it: 125, 126 or 127. With {@code --verbose} the stack trace follows.
 */
final class FailureReport {
  private FailureReport() {}

  /** Reports a failed command and returns its exit status. */
  static int report(Throwable failure, boolean verbose, PrintWriter err) {
    int status = LaunchFailure.OURS;
    if (failure instanceof LaunchFailure launch) {
      status = launch.status();
      line(err, launch.getMessage());
    } else {
      line(err, "internal error: " + failure + (verbose ? "" : " (--verbose tells more)"));
    }
    if (verbose) {
      failure.printStackTrace(err);
      err.flush();
    }
    return status;
  }

  /** Prints the line, whatever line breaks the message has. */
  static void line(PrintWriter err, String message) {
    err.println("tollgate: " + message.strip().replaceAll("\\s*[\\r\\n]+\\s*", "; "));
    err.flush();
  }
}

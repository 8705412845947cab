package tollgate.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import tollgate.machine.LaunchFailure;

/**
 * Turns every failure of our own into one line {@code tollgate: …} on standard error and the exit
 * status 125, 126 or 127. With {@code --verbose} the stack trace follows.
 */
final class FailureLine
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String hint = "(see '" + command.getCommandSpec().qualifiedName() + " --help')";
    print(command.getErr(), e.getMessage() + " " + hint);
    return LaunchFailure.OURS;
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    String message;
    int status = LaunchFailure.OURS;
    if (e instanceof LaunchFailure failure) {
      message = failure.getMessage();
      status = failure.status();
    } else {
      message = "internal error: " + e + " (run with --verbose for the stack trace)";
    }
    print(command.getErr(), message);
    if (command.getCommand() instanceof Verbose options && options.verbose()) {
      e.printStackTrace(command.getErr());
    }
    return status;
  }

  private static void print(PrintWriter err, String message) {
    err.println("tollgate: " + message.strip().replaceAll("\\s*[\\r\\n]+\\s*", "; "));
    err.flush();
  }
}

package tollgate.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tollgate.machine.LaunchFailure;

/** Replaces picocli's usage dumps and stack traces by {@link FailureReport}'s one line. */
final class PicocliFailures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    FailureReport.line(command.getErr(), e.getMessage() + " (see '" + help + "')");
    return LaunchFailure.OURS;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    boolean verbose = command.getCommand() instanceof Verbose options && options.verbose();
    return FailureReport.report(e, verbose, command.getErr());
  }
}

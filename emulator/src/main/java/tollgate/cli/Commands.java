package tollgate.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** The commands behind picocli. */
final class Commands {
  private Commands() {}

  /** Parses the words and runs the command they name. */
  static int execute(PrintWriter out, PrintWriter err, String... words) {
    CommandLine commands = configured(new CommandLine(new TollgateCommand()));
    commands.setOut(out);
    commands.setErr(err);
    return commands.execute(words);
  }

  /** Sets how words are read: guests' own words stay untouched, failures are one line. */
  static CommandLine configured(CommandLine commands) {
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setStopAtPositional(true);
    commands.setExpandAtFiles(false);
    commands.setUsageHelpAutoWidth(true);
    PicocliFailures failures = new PicocliFailures();
    commands.setParameterExceptionHandler(failures);
    commands.setExecutionExceptionHandler(failures);
    return commands;
  }
}

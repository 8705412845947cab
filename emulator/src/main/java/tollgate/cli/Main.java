package tollgate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The entry point of the {@code tollgate} command. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its status. */
  public static void main(String[] arguments) {
    Logging.disable();
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int status = execute(out, err, HostArguments.exact(arguments));
    out.flush();
    err.flush();
    // Task threads may still sit in a host read; halting is safe as nothing of ours is buffered.
    Runtime.getRuntime().halt(status);
  }

  /**
   * Runs one command.
   *
   * @param out receives what was asked for
   * @param err receives one line when the command fails
   * @param arguments one char per byte
   * @return the exit status of the process
   */
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commands = configured(new CommandLine(new TollgateCommand()));
    commands.setOut(out);
    commands.setErr(err);
    return commands.execute(arguments);
  }

  /** Sets how words are read: guests' own words stay untouched, failures are one line. */
  static CommandLine configured(CommandLine commands) {
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setStopAtPositional(true);
    commands.setExpandAtFiles(false);
    commands.setUsageHelpAutoWidth(true);
    FailureLine failures = new FailureLine();
    commands.setParameterExceptionHandler(failures);
    commands.setExecutionExceptionHandler(failures);
    return commands;
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.ISO_8859_1);
  }
}

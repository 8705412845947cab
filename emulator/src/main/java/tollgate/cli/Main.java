package tollgate.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
    // The commonest command needs no option parser, which takes longer to start than a kernel.
    if (arguments.length > 1 && arguments[0].equals("run") && !arguments[1].startsWith("-")) {
      return run(RunCommand.plain(List.of(arguments).subList(1, arguments.length)), err);
    }
    return Commands.execute(out, err, arguments);
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // the trace is printed only when asked for
  private static int run(RunCommand command, PrintWriter err) {
    try {
      return command.call();
    } catch (Exception e) {
      return FailureReport.report(e, false, err);
    }
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.ISO_8859_1);
  }
}

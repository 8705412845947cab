package tollgate.guest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tollgate.kernel.ExitStatus;
import tollgate.machine.Bind;
import tollgate.machine.CapturedStreams;
import tollgate.machine.LaunchFailure;
import tollgate.machine.Machine;
import tollgate.machine.MachineBuilder;

/**
 * Runs guests on a machine inside this JVM, which saves the start of one for each. What only a
 * process can show (death by signal, the launcher) stays with {@link GuestRun#onTollgate}.
 */
final class InProcess {
  private InProcess() {}

  /**
   * Runs a program to its end.
   *
   * @param command program and arguments
   * @param directory working directory, shown to the guest at its own path
   */
  static Outcome run(
      List<String> command,
      Map<String, String> environment,
      Map<String, Path> binds,
      Path directory,
      byte[] stdin,
      int seconds) {
    CapturedStreams streams = new CapturedStreams(stdin);
    MachineBuilder builder =
        new MachineBuilder(bytes(command.get(0)))
            .arguments(command.stream().skip(1).map(InProcess::bytes).toList())
            .environment(
                environment.entrySet().stream()
                    .map(entry -> bytes(entry.getKey() + "=" + entry.getValue()))
                    .toList())
            .streams(streams);
    binds.forEach(
        (guest, host) -> builder.bind(new Bind(bytes(host.toString()), bytes(guest), false)));
    if (directory != null) {
      String path = bytes(directory.toString());
      builder.bind(new Bind(path, path, false)).workingDirectory(path);
    }
    FutureTask<Outcome> run = new FutureTask<>(() -> end(builder, streams));
    Thread thread = new Thread(run, "guest " + command);
    thread.setDaemon(true);
    thread.start();
    try {
      return run.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      StringBuilder where = new StringBuilder();
      Thread.getAllStackTraces()
          .forEach(
              (any, frames) -> {
                if (any.getName().startsWith("task ")) {
                  where.append(any).append('\n');
                  for (StackTraceElement frame : frames) {
                    where.append("  at ").append(frame).append('\n');
                  }
                }
              });
      throw new AssertionError("no end after " + seconds + " s: " + command + "\n" + where, e);
    } catch (ExecutionException e) {
      throw new AssertionError("the machine failed: " + command, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + command, e);
    }
  }

  private static Outcome end(MachineBuilder builder, CapturedStreams streams) {
    try (Machine machine = builder.build()) {
      ExitStatus status = machine.run();
      return new Outcome(
          status.signaled() ? "killed" : "exited",
          status.signaled() ? status.signal() : status.code(),
          0,
          0,
          Outcome.text(streams.output()),
          Outcome.text(streams.error()));
    } catch (LaunchFailure e) {
      return new Outcome("exited", e.status(), 0, 0, "", "tollgate: " + e.getMessage() + "\n");
    }
  }

  /** A host string as the machine takes it: one char per byte. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}

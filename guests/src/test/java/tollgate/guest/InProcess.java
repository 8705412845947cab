package tollgate.guest;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tollgate.kernel.ExitStatus;
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

  /** Runs a machine to its guest's end; one that takes longer fails the test. */
  static Outcome run(MachineBuilder builder, CapturedStreams streams, String name, int seconds) {
    FutureTask<Outcome> run = new FutureTask<>(() -> end(builder, streams));
    Thread thread = new Thread(run, "guest " + name);
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
      throw new AssertionError("no end after " + seconds + " s: " + name + "\n" + where, e);
    } catch (ExecutionException e) {
      throw new AssertionError("the machine failed: " + name, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + name, e);
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
}

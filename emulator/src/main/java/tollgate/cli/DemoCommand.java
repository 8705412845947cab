package tollgate.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tollgate.machine.LaunchFailure;

/** {@code tollgate demo}: small guests through every kernel entry. */
@Command(
    name = "demo",
    description = "Runs small guest programs through every kernel entry and shows the trace.",
    footer = {
      "",
      "Exit status: 0 if every guest behaved as stated, 1 if not, 125 for our failures."
    })
final class DemoCommand implements Callable<Integer> {
  @Mixin private Help help;

  @Override
  public Integer call() throws LaunchFailure {
    throw new LaunchFailure(LaunchFailure.OURS, "there are no demo guests yet");
  }
}

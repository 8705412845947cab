package tollgate.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tollgate.machine.LaunchFailure;

/** {@code tollgate syscalls}: both tables with the support level of every number. */
@Command(
    name = "syscalls",
    sortOptions = false,
    description =
        "Prints the system-call tables with the support level and reason of every number.",
    footer = {"", "Exit status: 0, or 125 for our failures."})
final class SyscallsCommand implements Callable<Integer> {
  @Mixin private Help help;

  @Option(
      names = "--abi",
      paramLabel = "ABI",
      defaultValue = "all",
      description = "x86_64, i386 or all (default: ${DEFAULT-VALUE}).")
  private String abi;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json or csv (default: ${DEFAULT-VALUE}).")
  private String format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws LaunchFailure {
    if (!Set.of("x86_64", "i386", "all").contains(abi)) {
      throw mistake("unknown ABI '" + abi + "': x86_64, i386 or all");
    }
    if (!Set.of("table", "json", "csv").contains(format)) {
      throw mistake("unknown format '" + format + "': table, json or csv");
    }
    throw new LaunchFailure(LaunchFailure.OURS, "no " + format + " of " + abi + " calls yet");
  }

  private ParameterException mistake(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

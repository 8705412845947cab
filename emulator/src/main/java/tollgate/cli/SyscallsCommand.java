package tollgate.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tollgate.abi.Abi;
import tollgate.table.SyscallListing;

/** {@code tollgate syscalls}: both tables with the support level of every number. */
@Command(
    name = "syscalls",
    sortOptions = false,
    description =
        "Prints the system-call tables with the support level and reason of every number.",
    footer = {"", "Exit status: 0, or 125 for our failures."})
final class SyscallsCommand implements Callable<Integer> {
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

  @Mixin private Help help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    listing().write(form(), spec.commandLine().getOut());
    return 0;
  }

  private SyscallListing listing() {
    return switch (abi) {
      case "all" -> SyscallListing.all();
      case "x86_64" -> SyscallListing.of(Abi.X86_64);
      case "i386" -> SyscallListing.of(Abi.I386);
      default -> throw mistake("unknown ABI '" + abi + "': x86_64, i386 or all");
    };
  }

  private SyscallListing.Format form() {
    return switch (format) {
      case "table" -> SyscallListing.Format.TABLE;
      case "json" -> SyscallListing.Format.JSON;
      case "csv" -> SyscallListing.Format.CSV;
      default -> throw mistake("unknown format '" + format + "': table, json or csv");
    };
  }

  private ParameterException mistake(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

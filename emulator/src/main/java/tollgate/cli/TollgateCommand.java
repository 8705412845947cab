package tollgate.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tollgate} itself: nothing but its commands. */
@Command(
    name = "tollgate",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLines.class,
    description = "Runs x86-64 and i386 Linux programs on a kernel written in Java.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RunCommand.class, DemoCommand.class, SyscallsCommand.class},
    footer = {
      "",
      "Exit status: that of the guest, or 125 for failures of tollgate itself.",
      "Environment: TOLLGATE_JAVA, JAVA_HOME (the JDK to use), TOLLGATE_CACHE (cache folder)."
    })
final class TollgateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "no command given: run, demo or syscalls");
  }
}

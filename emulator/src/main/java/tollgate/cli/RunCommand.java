package tollgate.cli;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tollgate.entry.Vendor;
import tollgate.host.HostSignals;
import tollgate.kernel.ExitStatus;
import tollgate.machine.Bind;
import tollgate.machine.Core;
import tollgate.machine.LaunchFailure;
import tollgate.machine.Machine;
import tollgate.machine.MachineBuilder;
import tollgate.machine.MemorySize;
import tollgate.trace.StracePrinter;
import tollgate.trace.TraceFilter;

/** {@code tollgate run}: one guest program from start to end. */
@Command(
    name = "run",
    sortOptions = false,
    showEndOfOptionsDelimiterInUsageHelp = true,
    description = {
      "Runs a Linux program (x86-64 or i386; ELF, a.out or a script).",
      "",
      "By default the guest sees a private root in memory with /dev, /proc, /sys, /tmp and /etc,"
          + " the program itself, and the current directory at its own path."
    },
    footer = {
      "",
      "PROGRAM with a slash is a path, without one it is searched in PATH; with --root both are"
          + " meant as the guest sees them. Everything after PROGRAM belongs to the guest.",
      "",
      "Exit status:",
      "  the guest's own; a guest killed by a signal ends tollgate by the same signal;",
      "  125 tollgate itself failed, 126 PROGRAM cannot be executed, 127 PROGRAM was not found."
    })
final class RunCommand implements Callable<Integer>, Verbose {
  @Option(
      names = "--cpu",
      paramLabel = "CORE",
      description = "Core that runs guest code: ${COMPLETION-CANDIDATES} (default: unicorn).")
  private Core core = Core.UNICORN;

  @Option(
      names = "--vendor",
      paramLabel = "amd|intel",
      description =
          "Whose processor to play; decides where sysenter and 32-bit syscall exist"
              + " (default: intel).")
  private Vendor vendor = Vendor.INTEL;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "Host directory that becomes the guest's /, with our /dev, /proc and /sys over it;"
              + " --root / shows the whole host.")
  private String root;

  @Option(
      names = "--bind",
      paramLabel = "HOST:GUEST[:ro]",
      converter = RunWords.Bind.class,
      description = "Show a host file or directory in the guest; may be repeated.")
  private List<Bind> binds = new ArrayList<>();

  @Option(
      names = "--cwd",
      paramLabel = "DIR",
      description = "The guest's working directory (default: the current one if visible, else /).")
  private String workingDirectory;

  @Option(
      names = "--env",
      paramLabel = "K=V",
      converter = RunWords.Variable.class,
      description = "Set an environment variable; may be repeated.")
  private List<String> variables = new ArrayList<>();

  @Option(
      names = "--clear-env",
      description = "Start from an empty environment instead of the current one.")
  private boolean clearEnvironment;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = RunWords.Memory.class,
      description = "The most memory the guest may use, such as 512M (default: 4G).")
  private MemorySize memory = MemorySize.DEFAULT;

  @Option(
      names = "--strace",
      paramLabel = "FILTER",
      arity = "0..1",
      fallbackValue = "",
      preprocessor = RunWords.AttachedOnly.class,
      description = "Trace system calls like strace; FILTER is a list: open,read,write.")
  private String strace;

  @Option(
      names = "--strace-out",
      paramLabel = "FILE",
      description = "Write the trace to FILE instead of standard error (implies --strace).")
  private String straceOut;

  @Option(names = "--verbose", description = "Log what tollgate does; stack traces on failures.")
  private boolean verbose;

  @Mixin private Help help;

  @Parameters(index = "0", paramLabel = "PROGRAM", description = "The program to run.")
  private String program;

  @Parameters(index = "1..*", paramLabel = "ARG", description = "Its arguments.")
  private List<String> arguments = new ArrayList<>();

  /** What {@code tollgate run PROGRAM ARG…} without any option means. */
  static RunCommand plain(List<String> words) {
    RunCommand command = new RunCommand();
    command.program = words.get(0);
    command.arguments = words.subList(1, words.size());
    return command;
  }

  @Override
  public boolean verbose() {
    return verbose;
  }

  @Override
  public Integer call() throws LaunchFailure {
    if (verbose) {
      Logging.enable();
    }
    MachineBuilder builder = builder(HostArguments.environment());
    if (tracing()) {
      builder.tracer(new StracePrinter(traceOutput(), traceFilter()));
    }
    ExitStatus status;
    try (Machine machine = builder.build()) {
      status = machine.run();
    }
    if (status.signaled()) {
      HostSignals.die(status.signal());
    }
    return status.code();
  }

  /** Whether a trace was asked for. */
  boolean tracing() {
    return strace != null || straceOut != null;
  }

  /** Which calls to trace. */
  TraceFilter traceFilter() throws LaunchFailure {
    try {
      return strace == null || strace.isEmpty() ? TraceFilter.all() : TraceFilter.parse(strace);
    } catch (IllegalArgumentException e) {
      throw new LaunchFailure(LaunchFailure.OURS, "--strace: " + e.getMessage(), e);
    }
  }

  // Unbuffered, so that lines stand where they belong between what the guest prints.
  private FileOutputStream traceOutput() throws LaunchFailure {
    if (straceOut == null) {
      return new FileOutputStream(FileDescriptor.err);
    }
    try {
      return new FileOutputStream(straceOut);
    } catch (FileNotFoundException e) {
      throw new LaunchFailure(LaunchFailure.OURS, "--strace-out: " + e.getMessage(), e);
    }
  }

  /** The machine that the options describe, with the host's environment to start from. */
  MachineBuilder builder(List<String> hostEnvironment) {
    MachineBuilder builder =
        new MachineBuilder(program)
            .arguments(arguments)
            .environment(
                Environment.merge(clearEnvironment ? List.of() : hostEnvironment, variables))
            .core(core)
            .vendor(vendor)
            .memory(memory)
            .root(root)
            .workingDirectory(workingDirectory);
    for (Bind bind : binds) {
      builder.bind(bind);
    }
    return builder;
  }
}

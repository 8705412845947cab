package tollgate.machine;

import java.util.ArrayList;
import java.util.List;
import tollgate.entry.Vendor;
import tollgate.platform.HostTerminal;
import tollgate.trace.Tracer;

/**
 * What a guest is to be run with. Strings that reach the guest (paths, arguments, environment) hold
 * one char per byte. Defaults are those of the command line. Not thread-safe.
 */
public final class MachineBuilder {
  private final String program;
  private List<String> arguments = List.of();
  private List<String> environment = List.of();
  private Core core = Core.UNICORN;
  private Vendor vendor = Vendor.INTEL;
  private MemorySize memory = MemorySize.DEFAULT;
  private String root;
  private final List<Bind> binds = new ArrayList<>();
  private String workingDirectory;
  private Tracer tracer;
  private HostTerminal streams;

  /**
   * Options for one program.
   *
   * @param program as the user named it: with a slash a path, without one a name to be searched
   */
  public MachineBuilder(String program) {
    this.program = program;
  }

  /** The arguments after the program's own name. */
  public MachineBuilder arguments(List<String> values) {
    arguments = List.copyOf(values);
    return this;
  }

  /** The whole environment, each as {@code KEY=value}. */
  public MachineBuilder environment(List<String> values) {
    environment = List.copyOf(values);
    return this;
  }

  /** Which core runs guest code. */
  public MachineBuilder core(Core value) {
    core = value;
    return this;
  }

  /** Whose processor the core plays. */
  public MachineBuilder vendor(Vendor value) {
    vendor = value;
    return this;
  }

  /** The most memory the guest can have. */
  public MachineBuilder memory(MemorySize value) {
    memory = value;
    return this;
  }

  /** A host directory that becomes the guest's {@code /}; null for a private one in memory. */
  public MachineBuilder root(String hostDirectory) {
    root = hostDirectory;
    return this;
  }

  /** Shows one more host file or directory, mounted after those given before. */
  public MachineBuilder bind(Bind bind) {
    binds.add(bind);
    return this;
  }

  /** The guest's working directory; null for the host's, if the guest can see it. */
  public MachineBuilder workingDirectory(String guestDirectory) {
    workingDirectory = guestDirectory;
    return this;
  }

  /** Who is told of the guest's system calls and signals; null for nobody. */
  public MachineBuilder tracer(Tracer listener) {
    tracer = listener;
    return this;
  }

  /** Replaces the process's own standard streams; null for those. */
  public MachineBuilder streams(HostTerminal replacement) {
    streams = replacement;
    return this;
  }

  /** The program as the user named it. */
  public String program() {
    return program;
  }

  /** The arguments after the program's own name. */
  public List<String> arguments() {
    return arguments;
  }

  /** The whole environment. */
  public List<String> environment() {
    return environment;
  }

  /** The core that runs guest code. */
  public Core core() {
    return core;
  }

  /** Whose processor is played. */
  public Vendor vendor() {
    return vendor;
  }

  /** The memory limit. */
  public MemorySize memory() {
    return memory;
  }

  /** The host directory shown as {@code /}, or null. */
  public String root() {
    return root;
  }

  /** More host files, in mounting order. */
  public List<Bind> binds() {
    return List.copyOf(binds);
  }

  /** The guest's working directory, or null for the default. */
  public String workingDirectory() {
    return workingDirectory;
  }

  /** Who is told of system calls, or null. */
  public Tracer tracer() {
    return tracer;
  }

  /** The standard streams, or null for the process's own. */
  public HostTerminal streams() {
    return streams;
  }

  /** The machine. */
  public Machine build() {
    return new Machine(this);
  }
}

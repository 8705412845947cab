package tollgate.machine;

import java.util.ArrayList;
import java.util.List;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.uapi.Fcntl;
import tollgate.calls.Execution;
import tollgate.cpu.unicorn.UnicornCore;
import tollgate.exec.ExecException;
import tollgate.fs.FileTable;
import tollgate.fs.OpenFile;
import tollgate.fs.PathWalk;
import tollgate.gate.TaskRunner;
import tollgate.host.NativeHost;
import tollgate.kernel.Credentials;
import tollgate.kernel.ExitStatus;
import tollgate.kernel.Kernel;
import tollgate.kernel.KernelSettings;
import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;
import tollgate.mm.PhysicalMemory;
import tollgate.mm.RamArena;
import tollgate.platform.Host;
import tollgate.platform.HostTerminal;
import tollgate.sched.TaskThread;
import tollgate.unicorn.UnicornUnavailableException;

/** One guest's machine, from a set of options to the guest's end. For one thread, and one run. */
public final class Machine implements AutoCloseable {
  /** Room for the engine's translator below the Java frames of a system call. */
  private static final long TASK_STACK = 2L << 20;

  private final MachineBuilder options;
  private final Host host;
  private long arenaAddress;
  private UnicornCore core;

  Machine(MachineBuilder options) {
    this.options = options;
    HostTerminal streams = options.streams();
    this.host =
        streams == null ? ThisHost.INSTANCE : new HostWithStreams(ThisHost.INSTANCE, streams);
  }

  /** The one host that this process runs on, shared by all its machines. */
  private static final class ThisHost {
    static final NativeHost INSTANCE = NativeHost.open();
  }

  /**
   * Loads the program, runs it and everything it starts, and returns how it ended.
   *
   * @throws LaunchFailure when the guest never ran
   */
  public ExitStatus run() throws LaunchFailure {
    HostPaths paths = new HostPaths(host.files());
    GuestView view = new GuestView(options, host, paths);
    PhysicalMemory memory = mapMemory();
    Kernel kernel = new Kernel(KernelSettings.of(options.vendor()), host, memory, view.vfs());
    GuestDevices devices = new GuestDevices(host);
    view.mountKernelTrees(kernel, devices);
    view.showGrants(options);
    String path = new ProgramLookup(options, view, paths).find();
    openCore(memory.arena());
    Task task = firstTask(kernel, view, devices);
    start(task, path);
    if (options.streams() == null) {
      OutsideSignals.connect(kernel, task.process());
    }
    kernel.setTaskStarter(this::startThread);
    kernel.start(task);
    try {
      return kernel.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure(LaunchFailure.OURS, "interrupted while the guest ran", e);
    } catch (IllegalStateException e) {
      throw new LaunchFailure(LaunchFailure.OURS, e.getMessage(), e);
    }
  }

  private void startThread(Task task) {
    new TaskThread(task, new TaskRunner(task, options.tracer()), "task " + task.tid(), TASK_STACK)
        .start();
  }

  private PhysicalMemory mapMemory() throws LaunchFailure {
    long size = options.memory().bytes();
    long address = host.mapMemory(size);
    if (address < 0 && address >= -Errno.MAX) {
      throw new LaunchFailure(
          LaunchFailure.OURS,
          "the host does not give "
              + (size >> 20)
              + " MiB of address space ("
              + ErrorText.of(Errno.of((int) -address))
              + "): use a smaller --memory");
    }
    arenaAddress = address;
    return new PhysicalMemory(
        new RamArena(address, size),
        (physical, length) -> {
          host.releaseMemory(address + physical, length);
          return true;
        });
  }

  private void openCore(RamArena arena) throws LaunchFailure {
    try {
      core = UnicornCore.open(arena, options.vendor());
    } catch (UnicornUnavailableException e) {
      throw new LaunchFailure(LaunchFailure.OURS, e.getMessage(), e);
    }
  }

  private Task firstTask(Kernel kernel, GuestView view, GuestDevices devices) {
    ResourceLimits limits = new ResourceLimits();
    FileTable files = devices.standardFiles(limits);
    Credentials who = Credentials.of(host.userId(), host.groupId(), host.groups());
    Task task = kernel.createFirst(core.newCpu(), files, view.fs(), who, limits);
    devices.giveTerminalTo(task.process());
    return task;
  }

  private void start(Task task, String path) throws LaunchFailure {
    List<String> arguments = new ArrayList<>();
    arguments.add(options.program());
    arguments.addAll(options.arguments());
    try {
      PathWalk walk = new PathWalk(task.fs(), task.files(), task.credentials());
      OpenFile file = Execution.open(walk, Fcntl.AT_FDCWD, path, PathWalk.FOLLOW);
      try {
        Execution.start(task, file, path, arguments, options.environment());
      } finally {
        file.release();
      }
    } catch (ExecException e) {
      boolean hidden = options.root() == null && e.errno() == Errno.ENOENT;
      throw new LaunchFailure(
          LaunchFailure.NOT_EXECUTABLE,
          "cannot execute '"
              + path
              + "': "
              + e.getMessage()
              + (hidden ? " (the guest has a private root; --root or --bind shows it more)" : ""),
          e);
    } catch (ErrnoException e) {
      throw new LaunchFailure(
          LaunchFailure.NOT_EXECUTABLE,
          "cannot execute '" + path + "': " + ErrorText.of(e.errno()),
          e);
    }
  }

  /** Gives the engine and the guest's memory back. */
  @Override
  public void close() {
    if (core != null) {
      core.close();
      core = null;
    }
    if (arenaAddress != 0) {
      host.unmapMemory(arenaAddress, options.memory().bytes());
      arenaAddress = 0;
    }
  }
}

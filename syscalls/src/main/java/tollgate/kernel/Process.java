package tollgate.kernel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tollgate.mm.AddressSpace;
import tollgate.mm.MemoryLimits;
import tollgate.signal.SigActions;
import tollgate.signal.SigQueue;

/**
 * A thread group (struct signal_struct and what its tasks share). Safe for all threads unless a
 * method says otherwise.
 */
public final class Process {
  private final Kernel kernel;
  private final int pid;
  private final List<Task> tasks = new CopyOnWriteArrayList<>();
  private final SigQueue pending = new SigQueue();
  private final ResourceLimits limits;
  private final MemoryLimits memoryLimits;
  private final long startNanos;
  private volatile SigActions actions;
  private volatile AddressSpace memory;
  private final ProcessFlags flags = new ProcessFlags();
  private volatile Program program;
  private volatile int parentPid;
  private volatile int group;
  private volatile int session;
  private volatile int personality;
  private volatile ExitStatus exitStatus;

  Process(Kernel kernel, int pid, int parentPid, SigActions actions, ResourceLimits limits) {
    this.kernel = kernel;
    this.pid = pid;
    this.parentPid = parentPid;
    this.group = pid;
    this.session = pid;
    this.actions = actions;
    this.limits = limits;
    this.memoryLimits = new ProcessMemoryLimits(limits);
    this.startNanos = kernel.clock().boottime();
  }

  /** The kernel. */
  public Kernel kernel() {
    return kernel;
  }

  /** The process id. */
  public int pid() {
    return pid;
  }

  /** The parent's process id; 1 for the first process and for orphans. */
  public int parentPid() {
    return parentPid;
  }

  /** The process group. */
  public int group() {
    return group;
  }

  /** Changes the process group. */
  public void setGroup(int group) {
    this.group = group;
  }

  /** The session. */
  public int session() {
    return session;
  }

  /** Changes the session. */
  public void setSession(int session) {
    this.session = session;
  }

  /** The execution domain (personality(2)). */
  public int personality() {
    return personality;
  }

  /** Changes the execution domain. */
  public void setPersonality(int personality) {
    this.personality = personality;
  }

  /** The tasks, the first of them the main one. */
  public List<Task> tasks() {
    return tasks;
  }

  /** The task whose tid is the pid. */
  public Task mainTask() {
    return tasks.get(0);
  }

  /** Signals sent to the process as a whole. */
  public SigQueue pending() {
    return pending;
  }

  /** What is done about each signal. */
  public SigActions actions() {
    return actions;
  }

  /** The resource limits. */
  public ResourceLimits limits() {
    return limits;
  }

  /** The limits that memory management asks for, read when needed. */
  public MemoryLimits memoryLimits() {
    return memoryLimits;
  }

  /** The memory all tasks share. */
  public AddressSpace memory() {
    return memory;
  }

  /** The program that runs: executable, arguments, auxiliary vector. */
  public Program program() {
    return program;
  }

  /** What the process said of itself through prctl(2). */
  public ProcessFlags flags() {
    return flags;
  }

  /** CLOCK_BOOTTIME in nanoseconds when the process began. */
  public long startNanos() {
    return startNanos;
  }

  /** Gives the process a new program and its memory; by its only task. */
  public void install(Program newProgram, AddressSpace newMemory) {
    program = newProgram;
    memory = newMemory;
  }

  /** Ends the process: the first status counts (exit_group(2), a fatal signal). */
  public void exit(ExitStatus status) {
    synchronized (this) {
      if (exitStatus != null) {
        return;
      }
      exitStatus = status;
    }
    tasks.forEach(Task::notice);
  }

  /** True when the process is on its way out. */
  public boolean exiting() {
    return exitStatus != null;
  }

  /** How the process ended; null while it lives. */
  public ExitStatus exitStatus() {
    return exitStatus;
  }
}

package tollgate.kernel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tollgate.mm.AddressSpace;
import tollgate.mm.MemoryLimits;
import tollgate.sched.WaitQueue;
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
  private final WaitQueue changes = new WaitQueue();
  private volatile Process parent;
  private volatile int exitSignal;
  private volatile boolean zombie;
  private volatile int stopSignal;
  private volatile boolean stopReported;
  private volatile boolean continueReported = true;
  private volatile WaitQueue vforkParent;
  private volatile int group;
  private volatile int session;
  private volatile int personality;
  private volatile ExitStatus exitStatus;

  Process(Kernel kernel, int pid, Process parent, SigActions actions, ResourceLimits limits) {
    this.kernel = kernel;
    this.pid = pid;
    this.parent = parent;
    this.group = parent == null ? pid : parent.group;
    this.session = parent == null ? pid : parent.session;
    this.personality = parent == null ? 0 : parent.personality;
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
    Process up = parent;
    return up == null ? Kernel.INIT_PID : up.pid;
  }

  /** The parent; null for the first process and for orphans. */
  public Process parent() {
    return parent;
  }

  void setParent(Process newParent) {
    parent = newParent;
  }

  /** The queue that is woken when a child, or this process itself, changes state. */
  public WaitQueue changes() {
    return changes;
  }

  /** The signal the parent gets at the end; 0 for none. */
  public int exitSignal() {
    return exitSignal;
  }

  /** Sets the signal for the parent. */
  public void setExitSignal(int signal) {
    exitSignal = signal;
  }

  /** True when the process has ended and its parent has not yet asked how. */
  public boolean zombie() {
    return zombie;
  }

  void setZombie() {
    zombie = true;
  }

  /** The signal that stopped the process; 0 while it runs. */
  public int stopSignal() {
    return stopSignal;
  }

  /** Stops the process: its tasks sleep until it is continued. */
  void stop(int signal) {
    stopSignal = signal;
    stopReported = false;
    tasks.forEach(Task::notice);
  }

  /** Lets a stopped process go on; true when it was stopped. */
  boolean resume() {
    if (stopSignal == 0) {
      return false;
    }
    stopSignal = 0;
    continueReported = false;
    changes.wake();
    return true;
  }

  /** Takes the news of a stop for wait4(2): true once for each stop. */
  public boolean takeStopped(boolean keep) {
    boolean fresh = stopSignal != 0 && !stopReported;
    stopReported |= fresh && !keep;
    return fresh;
  }

  /** Takes the news of a continuation for wait4(2): true once for each. */
  public boolean takeContinued(boolean keep) {
    boolean fresh = stopSignal == 0 && !continueReported;
    continueReported |= fresh && !keep;
    return fresh;
  }

  /** Says who waits for this process to leave its parent's memory (vfork(2)). */
  public void setVforkParent(WaitQueue queue) {
    vforkParent = queue;
  }

  /** True until the process has left its parent's memory. */
  public boolean borrowsMemory() {
    return vforkParent != null;
  }

  /** Lets the parent of a vfork(2) go on: called at execve(2) and at the end. */
  public void returnMemory() {
    WaitQueue queue = vforkParent;
    if (queue != null) {
      vforkParent = null;
      queue.wake();
    }
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

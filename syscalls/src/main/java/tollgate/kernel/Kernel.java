package tollgate.kernel;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Signal;
import tollgate.entry.Cpu;
import tollgate.entry.Vendor;
import tollgate.fs.FileTable;
import tollgate.fs.FsContext;
import tollgate.fs.Vfs;
import tollgate.mm.PhysicalMemory;
import tollgate.platform.Host;
import tollgate.signal.SigActions;

/** One Linux system: its memory, files, clocks and processes. Safe for all threads. */
public final class Kernel {
  /** The first process's id: low as after a boot, and never init's 1. */
  private static final int FIRST_PID = 1000;

  /** Ids stay below this (kernel.pid_max). */
  private static final int PID_MAX = 32768;

  /** The parent of the first process and of orphans, which no guest can see. */
  static final int INIT_PID = 1;

  private final KernelSettings settings;
  private final Host host;
  private final PhysicalMemory memory;
  private final Vfs vfs;
  private final Clock clock;
  private final RandomSource random;
  private final Map<Integer, Task> tasks = new ConcurrentHashMap<>();
  private final Map<Integer, Process> processes = new ConcurrentHashMap<>();
  private final AtomicInteger nextPid = new AtomicInteger(FIRST_PID);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final ProcessTree tree = new ProcessTree(this);
  private final FutexTable futexes = new FutexTable();
  private volatile StopListener stopListener = (process, signal) -> {};
  private volatile TaskStarter starter = task -> {};
  private volatile Process first;
  private volatile Throwable failure;

  /** A system without processes. */
  public Kernel(KernelSettings settings, Host host, PhysicalMemory memory, Vfs vfs) {
    this.settings = settings;
    this.host = host;
    this.memory = memory;
    this.vfs = vfs;
    this.clock = new Clock(host);
    this.random = host::random;
  }

  /** What uname(2) says. */
  public SystemIdentity identity() {
    return settings.identity();
  }

  /** Whose processor the machine plays. */
  public Vendor vendor() {
    return settings.vendor();
  }

  /** What was settled when the kernel was built. */
  public KernelSettings settings() {
    return settings;
  }

  /** The host under the kernel. */
  public Host host() {
    return host;
  }

  /** The machine's memory. */
  public PhysicalMemory memory() {
    return memory;
  }

  /** The name space. */
  public Vfs vfs() {
    return vfs;
  }

  /** The clocks. */
  public Clock clock() {
    return clock;
  }

  /** The source of randomness. */
  public RandomSource random() {
    return random;
  }

  /** Every process. */
  public Collection<Process> processes() {
    return processes.values();
  }

  /** The process with an id, or null. */
  public Process process(int pid) {
    return processes.get(pid);
  }

  /** The task with an id, or null. */
  public Task task(int tid) {
    return tasks.get(tid);
  }

  /** How many tasks there are. */
  public int taskCount() {
    return tasks.size();
  }

  /** Says who is told when a process stops. */
  public void setStopListener(StopListener listener) {
    stopListener = listener;
  }

  /** Told when the first process stops, which has no parent among the guests. */
  StopListener stopListener() {
    return stopListener;
  }

  /** Says how a new task gets its thread. */
  public void setTaskStarter(TaskStarter taskStarter) {
    starter = taskStarter;
  }

  /** Gives a new task its thread; EAGAIN when the host has none left. */
  public void start(Task task) {
    try {
      starter.start(task);
    } catch (OutOfMemoryError e) {
      throw Errno.EAGAIN.failure();
    }
  }

  /** Parents, children, and what they tell each other. */
  public ProcessTree tree() {
    return tree;
  }

  /** Who waits on which futex. */
  public FutexTable futexes() {
    return futexes;
  }

  /**
   * Makes the first process, with one task that has no program yet.
   *
   * @param cpu the task's processor
   */
  public Task createFirst(
      Cpu cpu, FileTable files, FsContext fs, Credentials credentials, ResourceLimits limits) {
    int pid = newId();
    first = new Process(this, pid, null, new SigActions(), limits);
    return addTask(first, pid, cpu, files, fs, credentials);
  }

  /** A process id that is not in use. */
  int newId() {
    int id;
    do {
      id = nextPid.getAndUpdate(last -> last + 1 < PID_MAX ? last + 1 : FIRST_PID);
    } while (tasks.containsKey(id) || processes.containsKey(id));
    return id;
  }

  Task addTask(
      Process process, int tid, Cpu cpu, FileTable files, FsContext fs, Credentials credentials) {
    Task task = new Task(process, tid, cpu, files, fs, credentials);
    process.tasks().add(task);
    processes.put(process.pid(), process);
    tasks.put(tid, task);
    return task;
  }

  /**
   * Takes a task that has ended out of the tables; with the last one its process ends. The end of
   * the first process ends the system.
   */
  public void remove(Task task) {
    Process process = task.process();
    boolean last;
    synchronized (process) {
      last = process.tasks().size() == 1;
      if (!last) {
        process.tasks().remove(task);
      }
    }
    if (!last) {
      tasks.remove(task.tid());
      process.changes().wake();
      return;
    }
    process.returnMemory();
    if (process == first) {
      endOthers();
      finished.countDown();
    } else {
      tree.ended(process);
    }
  }

  /** The only task left of a process takes the process's id as its own (de_thread). */
  public void becomeLeader(Task task) {
    int pid = task.process().pid();
    if (task.tid() != pid) {
      tasks.remove(task.tid());
      task.setTid(pid);
      tasks.put(pid, task);
    }
  }

  /** Takes a process out of the tables when its end has been told. */
  void forget(Process process) {
    processes.remove(process.pid());
    process.tasks().forEach(t -> tasks.remove(t.tid()));
  }

  private void endOthers() {
    for (Process process : processes.values()) {
      if (process != first) {
        process.exit(ExitStatus.killed(Signal.SIGKILL, false));
      }
    }
  }

  /** Ends everything because the kernel itself failed: a bug, not something a guest may cause. */
  public void fail(Throwable cause) {
    failure = cause;
    finished.countDown();
  }

  /**
   * Waits for the first process to end.
   *
   * @throws IllegalStateException when the kernel itself failed
   */
  public ExitStatus await() throws InterruptedException {
    finished.await();
    if (failure != null) {
      throw new IllegalStateException("the kernel failed: " + failure, failure);
    }
    return first.exitStatus();
  }
}

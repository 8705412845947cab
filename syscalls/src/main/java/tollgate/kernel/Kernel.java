package tollgate.kernel;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** The parent of the first process and of orphans, which no guest can see. */
  private static final int INIT_PID = 1;

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
  private volatile StopListener stopListener = (process, signal) -> {};
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

  /** Stops a process until it is continued; called by the task that takes the signal. */
  public void stop(Process process, int signal) {
    stopListener.stopped(process, signal);
  }

  /**
   * Makes the first process, with one task that has no program yet.
   *
   * @param cpu the task's processor
   */
  public Task createFirst(
      Cpu cpu, FileTable files, FsContext fs, Credentials credentials, ResourceLimits limits) {
    int pid = nextPid.getAndIncrement();
    Process process = new Process(this, pid, INIT_PID, new SigActions(), limits);
    Task task = new Task(process, pid, cpu, files, fs, credentials);
    process.tasks().add(task);
    processes.put(pid, process);
    tasks.put(pid, task);
    first = process;
    return task;
  }

  /**
   * Takes a task that has ended out of the tables; the first process's last one ends the system.
   */
  public void remove(Task task) {
    Process process = task.process();
    tasks.remove(task.tid());
    boolean last = process.tasks().size() == 1;
    if (last) {
      processes.remove(process.pid());
      if (process == first) {
        finished.countDown();
      }
    } else {
      process.tasks().remove(task);
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

package tollgate.kernel;

import java.util.function.ToLongFunction;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.IovIter;
import tollgate.abi.StructSchema;
import tollgate.abi.StructView;
import tollgate.abi.uapi.SigCode;
import tollgate.entry.Cpu;
import tollgate.fs.FileTable;
import tollgate.fs.FsContext;
import tollgate.mm.AddressSpace;
import tollgate.sched.LeaveGuest;
import tollgate.sched.TaskThread;
import tollgate.sched.Waiter;
import tollgate.signal.SigInfo;
import tollgate.signal.SigSet;

/**
 * A thread of a guest process (struct task_struct): a Java thread, a processor, and what Linux
 * keeps per task. What belongs to the thread group is in {@link Process}. Methods are for the
 * task's own thread unless they say otherwise.
 */
public final class Task implements Waiter {
  private final Process process;
  private volatile int tid;
  private final Cpu cpu;
  private final TaskSignals signals = new TaskSignals();
  private final TaskSegments segments = new TaskSegments();
  private final IovIter iov = new IovIter();
  private final StructView view = new StructView();
  private FileTable files;
  private FsContext fs;
  private volatile Credentials credentials;
  private volatile String comm = "";
  private Abi abi = Abi.X86_64;
  private boolean inGuest;
  private boolean registersDone;
  private ToLongFunction<Task> restart;
  private long clearChildTid;
  private long robustList;
  private volatile Runnable waker;
  private volatile boolean attention;
  private volatile boolean exiting;
  private volatile TaskThread thread;

  Task(Process process, int tid, Cpu cpu, FileTable files, FsContext fs, Credentials credentials) {
    this.process = process;
    this.tid = tid;
    this.cpu = cpu;
    this.files = files;
    this.fs = fs;
    this.credentials = credentials;
  }

  /** The thread group. */
  public Process process() {
    return process;
  }

  /** The kernel this task runs on. */
  public Kernel kernel() {
    return process.kernel();
  }

  /** The thread id. */
  public int tid() {
    return tid;
  }

  void setTid(int id) {
    tid = id;
  }

  /** The task's processor. */
  public Cpu cpu() {
    return cpu;
  }

  /**
   * The ABI of the call being served: the table it came through, so i386 for {@code int $0x80} even
   * from 64-bit code.
   */
  public Abi abi() {
    return abi;
  }

  /** Set by the kernel entry for each call. */
  public void setAbi(Abi abi) {
    this.abi = abi;
  }

  /** The memory of the process. */
  public AddressSpace memory() {
    return process.memory();
  }

  /** The descriptor table. */
  public FileTable files() {
    return files;
  }

  /** Root, working directory and umask. */
  public FsContext fs() {
    return fs;
  }

  /** Who the task is. Safe from any thread. */
  public Credentials credentials() {
    return credentials;
  }

  /** Changes who the task is. */
  public void setCredentials(Credentials credentials) {
    this.credentials = credentials;
  }

  /** The name that ps shows: at most 15 bytes (TASK_COMM_LEN). Safe from any thread. */
  public String comm() {
    return comm;
  }

  /** Sets the name, cut to 15 bytes. */
  public void setComm(String name) {
    comm = name.length() > 15 ? name.substring(0, 15) : name;
  }

  /** Signal mask, pending signals, alternate stack. */
  public TaskSignals signals() {
    return signals;
  }

  /** Thread-local storage segments. */
  public TaskSegments segments() {
    return segments;
  }

  /** A cursor for the call being served; a handler that needs two makes the second itself. */
  public IovIter iov() {
    return iov;
  }

  /** The task's struct view, emptied and bound to a schema in the ABI of the call being served. */
  public StructView view(StructSchema schema) {
    return view.reset(schema, abi);
  }

  /** The address that exit clears and wakes (set_tid_address(2)). */
  public long clearChildTid() {
    return clearChildTid;
  }

  /** Sets the address that exit clears. */
  public void setClearChildTid(long address) {
    clearChildTid = address;
  }

  /** The head of the robust futex list (set_robust_list(2)). */
  public long robustList() {
    return robustList;
  }

  /** Sets the head of the robust futex list. */
  public void setRobustList(long head) {
    robustList = head;
  }

  /** Says whether the task's thread stands inside the processor's hook, where it must not block. */
  public void setInGuest(boolean inGuest) {
    this.inGuest = inGuest;
  }

  /** True while the task's thread stands inside the processor's hook. */
  public boolean inGuest() {
    return inGuest;
  }

  /**
   * Says that the call has set all registers itself, as execve(2) and sigreturn(2) do: its result
   * is not stored and nothing is restarted.
   */
  public void setRegistersDone() {
    registersDone = true;
  }

  /** True once after {@link #setRegistersDone}. */
  public boolean takeRegistersDone() {
    boolean done = registersDone;
    registersDone = false;
    return done;
  }

  /** Says how restart_syscall(2) goes on with the call that was interrupted. */
  public void setRestart(ToLongFunction<Task> continuation) {
    restart = continuation;
  }

  /** Goes on with an interrupted call: EINTR when there is none. */
  public long restart() {
    ToLongFunction<Task> continuation = restart;
    restart = null;
    if (continuation == null) {
      throw Errno.EINTR.failure();
    }
    return continuation.applyAsLong(this);
  }

  /** True when signals or the end of the process wait to be looked at. Safe from any thread. */
  public boolean attention() {
    return attention;
  }

  /** Looks again at whether anything wants attention (recalc_sigpending). */
  public void recalculateAttention() {
    attention = exiting || process.exiting() || process.stopSignal() != 0 || deliverable() != 0;
  }

  /** The pending signals that are not blocked. */
  public long deliverable() {
    return (signals.pending().pending() | process.pending().pending()) & ~signals.blocked();
  }

  /** Takes the next signal to deliver, the task's own before the process's; null if none. */
  public SigInfo takeSignal() {
    long wanted = ~signals.blocked();
    SigInfo own = signals.pending().take(wanted & SigSet.SYNCHRONOUS);
    if (own == null) {
      own = signals.pending().take(wanted);
    }
    return own != null ? own : process.pending().take(wanted);
  }

  /** Makes the task look at its signals soon, wherever it is. Safe from any thread. */
  public void notice() {
    attention = true;
    if (Thread.currentThread() != thread) {
      Runnable wake = waker;
      if (wake != null) {
        wake.run();
      } else {
        cpu.interrupt();
      }
    }
  }

  /** Ends this task; its process too if it is the last. */
  public void exit() {
    exiting = true;
    attention = true;
  }

  /** True when the task will not run guest code again. */
  public boolean exiting() {
    return exiting || process.exiting();
  }

  void setThread(TaskThread thread) {
    this.thread = thread;
  }

  void replaceFiles(FileTable table, FsContext context) {
    files = table;
    fs = context;
  }

  @Override
  public boolean signalPending() {
    return attention;
  }

  @Override
  public void leaveGuest() {
    if (inGuest) {
      throw LeaveGuest.NOW;
    }
  }

  @Override
  public void raise(int signal) {
    SigInfo info = SigInfo.fromUser(signal, SigCode.SI_USER, process.pid(), credentials.uid());
    SignalSender.toTask(this, info);
  }

  @Override
  public void sleeping(Runnable newWaker) {
    waker = newWaker;
  }
}

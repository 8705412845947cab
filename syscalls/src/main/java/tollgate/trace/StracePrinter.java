package tollgate.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tollgate.abi.Abi;
import tollgate.entry.EntryMechanism;
import tollgate.entry.Register;
import tollgate.kernel.Task;
import tollgate.table.SyscallRow;

/**
 * Writes strace's format (strace 6.1): one line a call, arguments by the row's types, what the call
 * wrote shown after it. Nothing of the guest reaches the output unescaped. A line that another task
 * interrupts ends in {@code <unfinished ...>} and is resumed later. An entry that is not the usual
 * one for the code's mode stands in brackets behind the result.
 *
 * <p>Output that fails (a closed pipe) is dropped: a trace never ends the guest. Safe for all
 * threads.
 */
public final class StracePrinter implements Tracer {
  private final OutputStream stream;
  private final TraceFilter filter;
  private final ThreadLocal<TracedCall> current = new ThreadLocal<>();
  private TracedCall openLine;
  private final ThreadLocal<Boolean> longMode = new ThreadLocal<>();
  private int firstTask;
  private boolean severalTasks;

  /**
   * Makes a printer.
   *
   * @param stream where the lines go, in whole lines or halves; never closed here
   * @param filter which calls to show
   */
  public StracePrinter(OutputStream stream, TraceFilter filter) {
    this.stream = stream;
    this.filter = filter;
  }

  @Override
  public void onEnter(
      Task task,
      SyscallRow row,
      int number,
      Abi abi,
      EntryMechanism mechanism,
      boolean longMode,
      long a1,
      long a2,
      long a3,
      long a4,
      long a5,
      long a6) {
    long[] registers = {a1, a2, a3, a4, a5, a6};
    TracedCall call = BlockCalls.unwrap(row, number, abi, task.memory(), registers);
    announceMode(task, longMode);
    if (!filter.shows(call.row)) {
      return;
    }
    call.suffix = EntryMark.of(task, mechanism, longMode);
    if (row != null && row.name().endsWith("sigreturn")) {
      long pointer = task.cpu().get(Register.RSP);
      call.extra = SigreturnMask.text(row.name(), abi, task.memory(), pointer);
    }
    current.set(call);
    begin(task, call);
  }

  private void begin(Task task, TracedCall call) {
    boolean complete = CallFormat.begin(call);
    if (complete) {
      current.remove();
    }
    synchronized (this) {
      interruptLine();
      write(leader(task) + call.out.from(0));
      openLine = complete ? null : call;
    }
  }

  @Override
  public void onExit(Task task, long result) {
    TracedCall call = current.get();
    if (call == null) {
      return;
    }
    current.remove();
    call.ended = true;
    call.result = result;
    synchronized (this) {
      int start = call.out.length();
      String leader = "";
      if (openLine != call) {
        interruptLine();
        call.out.truncate(0);
        call.out.raw("<... ").raw(CallFormat.name(call)).raw(" resumed>");
        start = 0;
        leader = leader(task);
      }
      CallFormat.end(call);
      write(leader + call.out.from(start));
      openLine = null;
    }
  }

  @Override
  public void onSignal(Task task, TracedSignal signal) {
    TraceLine out = new TraceLine();
    out.raw("--- ").raw(SignalNames.name(signal.signo())).raw(' ');
    SignalPrinter.story(out, task.abi(), signal);
    line(task, out.raw(" ---"));
  }

  @Override
  public void onStopped(Task task, int signo) {
    line(task, new TraceLine().raw("--- stopped by ").raw(SignalNames.name(signo)).raw(" ---"));
  }

  @Override
  public void onExited(Task task, int status) {
    line(task, new TraceLine().raw("+++ exited with ").dec(status & 0xff).raw(" +++"));
  }

  @Override
  public void onKilled(Task task, int signo, boolean coreDumped) {
    TraceLine out = new TraceLine().raw("+++ killed by ").raw(SignalNames.name(signo));
    line(task, out.raw(coreDumped ? " (core dumped) +++" : " +++"));
  }

  private void announceMode(Task task, boolean now) {
    Boolean before = longMode.get();
    if (before != null && before != now) {
      TraceLine out = new TraceLine().raw("[ Process PID=").dec(task.process().pid());
      line(task, out.raw(" runs in ").raw(now ? "64" : "32").raw(" bit mode. ]"));
    }
    longMode.set(now);
  }

  private synchronized void line(Task task, TraceLine text) {
    interruptLine();
    write(leader(task) + text.raw('\n').from(0));
  }

  /** Says whose line it is, once there is more than one task. */
  private String leader(Task task) {
    if (firstTask == 0) {
      firstTask = task.tid();
    }
    severalTasks |= task.tid() != firstTask;
    return severalTasks ? String.format(Locale.ROOT, "[pid %5d] ", task.tid()) : "";
  }

  private void interruptLine() {
    if (openLine != null) {
      write(" <unfinished ...>\n");
      openLine = null;
    }
  }

  private void write(String text) {
    try {
      stream.write(text.getBytes(StandardCharsets.US_ASCII));
      stream.flush();
    } catch (IOException closed) {
      // The reader went away; the guest goes on.
      openLine = null;
    }
  }
}

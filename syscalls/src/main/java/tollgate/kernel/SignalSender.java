package tollgate.kernel;

import tollgate.abi.uapi.Signal;
import tollgate.signal.SigAction;
import tollgate.signal.SigInfo;
import tollgate.signal.SigSet;

/** How signals get from a sender to a task (kernel/signal.c, send_signal_locked). Thread-safe. */
public final class SignalSender {
  private SignalSender() {}

  /**
   * Sends a signal to one task (tgkill).
   *
   * @return false when the queue of real-time signals is full
   */
  public static boolean toTask(Task task, SigInfo info) {
    if (thrownAway(task.process(), info.signal(), task.signals().blocked())) {
      return true;
    }
    boolean queued = task.signals().pending().add(info);
    if (SigSet.has(~task.signals().blocked(), info.signal())) {
      task.notice();
    }
    return queued;
  }

  /** Sends a signal to a process (kill): any of its tasks that does not block it takes it. */
  public static boolean toProcess(Process process, SigInfo info) {
    if (process.zombie()) {
      return true;
    }
    Task main = process.mainTask();
    if (thrownAway(process, info.signal(), main.signals().blocked())) {
      return true;
    }
    boolean queued = process.pending().add(info);
    if (info.signal() == Signal.SIGKILL) {
      process.resume();
    }
    for (Task task : process.tasks()) {
      if (SigSet.has(~task.signals().blocked(), info.signal())) {
        task.notice();
        break;
      }
    }
    return queued;
  }

  /**
   * Sends a signal that the task's own instruction caused and that it cannot escape: a blocked or
   * ignored one gets its default action (force_sig_info_to_task).
   */
  public static void force(Task task, SigInfo info) {
    int signal = info.signal();
    SigAction action = task.process().actions().get(signal);
    boolean blocked = SigSet.has(task.signals().blocked(), signal);
    if (blocked || action.handler() == SigAction.IGNORE) {
      task.process().actions().set(signal, SigAction.INITIAL);
      task.signals().setBlocked(task.signals().blocked() & ~SigSet.of(signal));
    }
    task.signals().pending().add(info);
    task.notice();
  }

  private static boolean thrownAway(Process process, int signal, long blocked) {
    if (signal == Signal.SIGCONT) {
      process.pending().discard(SigSet.STOP);
      process.tasks().forEach(t -> t.signals().pending().discard(SigSet.STOP));
      process.kernel().tree().resume(process);
    } else if (SigSet.has(SigSet.STOP, signal)) {
      process.pending().discard(SigSet.of(Signal.SIGCONT));
      process.tasks().forEach(t -> t.signals().pending().discard(SigSet.of(Signal.SIGCONT)));
    }
    return process.actions().ignores(signal) && !SigSet.has(blocked, signal);
  }
}

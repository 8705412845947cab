package tollgate.calls;

import tollgate.abi.StructView;
import tollgate.abi.uapi.OldSigaction;
import tollgate.abi.uapi.Signal;
import tollgate.kernel.Task;
import tollgate.signal.SigAction;
import tollgate.signal.SignalFrame32;

/** i386's signal calls from before real-time signals, with 32-bit masks (kernel/signal.c). */
public final class OldSignalCalls {
  private static final long LOW = 0xffff_ffffL;

  private OldSignalCalls() {}

  /** Implements signal(2) as the i386 table has it: one shot, not blocked while it runs. */
  public static long signal(Task task, long signal, long handler) {
    SigAction action = new SigAction(handler, Signal.SA_RESETHAND | Signal.SA_NODEFER, 0, 0);
    return SignalCalls.exchange(task, (int) signal, action).handler();
  }

  /** Implements sigaction(2) with old_sigaction. */
  public static long sigaction(Task task, long signal, long act, long oldAct) {
    SigAction action = null;
    if (act != 0) {
      StructView view = task.view(OldSigaction.SCHEMA).copyIn(task.memory(), act);
      action =
          new SigAction(
              view.get(OldSigaction.SA_HANDLER),
              view.get(OldSigaction.SA_FLAGS),
              view.get(OldSigaction.SA_RESTORER),
              view.get(OldSigaction.SA_MASK));
    }
    SigAction old = SignalCalls.exchange(task, (int) signal, action);
    if (oldAct != 0) {
      StructView view = task.view(OldSigaction.SCHEMA);
      view.set(OldSigaction.SA_HANDLER, old.handler());
      view.set(OldSigaction.SA_FLAGS, old.flags() & ~SignalCalls.SA_IA32_ABI);
      view.set(OldSigaction.SA_RESTORER, old.restorer());
      view.set(OldSigaction.SA_MASK, old.mask() & LOW);
      view.copyOut(task.memory(), oldAct);
    }
    return 0;
  }

  /** Implements sgetmask(2). */
  public static long sgetmask(Task task) {
    return task.signals().blocked() & LOW;
  }

  /** Implements ssetmask(2). */
  public static long ssetmask(Task task, long mask) {
    long old = task.signals().blocked();
    task.signals().setBlocked(mask & LOW);
    task.recalculateAttention();
    return old & LOW;
  }

  /** Implements sigsuspend(2): the mask is the third argument. */
  public static long sigsuspend(Task task, long unused1, long unused2, long mask) {
    return SignalCalls.suspend(task, mask & LOW);
  }

  /** Implements sigpending(2). */
  public static long sigpending(Task task, long set) {
    task.memory().writeInt(set, (int) SignalCalls.pendingAndBlocked(task));
    return 0;
  }

  /** Implements sigprocmask(2): only the first 32 signals are touched. */
  public static long sigprocmask(Task task, long how, long set, long oldSet) {
    long old = task.signals().blocked();
    if (set != 0) {
      long given = task.memory().readInt(set) & LOW;
      long low = SignalCalls.combine((int) how, old & LOW, given);
      task.signals().setBlocked((old & ~LOW) | (low & LOW));
      task.recalculateAttention();
    }
    if (oldSet != 0) {
      task.memory().writeInt(oldSet, (int) old);
    }
    return 0;
  }

  /** Implements sigreturn(2). */
  public static long sigreturn(Task task) {
    return SignalCalls.restore(task, () -> SignalFrame32.pop(task.cpu(), task.memory()));
  }
}

package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.KernelSigaction;
import tollgate.abi.uapi.SigCode;
import tollgate.abi.uapi.SigStack;
import tollgate.abi.uapi.Siginfo;
import tollgate.abi.uapi.Signal;
import tollgate.entry.Register;
import tollgate.kernel.Process;
import tollgate.kernel.SignalSender;
import tollgate.kernel.Task;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;
import tollgate.signal.AltStack;
import tollgate.signal.FrameState;
import tollgate.signal.SigAction;
import tollgate.signal.SigActions;
import tollgate.signal.SigInfo;
import tollgate.signal.SigSet;
import tollgate.signal.SignalFrame32;
import tollgate.signal.SignalFrame64;

/** Signals of both tables: rt_sigaction(2), rt_sigprocmask(2), kill(2), sigaltstack(2) … */
public final class SignalCalls {

  /** The kernel's own mark on an action made through the i386 table. */
  public static final long SA_IA32_ABI = 0x0200_0000L;

  /** Flag bits that the kernel keeps (UAPI_SA_FLAGS and the restorer). */
  private static final long KNOWN_FLAGS = 0xdc00_0007L | 0x0000_0800L;

  private static final int CAP_KILL = 5;
  private static final long MINSIGSTKSZ = 2048;

  private SignalCalls() {}

  /** Implements rt_sigaction(2). */
  public static long rtSigaction(Task task, long signal, long act, long oldAct, long size) {
    if (size != SigSet.SIZE) {
      throw Errno.EINVAL.failure();
    }
    SigAction action = null;
    if (act != 0) {
      StructView view = task.view(KernelSigaction.SCHEMA).copyIn(task.memory(), act);
      action =
          new SigAction(
              view.get(KernelSigaction.SA_HANDLER),
              view.get(KernelSigaction.SA_FLAGS),
              view.get(KernelSigaction.SA_RESTORER),
              view.get(KernelSigaction.SA_MASK));
    }
    SigAction old = exchange(task, (int) signal, action);
    if (oldAct != 0) {
      StructView view = task.view(KernelSigaction.SCHEMA);
      view.set(KernelSigaction.SA_HANDLER, old.handler());
      view.set(KernelSigaction.SA_FLAGS, old.flags() & ~SA_IA32_ABI);
      view.set(KernelSigaction.SA_RESTORER, old.restorer());
      view.set(KernelSigaction.SA_MASK, old.mask());
      view.copyOut(task.memory(), oldAct);
    }
    return 0;
  }

  /** do_sigaction: returns the action before, and sets the new one unless it is null. */
  static SigAction exchange(Task task, int signal, SigAction action) {
    if (signal < 1
        || signal > SigActions.SIGNALS
        || (action != null && SigSet.has(SigSet.UNBLOCKABLE, signal))) {
      throw Errno.EINVAL.failure();
    }
    SigActions actions = task.process().actions();
    if (action == null) {
      return actions.get(signal);
    }
    long flags = action.flags() & KNOWN_FLAGS;
    if (task.abi() == Abi.I386) {
      flags |= SA_IA32_ABI;
    }
    SigAction kept =
        new SigAction(
            action.handler(), flags, action.restorer(), action.mask() & ~SigSet.UNBLOCKABLE);
    SigAction old = actions.set(signal, kept);
    if (actions.ignores(signal)) {
      long set = SigSet.of(signal);
      task.process().pending().discard(set);
      task.process().tasks().forEach(t -> t.signals().pending().discard(set));
    }
    return old;
  }

  /** Implements rt_sigprocmask(2). */
  public static long rtSigprocmask(Task task, long how, long set, long oldSet, long size) {
    if (size != SigSet.SIZE) {
      throw Errno.EINVAL.failure();
    }
    long old = task.signals().blocked();
    if (set != 0) {
      task.signals().setBlocked(combine((int) how, old, task.memory().readLong(set)));
      task.recalculateAttention();
    }
    if (oldSet != 0) {
      task.memory().writeLong(oldSet, old);
    }
    return 0;
  }

  /** What a mask becomes by Signal.SIG_BLOCK, Signal.SIG_UNBLOCK or Signal.SIG_SETMASK. */
  static long combine(int how, long old, long given) {
    return switch (how) {
      case Signal.SIG_BLOCK -> old | given;
      case Signal.SIG_UNBLOCK -> old & ~given;
      case Signal.SIG_SETMASK -> given;
      default -> throw Errno.EINVAL.failure();
    };
  }

  /** Implements rt_sigpending(2). */
  public static long rtSigpending(Task task, long set, long size) {
    if (Long.compareUnsigned(size, SigSet.SIZE) > 0) {
      throw Errno.EINVAL.failure();
    }
    byte[] bytes = new byte[SigSet.SIZE];
    long pending = pendingAndBlocked(task);
    for (int i = 0; i < SigSet.SIZE; i++) {
      bytes[i] = (byte) (pending >>> 8 * i);
    }
    task.memory().write(set, bytes, 0, (int) size);
    return 0;
  }

  static long pendingAndBlocked(Task task) {
    return (task.signals().pending().pending() | task.process().pending().pending())
        & task.signals().blocked();
  }

  /** Implements rt_sigsuspend(2). */
  public static long rtSigsuspend(Task task, long set, long size) {
    if (size != SigSet.SIZE) {
      throw Errno.EINVAL.failure();
    }
    return suspend(task, task.memory().readLong(set));
  }

  /** Waits with another mask until a signal is delivered. */
  static long suspend(Task task, long mask) {
    task.leaveGuest();
    task.signals().blockForCall(mask);
    task.recalculateAttention();
    return pause(task);
  }

  /** Implements pause(2). */
  public static long pause(Task task) {
    new WaitQueue().await(() -> false, WaitQueue.FOREVER);
    throw Restart.ERESTARTNOHAND.failure();
  }

  /** Implements rt_sigtimedwait(2). */
  public static long rtSigtimedwait(Task task, long set, long info, long timeout, long size) {
    return timedWait(
        task,
        set,
        info,
        timeout == 0 ? WaitQueue.FOREVER : TimeCalls.readTimespec(task, timeout),
        size);
  }

  /** Implements rt_sigtimedwait_time64. */
  public static long rtSigtimedwait64(Task task, long set, long info, long timeout, long size) {
    return timedWait(
        task,
        set,
        info,
        timeout == 0 ? WaitQueue.FOREVER : TimeCalls.readTimespec64(task, timeout),
        size);
  }

  private static long timedWait(Task task, long set, long info, long nanos, long size) {
    if (size != SigSet.SIZE) {
      throw Errno.EINVAL.failure();
    }
    long wanted = task.memory().readLong(set) & ~SigSet.UNBLOCKABLE;
    SigInfo taken = take(task, wanted);
    if (taken == null && nanos > 0) {
      task.leaveGuest();
      long blocked = task.signals().blocked();
      task.signals().setBlocked(blocked & ~wanted);
      task.recalculateAttention();
      new WaitQueue().await(() -> false, nanos);
      task.signals().setBlocked(blocked);
      taken = take(task, wanted);
      task.recalculateAttention();
      if (taken == null && task.attention()) {
        throw Errno.EINTR.failure();
      }
    }
    if (taken == null) {
      throw Errno.EAGAIN.failure();
    }
    if (info != 0) {
      StructView view = task.view(Siginfo.SCHEMA);
      taken.fill(view);
      view.copyOut(task.memory(), info);
    }
    return taken.signal();
  }

  private static SigInfo take(Task task, long wanted) {
    SigInfo own = task.signals().pending().take(wanted);
    return own != null ? own : task.process().pending().take(wanted);
  }

  /** Implements kill(2). */
  public static long kill(Task task, long pid, long signal) {
    return send(
        task,
        (int) pid,
        (int) signal,
        SigInfo.fromUser(
            (int) signal, SigCode.SI_USER, task.process().pid(), task.credentials().uid()));
  }

  /** Implements tkill(2). */
  public static long tkill(Task task, long tid, long signal) {
    if ((int) tid <= 0) {
      throw Errno.EINVAL.failure();
    }
    return sendToTask(task, 0, (int) tid, (int) signal, tkillInfo(task, (int) signal));
  }

  /** Implements tgkill(2). */
  public static long tgkill(Task task, long group, long tid, long signal) {
    if ((int) tid <= 0 || (int) group <= 0) {
      throw Errno.EINVAL.failure();
    }
    return sendToTask(task, (int) group, (int) tid, (int) signal, tkillInfo(task, (int) signal));
  }

  private static SigInfo tkillInfo(Task task, int signal) {
    return SigInfo.fromUser(
        signal, SigCode.SI_TKILL, task.process().pid(), task.credentials().uid());
  }

  /** Implements rt_sigqueueinfo(2). */
  public static long rtSigqueueinfo(Task task, long pid, long signal, long info) {
    return send(task, (int) pid, (int) signal, readInfo(task, (int) pid, (int) signal, info));
  }

  /** Implements rt_tgsigqueueinfo(2). */
  public static long rtTgsigqueueinfo(Task task, long group, long tid, long signal, long info) {
    if ((int) tid <= 0 || (int) group <= 0) {
      throw Errno.EINVAL.failure();
    }
    SigInfo read = readInfo(task, (int) tid, (int) signal, info);
    return sendToTask(task, (int) group, (int) tid, (int) signal, read);
  }

  /** What a user says a signal carries; only a sender of signals to itself may pretend more. */
  private static SigInfo readInfo(Task task, int target, int signal, long address) {
    StructView view = task.view(Siginfo.SCHEMA).copyIn(task.memory(), address);
    int code = (int) view.get(Siginfo.SI_CODE);
    if ((code >= 0 || code == SigCode.SI_TKILL)
        && target != task.process().pid()
        && target != task.tid()) {
      throw Errno.EPERM.failure();
    }
    return SigInfo.queued(
        signal,
        code,
        (int) view.get(Siginfo.SI_PID),
        (int) view.get(Siginfo.SI_UID),
        view.get(Siginfo.SI_VALUE));
  }

  private static long send(Task task, int pid, int signal, SigInfo info) {
    requireSignal(signal);
    int found = 0;
    int permitted = 0;
    for (Process process : task.kernel().processes()) {
      boolean meant =
          pid > 0
              ? process.pid() == pid
              : pid == -1
                  ? process != task.process()
                  : process.group() == (pid == 0 ? task.process().group() : -pid);
      if (meant) {
        found++;
        if (mayKill(task, process)) {
          permitted++;
          if (signal != 0 && !SignalSender.toProcess(process, info)) {
            throw Errno.EAGAIN.failure();
          }
        }
      }
    }
    if (found == 0) {
      throw Errno.ESRCH.failure();
    }
    if (permitted == 0) {
      throw Errno.EPERM.failure();
    }
    return 0;
  }

  private static long sendToTask(Task task, int group, int tid, int signal, SigInfo info) {
    requireSignal(signal);
    Task target = task.kernel().task(tid);
    if (target == null || (group != 0 && target.process().pid() != group)) {
      throw Errno.ESRCH.failure();
    }
    if (!mayKill(task, target.process())) {
      throw Errno.EPERM.failure();
    }
    if (signal != 0 && !SignalSender.toTask(target, info)) {
      throw Errno.EAGAIN.failure();
    }
    return 0;
  }

  private static void requireSignal(int signal) {
    if (signal < 0 || signal > SigActions.SIGNALS) {
      throw Errno.EINVAL.failure();
    }
  }

  private static boolean mayKill(Task task, Process target) {
    var mine = task.credentials();
    var theirs = target.mainTask().credentials();
    return target == task.process()
        || mine.capable(CAP_KILL)
        || mine.euid() == theirs.suid()
        || mine.euid() == theirs.uid()
        || mine.uid() == theirs.suid()
        || mine.uid() == theirs.uid();
  }

  /** Implements sigaltstack(2). */
  public static long sigaltstack(Task task, long stack, long oldStack) {
    long pointer = task.cpu().get(Register.RSP);
    AltStack old = task.signals().altStack();
    if (stack != 0) {
      StructView view = task.view(SigStack.SCHEMA).copyIn(task.memory(), stack);
      long base = view.get(SigStack.SS_SP);
      int flags = (int) view.get(SigStack.SS_FLAGS);
      long size = view.get(SigStack.SS_SIZE);
      task.signals().setAltStack(checked(old, pointer, base, size, flags));
    }
    if (oldStack != 0) {
      StructView view = task.view(SigStack.SCHEMA);
      view.set(SigStack.SS_SP, old.base());
      view.set(SigStack.SS_FLAGS, old.state(pointer) | (old.flags() & AltStack.AUTODISARM));
      view.set(SigStack.SS_SIZE, old.size());
      view.copyOut(task.memory(), oldStack);
    }
    return 0;
  }

  private static AltStack checked(AltStack old, long pointer, long base, long size, int flags) {
    if (old.holds(pointer)) {
      throw Errno.EPERM.failure();
    }
    int mode = flags & ~AltStack.AUTODISARM;
    if (mode != AltStack.DISABLE && mode != AltStack.ONSTACK && mode != 0) {
      throw Errno.EINVAL.failure();
    }
    if (mode == AltStack.DISABLE) {
      return new AltStack(0, 0, flags);
    }
    if (Long.compareUnsigned(size, MINSIGSTKSZ) < 0) {
      throw Errno.ENOMEM.failure();
    }
    return new AltStack(base, size, flags);
  }

  /** Implements rt_sigreturn(2) for both ABIs. */
  public static long rtSigreturn(Task task) {
    return restore(
        task,
        () ->
            task.abi() == Abi.I386
                ? SignalFrame32.popRt(task.cpu(), task.memory())
                : SignalFrame64.pop(task.cpu(), task.memory()));
  }

  /** Restores what a frame holds; a frame that cannot be read is SIGSEGV. */
  static long restore(Task task, java.util.function.Supplier<FrameState> pop) {
    task.setRegistersDone();
    try {
      FrameState state = pop.get();
      task.signals().setBlocked(state.mask());
      if (state.stack() != null) {
        restoreStack(task, state.stack());
      }
    } catch (tollgate.abi.ErrnoException e) {
      SignalSender.force(task, SigInfo.fromKernel(Signal.SIGSEGV));
    }
    task.recalculateAttention();
    return task.cpu().get(Register.RAX);
  }

  /** restore_altstack: what the frame says, unless sigaltstack(2) would refuse it. */
  private static void restoreStack(Task task, AltStack stack) {
    long pointer = task.cpu().get(Register.RSP);
    try {
      task.signals()
          .setAltStack(
              checked(
                  task.signals().altStack(), pointer, stack.base(), stack.size(), stack.flags()));
    } catch (tollgate.abi.ErrnoException refused) {
      return;
    }
  }

  /** Implements restart_syscall(2). */
  public static long restartSyscall(Task task) {
    return task.restart();
  }
}

package tollgate.gate;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.uapi.Signal;
import tollgate.calls.SignalCalls;
import tollgate.entry.Cpu;
import tollgate.entry.Register;
import tollgate.kernel.ExitStatus;
import tollgate.kernel.Process;
import tollgate.kernel.Program;
import tollgate.kernel.SignalSender;
import tollgate.kernel.Task;
import tollgate.kernel.TaskSignals;
import tollgate.sched.Restart;
import tollgate.signal.FrameContext;
import tollgate.signal.SigAction;
import tollgate.signal.SigInfo;
import tollgate.signal.SigSet;
import tollgate.signal.SignalFrame32;
import tollgate.signal.SignalFrame64;
import tollgate.trace.TracedSignal;
import tollgate.trace.Tracer;

/**
 * What happens between the end of a call or exception and the next user instruction: signals are
 * delivered, interrupted calls restarted or failed (kernel/entry/common.c,
 * arch/x86/kernel/signal.c).
 */
final class ReturnPath {
  /**
   * Bytes of {@code syscall}, {@code sysenter} and {@code int $0x80}: how far a restart goes back.
   */
  private static final int ENTRY_LENGTH = 2;

  private static final int RESTART_SYSCALL_64 = 219;
  private static final int RESTART_SYSCALL_32 = 0;

  private final Task task;
  private final Cpu cpu;
  private final Tracer tracer;
  private final SignalFrame64 frame64 = new SignalFrame64();
  private final SignalFrame32 frame32 = new SignalFrame32();

  /** The interrupted call, while its fate is open; else null. */
  private CallFrame interrupted;

  private long restartCode;

  ReturnPath(Task task, Tracer tracer) {
    this.task = task;
    this.cpu = task.cpu();
    this.tracer = tracer;
  }

  /** After a call whose result stands in rax; true when guest code goes on. */
  boolean afterCall(CallFrame call, long result) {
    if (result <= -Restart.ERESTARTSYS.number()
        && result >= -Restart.ERESTART_RESTARTBLOCK.number()) {
      interrupted = call;
      restartCode = -result;
      return deliver();
    }
    return toUser();
  }

  /** After anything else; true when guest code goes on. */
  boolean toUser() {
    return !task.attention() || deliver();
  }

  /** Delivers what is pending; true when guest code goes on. */
  boolean deliver() {
    while (!task.exiting()) {
      if (task.process().stopSignal() != 0) {
        if (task.inGuest()) {
          return false;
        }
        task.kernel().tree().sleepWhileStopped(task);
      }
      SigInfo info = task.takeSignal();
      if (info == null) {
        break;
      }
      act(info);
    }
    if (task.exiting()) {
      return false;
    }
    if (interrupted != null) {
      restartUnhandled();
    }
    task.signals().restoreSavedMask();
    task.recalculateAttention();
    return true;
  }

  private void act(SigInfo info) {
    int signal = info.signal();
    Process process = task.process();
    SigAction action = process.actions().get(signal);
    if (tracer != null && action.handler() != SigAction.IGNORE) {
      tracer.onSignal(
          task,
          new TracedSignal(
              signal,
              info.code(),
              0,
              info.address(),
              info.pid(),
              info.uid(),
              info.status(),
              info.value()));
    }
    if (action.caught()) {
      handle(info, action);
    } else if (action.handler() == SigAction.DEFAULT && !SigSet.has(SigSet.IGNORED, signal)) {
      if (SigSet.has(SigSet.STOP, signal)) {
        stop(signal);
      } else {
        process.exit(ExitStatus.killed(signal, false));
      }
    }
  }

  private void stop(int signal) {
    if (tracer != null) {
      tracer.onStopped(task, signal);
    }
    task.kernel().tree().stop(task.process(), signal);
  }

  private void handle(SigInfo info, SigAction action) {
    int signal = info.signal();
    Process process = task.process();
    TaskSignals signals = task.signals();
    if (interrupted != null) {
      restartHandled(action);
    }
    if (action.has(Signal.SA_RESETHAND)) {
      process.actions().set(signal, SigAction.INITIAL);
    }
    FrameContext context =
        new FrameContext(
            info,
            action,
            signals.maskToRestore(),
            signals.altStack(),
            signals.trapNumber(),
            signals.errorCode(),
            signals.faultAddress());
    try {
      if (action.has(SignalCalls.SA_IA32_ABI)) {
        Program program = process.program();
        frame32.push(cpu, task.memory(), context, program.sigreturn(), program.rtSigreturn());
      } else {
        frame64.push(cpu, task.memory(), context);
      }
    } catch (ErrnoException e) {
      badFrame(signal);
      return;
    }
    signals.forgetSavedMask();
    if (signals.altStack().flags() < 0) {
      signals.setAltStack(tollgate.signal.AltStack.NONE);
    }
    long blocked = signals.blocked() | action.mask();
    signals.setBlocked(action.has(Signal.SA_NODEFER) ? blocked : blocked | SigSet.of(signal));
  }

  /** A frame that does not fit on the stack: SIGSEGV, and no second try at handling that one. */
  private void badFrame(int signal) {
    if (signal == Signal.SIGSEGV) {
      task.process().actions().set(signal, SigAction.INITIAL);
    }
    SignalSender.force(task, SigInfo.fromKernel(Signal.SIGSEGV));
  }

  private void restartHandled(SigAction action) {
    boolean again =
        restartCode == Restart.ERESTARTNOINTR.number()
            || (restartCode == Restart.ERESTARTSYS.number() && action.has(Signal.SA_RESTART));
    if (again) {
      restart(interrupted.number());
    } else {
      cpu.set(Register.RAX, Errno.EINTR.result());
      interrupted = null;
    }
  }

  private void restartUnhandled() {
    if (restartCode == Restart.ERESTART_RESTARTBLOCK.number()) {
      restart(interrupted.abi() == Abi.I386 ? RESTART_SYSCALL_32 : RESTART_SYSCALL_64);
    } else {
      restart(interrupted.number());
    }
  }

  private void restart(int number) {
    cpu.set(Register.RAX, Integer.toUnsignedLong(number));
    cpu.set(Register.RIP, cpu.get(Register.RIP) - ENTRY_LENGTH);
    interrupted = null;
  }
}

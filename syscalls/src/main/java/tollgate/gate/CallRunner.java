package tollgate.gate;

import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.entry.Cpu;
import tollgate.entry.Register;
import tollgate.kernel.Task;
import tollgate.sched.LeaveGuest;
import tollgate.sched.RestartException;
import tollgate.trace.Tracer;

/**
 * Runs the handler of a call and turns every way it can end into a result. A call that would block
 * inside the processor's hook is put off and made again outside.
 */
final class CallRunner {
  private final Task task;
  private final Cpu cpu;
  private final CallFrame call;
  private final ReturnPath returnPath;
  private final Tracer tracer;
  private boolean deferred;

  CallRunner(Task task, CallFrame call, ReturnPath returnPath, Tracer tracer) {
    this.task = task;
    this.cpu = task.cpu();
    this.call = call;
    this.returnPath = returnPath;
    this.tracer = tracer;
  }

  /** Runs the call inside the hook; true when the guest goes on. */
  boolean run() {
    task.setAbi(call.abi());
    if (tracer != null) {
      call.announce(task, tracer);
    }
    task.setInGuest(true);
    long result;
    try {
      result = invoke();
    } catch (LeaveGuest e) {
      deferred = true;
      return false;
    } finally {
      task.setInGuest(false);
    }
    return finish(result);
  }

  /** Makes a call that was put off, now that blocking is allowed. */
  void finishDeferred() {
    if (deferred) {
      deferred = false;
      finish(invoke());
    }
  }

  private boolean finish(long result) {
    if (tracer != null) {
      tracer.onExit(task, result);
    }
    if (task.takeRegistersDone()) {
      return returnPath.toUser();
    }
    cpu.set(Register.RAX, result);
    return returnPath.afterCall(call, result);
  }

  private long invoke() {
    try {
      return call.dispatch(task);
    } catch (ErrnoException e) {
      return e.errno().result();
    } catch (RestartException e) {
      return -e.restart().number();
    } catch (OutOfMemoryError e) {
      return Errno.ENOMEM.result();
    }
  }
}

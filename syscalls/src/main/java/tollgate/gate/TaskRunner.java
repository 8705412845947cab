package tollgate.gate;

import tollgate.abi.ErrnoException;
import tollgate.calls.FutexCalls;
import tollgate.kernel.ExitStatus;
import tollgate.kernel.Task;
import tollgate.trace.Tracer;

/** The life of a task's thread: guest code, kernel, guest code … until the task has ended. */
public final class TaskRunner implements Runnable {
  private final Task task;
  private final Tracer tracer;

  /**
   * The runner of one task.
   *
   * @param tracer who is told of calls and signals, or null
   */
  public TaskRunner(Task task, Tracer tracer) {
    this.task = task;
    this.tracer = tracer;
  }

  @Override
  public void run() {
    KernelEntry entry = new KernelEntry(task, tracer);
    try {
      while (!task.exiting()) {
        task.cpu().run(entry);
        entry.afterRun();
      }
      end();
    } catch (Throwable e) {
      task.kernel().fail(e);
    }
  }

  /** Tells whoever waits for this thread, such as pthread_join(3). */
  private void clearChildTid() {
    long address = task.clearChildTid();
    if (address == 0 || task.process().tasks().size() == 1) {
      return;
    }
    try {
      task.memory().writeInt(address, 0);
      FutexCalls.wakeAtExit(task, address);
    } catch (ErrnoException unmapped) {
      return;
    }
  }

  private void end() {
    ExitStatus status = task.process().exitStatus();
    if (tracer != null && status != null) {
      if (status.signaled()) {
        tracer.onKilled(task, status.signal(), false);
      } else {
        tracer.onExited(task, status.code());
      }
    }
    clearChildTid();
    task.files().release();
    task.process().memory().detach(task.cpu());
    task.process().memory().release();
    task.cpu().close();
    task.kernel().remove(task);
  }
}

package tollgate.fs.proc;

import tollgate.kernel.Task;
import tollgate.sched.TaskThread;

/** Who is looking at /proc. */
final class CurrentTask {
  private CurrentTask() {}

  /** The task whose thread this is, or null. */
  static Task orNull() {
    return Thread.currentThread() instanceof TaskThread thread
            && thread.waiter() instanceof Task task
        ? task
        : null;
  }
}

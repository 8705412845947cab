package tollgate.sched;

/**
 * The one who sleeps: a task, seen from the room where things are waited for. A task is a Java
 * thread; its Waiter is bound to that thread.
 */
public interface Waiter {
  /**
   * True when a signal wants the task's attention, so that an interruptible wait must end with
   * EINTR or a restart (the kernel's signal_pending).
   */
  boolean signalPending();

  /**
   * Called before a wait begins and before a handler does something it must not do twice: makes
   * sure the task has left its processor. In the middle of guest code this throws {@link
   * LeaveGuest}; the call is then made again, from its start, outside.
   */
  void leaveGuest();

  /** Sends the task a signal on its own account, as a write to a broken pipe does (SIGPIPE). */
  void raise(int signal);

  /**
   * Called around a wait with what would end it, so that a signal can wake the sleeper; null when
   * the wait is over. The waker may be called from any thread, and once too often.
   */
  void sleeping(Runnable waker);

  /**
   * The waiter of the current thread; a thread that is no task gets one that is never interrupted.
   */
  static Waiter current() {
    return Thread.currentThread() instanceof TaskThread t ? t.waiter() : NoTask.INSTANCE;
  }
}

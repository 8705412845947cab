package tollgate.sched;

/**
 * How a call that a signal interrupted goes on: the kernel's private error codes
 * (include/linux/errno.h), never seen by a guest but in traces. A handler whose wait ended with
 * {@link WaitQueue.Outcome#INTERRUPTED} throws one with {@link #failure()}.
 */
public enum Restart {
  /** Restart if the handler has SA_RESTART or there is no handler; else EINTR. */
  ERESTARTSYS(512),
  /** Always restart. */
  ERESTARTNOINTR(513),
  /** Restart if there is no handler; else EINTR. */
  ERESTARTNOHAND(514),
  /** As ERESTARTNOHAND, but by way of restart_syscall(2), which waits for the rest of the time. */
  ERESTART_RESTARTBLOCK(516);

  private final int number;
  private final RestartException failure;

  Restart(int number) {
    this.number = number;
    this.failure = new RestartException(this);
  }

  /** The positive number that strace shows. */
  public int number() {
    return number;
  }

  /** The preallocated exception that carries this code. */
  public RestartException failure() {
    return failure;
  }
}

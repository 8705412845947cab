package tollgate.sched;

/** The Java thread of a task. */
public final class TaskThread extends Thread {
  private final Waiter waiter;

  /** A thread for a task; {@code stackSize} in bytes as in {@link Thread}. */
  public TaskThread(Waiter waiter, Runnable body, String name, long stackSize) {
    super(null, body, name, stackSize);
    this.waiter = waiter;
  }

  /** The task this thread belongs to. */
  public Waiter waiter() {
    return waiter;
  }
}

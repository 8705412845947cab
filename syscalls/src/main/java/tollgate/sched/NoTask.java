package tollgate.sched;

/** The waiter of a thread that runs no task, as in tests: never interrupted. */
enum NoTask implements Waiter {
  INSTANCE;

  @Override
  public boolean signalPending() {
    return false;
  }

  @Override
  public void leaveGuest() {}

  @Override
  public void raise(int signal) {}

  @Override
  public void sleeping(Runnable waker) {}
}

package tollgate.kernel;

/** What a process has said about itself through prctl(2) and only reads back. */
public final class ProcessFlags {
  /** PR_SET_PDEATHSIG. */
  public volatile int parentDeathSignal;

  /** PR_SET_DUMPABLE: 0 or 1. */
  public volatile int dumpable = 1;

  /** PR_SET_TIMERSLACK, in nanoseconds. */
  public volatile long timerSlack = 50_000;

  /** PR_SET_CHILD_SUBREAPER. */
  public volatile boolean subreaper;

  /** PR_SET_NO_NEW_PRIVS. */
  public volatile boolean noNewPrivileges;

  /** PR_SET_THP_DISABLE. */
  public volatile boolean hugePagesDisabled;
}

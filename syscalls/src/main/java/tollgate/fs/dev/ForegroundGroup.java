package tollgate.fs.dev;

import tollgate.abi.Errno;
import tollgate.kernel.Kernel;

/**
 * Job control of the machine's one terminal: it belongs to the first process's session, and some
 * group of the guest's is in its foreground. Safe for all threads.
 */
public final class ForegroundGroup implements JobControl {
  private volatile Kernel kernel;
  private volatile int foreground;
  private volatile int session;

  /** Nobody is in the foreground until {@link #start}. */
  public ForegroundGroup() {}

  /** Puts the first process's group into the foreground. */
  public void start(Kernel of, int group, int ofSession) {
    kernel = of;
    foreground = group;
    session = ofSession;
  }

  @Override
  public int foregroundGroup() {
    return foreground;
  }

  @Override
  public void setForegroundGroup(int group) {
    Kernel all = kernel;
    if (all == null || all.processes().stream().noneMatch(p -> p.group() == group)) {
      throw Errno.ESRCH.failure();
    }
    if (all.processes().stream().anyMatch(p -> p.group() == group && p.session() != session)) {
      throw Errno.EPERM.failure();
    }
    foreground = group;
  }

  @Override
  public int session() {
    return session;
  }
}

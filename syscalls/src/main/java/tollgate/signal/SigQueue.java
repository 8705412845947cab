package tollgate.signal;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * Signals that have been sent and not yet delivered (struct sigpending). A standard signal is
 * pending once; real-time signals queue up in order, at most {@link #LIMIT} of them. Thread-safe.
 */
public final class SigQueue {
  /**
   * The most queued signals: RLIMIT_SIGPENDING's usual value is higher; sigqueue fails with EAGAIN.
   */
  public static final int LIMIT = 32768;

  private static final int FIRST_REAL_TIME = 32;

  private final ArrayDeque<SigInfo> queue = new ArrayDeque<>();
  private volatile long pending;

  /** The set of pending signals. */
  public long pending() {
    return pending;
  }

  /**
   * Adds a signal.
   *
   * @return false when a real-time signal found the queue full
   */
  public synchronized boolean add(SigInfo info) {
    boolean already = SigSet.has(pending, info.signal());
    if (already && info.signal() < FIRST_REAL_TIME) {
      return true;
    }
    if (queue.size() >= LIMIT) {
      return false;
    }
    queue.add(info);
    pending |= SigSet.of(info.signal());
    return true;
  }

  /**
   * Takes the next signal that is in {@code wanted}: those an instruction caused first, then the
   * lowest number, in the order of sending; null when there is none.
   */
  public synchronized SigInfo take(long wanted) {
    long ready = pending & wanted;
    if (ready == 0) {
      return null;
    }
    long first = (ready & SigSet.SYNCHRONOUS) != 0 ? ready & SigSet.SYNCHRONOUS : ready;
    int signal = Long.numberOfTrailingZeros(first) + 1;
    SigInfo found = null;
    boolean more = false;
    for (Iterator<SigInfo> i = queue.iterator(); i.hasNext(); ) {
      SigInfo info = i.next();
      if (info.signal() == signal) {
        if (found == null) {
          found = info;
          i.remove();
        } else {
          more = true;
        }
      }
    }
    if (!more) {
      pending &= ~SigSet.of(signal);
    }
    return found;
  }

  /** Throws away every pending signal of a set. */
  public synchronized void discard(long set) {
    if ((pending & set) != 0) {
      queue.removeIf(info -> SigSet.has(set, info.signal()));
      pending &= ~set;
    }
  }
}

package tollgate.fs.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import tollgate.fs.OpenFile;
import tollgate.sched.WaitQueue;

/**
 * One wait for whichever of many files is ready first (fs/select.c, poll_wqueues). It listens at
 * the files' queues; its own lock is taken under theirs and never the other way, so that it asks
 * the files without holding it. One thread waits; closed by its owner.
 */
public final class PollWait implements AutoCloseable {
  private final WaitQueue queue = new WaitQueue();
  private final List<WaitQueue> sources = new ArrayList<>();
  private final Runnable listener = this::noticed;
  private volatile boolean noticed;

  /** A wait for nothing yet. */
  public PollWait() {}

  /** Listens to a file too. */
  public void add(OpenFile file) {
    WaitQueue source = file.pollQueue();
    if (source != null && !sources.contains(source)) {
      sources.add(source);
      source.listen(listener);
    }
  }

  /**
   * Waits until {@code ready}, which asks the files, says so.
   *
   * @param nanos how long at most; {@link WaitQueue#FOREVER}; 0 or less only looks
   */
  public WaitQueue.Outcome await(BooleanSupplier ready, long nanos) {
    long end = nanos == WaitQueue.FOREVER ? 0 : System.nanoTime() + nanos;
    while (true) {
      noticed = false;
      if (ready.getAsBoolean()) {
        return WaitQueue.Outcome.READY;
      }
      long left = nanos == WaitQueue.FOREVER ? nanos : Math.min(nanos, end - System.nanoTime());
      WaitQueue.Outcome outcome = queue.await(() -> noticed, left);
      if (outcome == WaitQueue.Outcome.INTERRUPTED) {
        return outcome;
      }
      if (outcome == WaitQueue.Outcome.TIMED_OUT) {
        return ready.getAsBoolean() ? WaitQueue.Outcome.READY : outcome;
      }
    }
  }

  @Override
  public void close() {
    for (WaitQueue source : sources) {
      source.forget(listener);
    }
  }

  private void noticed() {
    noticed = true;
    queue.wake();
  }
}

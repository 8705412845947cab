package tollgate.kernel;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import tollgate.sched.WaitQueue;

/**
 * Who waits on which word of memory (kernel/futex). A word is known by its key: the address space
 * and address of private memory, the file and offset of shared memory. Thread-safe.
 */
public final class FutexTable {
  private final Map<Key, ArrayDeque<Waiting>> waiting = new HashMap<>();

  /**
   * A word of memory.
   *
   * @param owner the address space or the pages of the file, compared by identity
   */
  public record Key(Object owner, long place) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key k && k.owner == owner && k.place == place;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(owner) * 31 + Long.hashCode(place);
    }
  }

  /** One task's wait. */
  public static final class Waiting {
    private final WaitQueue queue = new WaitQueue();
    private final int bits;
    private volatile boolean woken;
    private Key key;

    private Waiting(Key key, int bits) {
      this.key = key;
      this.bits = bits;
    }

    /** Sleeps until woken, the time is up or a signal is pending. */
    public WaitQueue.Outcome await(long nanos) {
      return queue.await(() -> woken, nanos);
    }

    private void wake() {
      woken = true;
      queue.wake();
    }
  }

  /** Decides under the table's lock whether a wait may begin. */
  @FunctionalInterface
  public interface ValueCheck {
    /** True when the word still holds what the waiter expects. */
    boolean holds();
  }

  /** Joins the waiters of a word if it holds the expected value; null when it does not. */
  public Waiting join(Key key, int bits, ValueCheck check) {
    synchronized (waiting) {
      if (!check.holds()) {
        return null;
      }
      Waiting waiter = new Waiting(key, bits);
      waiting.computeIfAbsent(key, k -> new ArrayDeque<>()).add(waiter);
      return waiter;
    }
  }

  /** Leaves; true when the waiter had been woken before. */
  public boolean leave(Waiting waiter) {
    synchronized (waiting) {
      if (waiter.woken) {
        return true;
      }
      remove(waiter);
      return false;
    }
  }

  /** Wakes up to {@code count} waiters whose bits meet {@code bits}; returns how many. */
  public int wake(Key key, int count, int bits) {
    synchronized (waiting) {
      ArrayDeque<Waiting> queue = waiting.get(key);
      if (queue == null) {
        return 0;
      }
      int woken = 0;
      for (Iterator<Waiting> i = queue.iterator(); i.hasNext() && woken < count; ) {
        Waiting waiter = i.next();
        if ((waiter.bits & bits) != 0) {
          i.remove();
          waiter.wake();
          woken++;
        }
      }
      if (queue.isEmpty()) {
        waiting.remove(key);
      }
      return woken;
    }
  }

  /**
   * Wakes some waiters and moves others to another word.
   *
   * @param check must hold for anything to happen
   * @return how many were woken and moved, or -1 when the check failed
   */
  public int requeue(Key from, Key to, int wake, int move, ValueCheck check) {
    synchronized (waiting) {
      if (!check.holds()) {
        return -1;
      }
      int done = wake(from, wake, -1);
      ArrayDeque<Waiting> queue = waiting.get(from);
      int moved = 0;
      while (queue != null && moved < move && !queue.isEmpty() && !from.equals(to)) {
        Waiting waiter = queue.poll();
        waiter.key = to;
        waiting.computeIfAbsent(to, k -> new ArrayDeque<>()).add(waiter);
        moved++;
      }
      if (queue != null && queue.isEmpty()) {
        waiting.remove(from);
      }
      return done + moved;
    }
  }

  private void remove(Waiting waiter) {
    ArrayDeque<Waiting> queue = waiting.get(waiter.key);
    if (queue != null) {
      queue.remove(waiter);
      if (queue.isEmpty()) {
        waiting.remove(waiter.key);
      }
    }
  }
}

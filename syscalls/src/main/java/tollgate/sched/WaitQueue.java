package tollgate.sched;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The one idiom for blocking. An object that tasks wait for owns a queue; its state changes happen
 * under {@link #lock}, waiters name the condition they wait for, and whoever changes the state
 * calls {@link #wake}. Waits end when the condition holds, the time is up, or a signal is pending.
 */
public final class WaitQueue {
  /** How a wait ended. */
  public enum Outcome {
    /** The condition holds. */
    READY,
    /** The time is up. */
    TIMED_OUT,
    /** A signal is pending: EINTR or a restart. */
    INTERRUPTED
  }

  /** No time limit. */
  public static final long FOREVER = Long.MAX_VALUE;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Runnable waker = this::wake;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Guards the state of the object that owns the queue. */
  public ReentrantLock lock() {
    return lock;
  }

  /** Wakes all waiters to look at their conditions again. Takes the lock. */
  public void wake() {
    lock.lock();
    try {
      changed.signalAll();
      for (Runnable listener : listeners) {
        listener.run();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has something run at every wake, under the lock, until {@link #forget}: how one task waits for
   * many queues. A listener takes no lock but that of a queue that nobody else listens through.
   */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Ends {@link #listen}. */
  public void forget(Runnable listener) {
    listeners.remove(listener);
  }

  /**
   * Waits until {@code condition} holds, evaluated under the lock, which the caller may hold
   * already.
   *
   * @param nanos how long at most; {@link #FOREVER} for no limit; 0 or less only looks
   */
  public Outcome await(BooleanSupplier condition, long nanos) {
    Waiter waiter = Waiter.current();
    lock.lock();
    try {
      if (condition.getAsBoolean()) {
        return Outcome.READY;
      }
      if (nanos <= 0) {
        return Outcome.TIMED_OUT;
      }
      waiter.leaveGuest();
      waiter.sleeping(waker);
      try {
        long left = nanos;
        while (!condition.getAsBoolean()) {
          if (waiter.signalPending()) {
            return Outcome.INTERRUPTED;
          }
          if (nanos == FOREVER) {
            changed.awaitUninterruptibly();
          } else {
            if (left <= 0) {
              return Outcome.TIMED_OUT;
            }
            left = awaitNanos(left);
          }
        }
        return Outcome.READY;
      } finally {
        waiter.sleeping(null);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the condition holds, whatever signals come: for waits that must not be given up.
   */
  public void awaitUninterruptibly(BooleanSupplier condition) {
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private long awaitNanos(long nanos) {
    try {
      return changed.awaitNanos(nanos);
    } catch (InterruptedException e) {
      // Signals to tasks are not Java interrupts; whoever interrupts the thread wants the JVM to
      // end.
      Thread.currentThread().interrupt();
      return nanos - TimeUnit.MILLISECONDS.toNanos(1);
    }
  }
}

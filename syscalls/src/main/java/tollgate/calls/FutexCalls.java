package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Futex;
import tollgate.kernel.FutexTable;
import tollgate.kernel.Task;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;

/** Implements futex(2): waiting on a word of memory, waking, moving waiters. */
public final class FutexCalls {
  private static final int ALL_BITS = -1;
  private static final int CLOCK_REALTIME = 0;
  private static final int CLOCK_MONOTONIC = 1;

  private FutexCalls() {}

  /** Implements futex(2) with the ABI's own timespec. */
  public static long futex(
      Task task, long address, long op, long value, long timeout, long second, long third) {
    return futex(task, address, (int) op, value, timeout, second, (int) third, false);
  }

  /** Implements futex_time64. */
  public static long futex64(
      Task task, long address, long op, long value, long timeout, long second, long third) {
    return futex(task, address, (int) op, value, timeout, second, (int) third, true);
  }

  private static long futex(
      Task task,
      long address,
      int op,
      long value,
      long timeout,
      long second,
      int third,
      boolean wide) {
    int command = op & Futex.FUTEX_CMD_MASK;
    boolean realtime = (op & Futex.FUTEX_CLOCK_REALTIME) != 0;
    if (realtime && command != Futex.FUTEX_WAIT && command != Futex.FUTEX_WAIT_BITSET) {
      throw Errno.ENOSYS.failure();
    }
    return switch (command) {
      case Futex.FUTEX_WAIT -> {
        long nanos = timeout == 0 ? WaitQueue.FOREVER : readTimeout(task, timeout, wide);
        yield await(task, address, op, (int) value, ALL_BITS, nanos, timeout != 0);
      }
      case Futex.FUTEX_WAIT_BITSET -> {
        requireBits(third);
        long nanos = WaitQueue.FOREVER;
        if (timeout != 0) {
          long now = TimeCalls.read(task, realtime ? CLOCK_REALTIME : CLOCK_MONOTONIC);
          nanos = readTimeout(task, timeout, wide) - now;
        }
        yield await(task, address, op, (int) value, third, nanos, false);
      }
      case Futex.FUTEX_WAKE -> wake(task, address, op, (int) value, ALL_BITS);
      case Futex.FUTEX_WAKE_BITSET -> {
        requireBits(third);
        yield wake(task, address, op, (int) value, third);
      }
      case Futex.FUTEX_REQUEUE ->
          requeue(task, address, second, op, (int) value, (int) timeout, () -> true);
      case Futex.FUTEX_CMP_REQUEUE ->
          requeue(
              task,
              address,
              second,
              op,
              (int) value,
              (int) timeout,
              () -> task.memory().readInt(address) == third);
      case Futex.FUTEX_WAKE_OP ->
          wakeOp(task, address, second, op, (int) value, (int) timeout, third);
      default -> throw Errno.ENOSYS.failure();
    };
  }

  private static long readTimeout(Task task, long address, boolean wide) {
    return wide ? TimeCalls.readTimespec64(task, address) : TimeCalls.readTimespec(task, address);
  }

  private static long await(
      Task task, long address, int op, int value, int bits, long nanos, boolean relative) {
    FutexTable table = task.kernel().futexes();
    FutexTable.Key key = key(task, address, op);
    task.memory().readInt(address);
    FutexTable.Waiting waiter =
        table.join(key, bits, () -> task.memory().readInt(address) == value);
    if (waiter == null) {
      throw Errno.EAGAIN.failure();
    }
    WaitQueue.Outcome outcome = WaitQueue.Outcome.INTERRUPTED;
    boolean woken;
    try {
      outcome = waiter.await(nanos);
    } finally {
      woken = table.leave(waiter);
    }
    if (woken) {
      return 0;
    }
    if (outcome == WaitQueue.Outcome.TIMED_OUT) {
      throw Errno.ETIMEDOUT.failure();
    }
    if (!relative) {
      throw Restart.ERESTARTSYS.failure();
    }
    long end = TimeCalls.read(task, CLOCK_MONOTONIC) + nanos;
    task.setRestart(
        t ->
            await(
                t,
                address,
                op,
                value,
                bits,
                Math.max(1, end - TimeCalls.read(t, CLOCK_MONOTONIC)),
                true));
    throw Restart.ERESTART_RESTARTBLOCK.failure();
  }

  private static long wake(Task task, long address, int op, int count, int bits) {
    return task.kernel().futexes().wake(key(task, address, op), Math.max(1, count), bits);
  }

  private static long requeue(
      Task task, long from, long to, int op, int wake, int move, FutexTable.ValueCheck check) {
    if (wake < 0 || move < 0) {
      throw Errno.EINVAL.failure();
    }
    FutexTable.Key source = key(task, from, op);
    FutexTable.Key target = key(task, to, op);
    int done = task.kernel().futexes().requeue(source, target, wake, move, check);
    if (done < 0) {
      throw Errno.EAGAIN.failure();
    }
    return done;
  }

  /** FUTEX_WAKE_OP: changes the second word, wakes the first's waiters and maybe the second's. */
  private static long wakeOp(
      Task task, long first, long second, int op, int count, int count2, int encoded) {
    FutexTable.Key a = key(task, first, op);
    FutexTable.Key b = key(task, second, op);
    int operation = encoded >>> 28 & 7;
    int compare = encoded >>> 24 & 15;
    int argument = encoded << 8 >> 20;
    int comparand = encoded << 20 >> 20;
    int shifted = encoded < 0 ? 1 << (argument & 31) : argument;
    FutexTable table = task.kernel().futexes();
    int old = task.memory().readInt(second);
    int changed =
        switch (operation) {
          case Futex.FUTEX_OP_SET -> shifted;
          case Futex.FUTEX_OP_ADD -> old + shifted;
          case Futex.FUTEX_OP_OR -> old | shifted;
          case Futex.FUTEX_OP_ANDN -> old & ~shifted;
          case Futex.FUTEX_OP_XOR -> old ^ shifted;
          default -> throw Errno.ENOSYS.failure();
        };
    boolean also =
        switch (compare) {
          case Futex.FUTEX_OP_CMP_EQ -> old == comparand;
          case Futex.FUTEX_OP_CMP_NE -> old != comparand;
          case Futex.FUTEX_OP_CMP_LT -> old < comparand;
          case Futex.FUTEX_OP_CMP_LE -> old <= comparand;
          case Futex.FUTEX_OP_CMP_GT -> old > comparand;
          case Futex.FUTEX_OP_CMP_GE -> old >= comparand;
          default -> throw Errno.ENOSYS.failure();
        };
    task.memory().writeInt(second, changed);
    int woken = table.wake(a, Math.max(1, count), ALL_BITS);
    return also ? woken + table.wake(b, Math.max(1, count2), ALL_BITS) : woken;
  }

  /** What a task's end does to the word that set_tid_address(2) named. */
  public static void wakeAtExit(Task task, long address) {
    FutexTable table = task.kernel().futexes();
    table.wake(key(task, address, Futex.FUTEX_PRIVATE_FLAG), 1, ALL_BITS);
    table.wake(key(task, address, 0), 1, ALL_BITS);
  }

  private static FutexTable.Key key(Task task, long address, int op) {
    if ((address & 3) != 0) {
      throw Errno.EINVAL.failure();
    }
    long at = task.abi() == Abi.I386 ? address & 0xffff_ffffL : address;
    if ((op & Futex.FUTEX_PRIVATE_FLAG) == 0) {
      FutexTable.Key shared =
          task.memory().sharedPlace(at, (owner, place) -> new FutexTable.Key(owner, place));
      if (shared != null) {
        return shared;
      }
    }
    return new FutexTable.Key(task.memory(), at);
  }

  private static void requireBits(int bits) {
    if (bits == 0) {
      throw Errno.EINVAL.failure();
    }
  }
}

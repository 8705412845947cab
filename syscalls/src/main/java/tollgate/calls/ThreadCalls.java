package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.uapi.RobustListHead;
import tollgate.kernel.Task;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;

/** What thread libraries ask for at start-up, and futexes of a process with one task. */
public final class ThreadCalls {
  private static final int FUTEX_WAIT = 0;
  private static final int FUTEX_WAKE = 1;
  private static final int FUTEX_REQUEUE = 3;
  private static final int FUTEX_CMP_REQUEUE = 4;
  private static final int FUTEX_WAIT_BITSET = 9;
  private static final int FUTEX_WAKE_BITSET = 10;
  private static final int FUTEX_PRIVATE_FLAG = 128;
  private static final int FUTEX_CLOCK_REALTIME = 256;
  private static final int MEMBARRIER_QUERY = 0;

  private ThreadCalls() {}

  /** Implements set_tid_address(2). */
  public static long setTidAddress(Task task, long address) {
    task.setClearChildTid(address);
    return task.tid();
  }

  /** Implements set_robust_list(2). */
  public static long setRobustList(Task task, long head, long length) {
    if (length != RobustListHead.SCHEMA.size(task.abi())) {
      throw Errno.EINVAL.failure();
    }
    task.setRobustList(head);
    return 0;
  }

  /** Implements get_robust_list(2). */
  public static long getRobustList(Task task, long pid, long head, long length) {
    Task target = (int) pid == 0 ? task : task.kernel().task((int) pid);
    if (target == null) {
      throw Errno.ESRCH.failure();
    }
    Abi abi = task.abi();
    task.memory().writeWord(abi, length, RobustListHead.SCHEMA.size(abi));
    task.memory().writeWord(abi, head, target.robustList());
    return 0;
  }

  /** Implements futex(2): waiting and waking. */
  public static long futex(
      Task task, long address, long op, long value, long timeout, long second, long third) {
    return futex(task, address, (int) op, value, timeout, (int) third, false);
  }

  /** Implements futex_time64. */
  public static long futex64(
      Task task, long address, long op, long value, long timeout, long second, long third) {
    return futex(task, address, (int) op, value, timeout, (int) third, true);
  }

  private static long futex(
      Task task, long address, int op, long value, long timeout, int bits, boolean wide) {
    int command = op & ~(FUTEX_PRIVATE_FLAG | FUTEX_CLOCK_REALTIME);
    if ((address & 3) != 0) {
      throw Errno.EINVAL.failure();
    }
    return switch (command) {
      case FUTEX_WAIT -> await(task, address, value, timeout, wide, false, op);
      case FUTEX_WAIT_BITSET -> {
        requireBits(bits);
        yield await(task, address, value, timeout, wide, true, op);
      }
      case FUTEX_WAKE -> 0;
      case FUTEX_WAKE_BITSET -> {
        requireBits(bits);
        yield 0;
      }
      case FUTEX_REQUEUE -> 0;
      case FUTEX_CMP_REQUEUE -> {
        if (task.memory().readInt(address) != bits) {
          throw Errno.EAGAIN.failure();
        }
        yield 0;
      }
      default -> throw Errno.ENOSYS.failure();
    };
  }

  private static void requireBits(int bits) {
    if (bits == 0) {
      throw Errno.EINVAL.failure();
    }
  }

  /** Nobody can wake the only task, so it waits for the time to pass or a signal. */
  private static long await(
      Task task, long address, long value, long timeout, boolean wide, boolean absolute, int op) {
    long nanos = WaitQueue.FOREVER;
    if (timeout != 0) {
      nanos =
          wide ? TimeCalls.readTimespec64(task, timeout) : TimeCalls.readTimespec(task, timeout);
      if (absolute) {
        nanos -= TimeCalls.read(task, (op & FUTEX_CLOCK_REALTIME) != 0 ? 0 : 1);
      }
    }
    if (task.memory().readInt(address) != (int) value) {
      throw Errno.EAGAIN.failure();
    }
    WaitQueue.Outcome outcome = new WaitQueue().await(() -> false, nanos);
    if (outcome == WaitQueue.Outcome.TIMED_OUT) {
      throw Errno.ETIMEDOUT.failure();
    }
    throw Restart.ERESTARTSYS.failure();
  }

  /** Implements membarrier(2): with one processor there is nothing to order. */
  public static long membarrier(Task task, long command, long flags, long cpu) {
    if (flags != 0 || (int) command != MEMBARRIER_QUERY) {
      throw Errno.EINVAL.failure();
    }
    return 0;
  }
}

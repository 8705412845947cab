package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Sched;
import tollgate.abi.uapi.SchedParam;
import tollgate.kernel.Task;

/** Scheduling as data: every task runs as SCHED_OTHER on one processor (sched(7)). */
public final class SchedulerCalls {
  private static final int SCHED_OTHER = 0;
  private static final int HIGHEST_PRIORITY = 99;
  private static final long SLICE_NANOS = 100_000_000;

  private SchedulerCalls() {}

  /** Implements sched_yield(2). */
  public static long yield(Task task) {
    Thread.yield();
    return 0;
  }

  /** Implements sched_getscheduler(2). */
  public static long getScheduler(Task task, long pid) {
    find(task, pid);
    return SCHED_OTHER;
  }

  /** Implements sched_setscheduler(2): real-time policies need a privilege that nobody has here. */
  public static long setScheduler(Task task, long pid, long policy, long param) {
    if (param == 0 || (int) pid < 0 || (int) policy < 0) {
      throw Errno.EINVAL.failure();
    }
    StructView view = task.view(SchedParam.SCHEMA).copyIn(task.memory(), param);
    long priority = view.get(SchedParam.SCHED_PRIORITY);
    find(task, pid);
    switch ((int) policy) {
      case SCHED_OTHER, Sched.SCHED_BATCH, Sched.SCHED_IDLE -> requireValid(priority == 0);
      case Sched.SCHED_FIFO, Sched.SCHED_RR -> {
        requireValid(priority >= 1 && priority <= HIGHEST_PRIORITY);
        throw Errno.EPERM.failure();
      }
      default -> throw Errno.EINVAL.failure();
    }
    return 0;
  }

  /** Implements sched_getparam(2). */
  public static long getParam(Task task, long pid, long param) {
    requireValid(param != 0);
    find(task, pid);
    task.view(SchedParam.SCHEMA).copyOut(task.memory(), param);
    return 0;
  }

  /** Implements sched_setparam(2): the policy knows priority 0 only. */
  public static long setParam(Task task, long pid, long param) {
    requireValid(param != 0 && (int) pid >= 0);
    StructView view = task.view(SchedParam.SCHEMA).copyIn(task.memory(), param);
    find(task, pid);
    requireValid(view.get(SchedParam.SCHED_PRIORITY) == 0);
    return 0;
  }

  /** Implements sched_get_priority_max(2). */
  public static long getPriorityMax(Task task, long policy) {
    return isRealTime((int) policy) ? HIGHEST_PRIORITY : 0;
  }

  /** Implements sched_get_priority_min(2). */
  public static long getPriorityMin(Task task, long policy) {
    return isRealTime((int) policy) ? 1 : 0;
  }

  /** Implements sched_rr_get_interval(2). */
  public static long rrGetInterval(Task task, long pid, long address) {
    find(task, pid);
    TimeCalls.writeTimespec(task, address, SLICE_NANOS);
    return 0;
  }

  /** Implements sched_rr_get_interval_time64. */
  public static long rrGetInterval64(Task task, long pid, long address) {
    find(task, pid);
    TimeCalls.writeTimespec64(task, address, SLICE_NANOS);
    return 0;
  }

  /** Implements sched_getaffinity(2): the one processor; returns the bytes written. */
  public static long getAffinity(Task task, long pid, long size, long mask) {
    int word = task.abi().wordSize();
    requireValid(size > 0 && (size & (word - 1)) == 0);
    find(task, pid);
    task.memory().writeWord(task.abi(), mask, 1);
    return word;
  }

  /** Implements sched_setaffinity(2): some of the named processors must exist. */
  public static long setAffinity(Task task, long pid, long size, long mask) {
    long first = size == 0 ? 0 : task.memory().readByte(mask);
    find(task, pid);
    requireValid((first & 1) != 0);
    return 0;
  }

  private static boolean isRealTime(int policy) {
    return switch (policy) {
      case Sched.SCHED_FIFO, Sched.SCHED_RR -> true;
      case SCHED_OTHER, Sched.SCHED_BATCH, Sched.SCHED_IDLE, Sched.SCHED_DEADLINE -> false;
      default -> throw Errno.EINVAL.failure();
    };
  }

  private static void find(Task task, long pid) {
    requireValid((int) pid >= 0);
    ProcessCalls.find(task, (int) pid);
  }

  private static void requireValid(boolean valid) {
    if (!valid) {
      throw Errno.EINVAL.failure();
    }
  }
}

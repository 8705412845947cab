package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Rlimit;
import tollgate.abi.uapi.Rlimit64;
import tollgate.abi.uapi.Rusage;
import tollgate.abi.uapi.Tms;
import tollgate.kernel.Process;
import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;

/** Limits and use of resources: getrlimit(2), prlimit(2), getrusage(2), times(2), nice(2) … */
public final class LimitCalls {
  /** What i386's calls show and take for RLIM_INFINITY. */
  private static final long INFINITY_32 = 0xffff_ffffL;

  /** What the oldest i386 getrlimit shows for it. */
  private static final long OLD_INFINITY_32 = 0x7fff_ffffL;

  private static final int CAP_SYS_RESOURCE = 24;
  private static final int RUSAGE_SELF = 0;
  private static final int RUSAGE_CHILDREN = -1;
  private static final int RUSAGE_THREAD = 1;
  private static final int PRIO_PROCESS = 0;
  private static final int PRIO_USER = 2;

  /** Nanoseconds in a clock tick of times(2): USER_HZ is 100. */
  private static final long TICK = 10_000_000;

  private LimitCalls() {}

  /** Implements getrlimit(2), on i386 ugetrlimit. */
  public static long getrlimit(Task task, long resource, long address) {
    return get(task, (int) resource, address, INFINITY_32);
  }

  /** Implements i386's first getrlimit, which knows signed limits only. */
  public static long oldGetrlimit(Task task, long resource, long address) {
    return get(task, (int) resource, address, OLD_INFINITY_32);
  }

  private static long get(Task task, int resource, long address, long infinity32) {
    requireResource(resource);
    ResourceLimits limits = task.process().limits();
    long soft = limits.soft(resource);
    long hard = limits.hard(resource);
    if (task.abi() == Abi.I386) {
      soft = Long.compareUnsigned(soft, infinity32) > 0 ? infinity32 : soft;
      hard = Long.compareUnsigned(hard, infinity32) > 0 ? infinity32 : hard;
    }
    StructView view = task.view(Rlimit.SCHEMA);
    view.set(Rlimit.RLIM_CUR, soft);
    view.set(Rlimit.RLIM_MAX, hard);
    view.copyOut(task.memory(), address);
    return 0;
  }

  /** Implements setrlimit(2). */
  public static long setrlimit(Task task, long resource, long address) {
    StructView view = task.view(Rlimit.SCHEMA).copyIn(task.memory(), address);
    long soft = view.get(Rlimit.RLIM_CUR);
    long hard = view.get(Rlimit.RLIM_MAX);
    if (task.abi() == Abi.I386) {
      soft = soft == INFINITY_32 ? ResourceLimits.INFINITY : soft;
      hard = hard == INFINITY_32 ? ResourceLimits.INFINITY : hard;
    }
    requireResource((int) resource);
    set(task, task.process(), (int) resource, soft, hard);
    return 0;
  }

  /** Implements prlimit(2). */
  public static long prlimit64(
      Task task, long pid, long resource, long newAddress, long oldAddress) {
    requireResource((int) resource);
    long soft = 0;
    long hard = 0;
    if (newAddress != 0) {
      StructView view = task.view(Rlimit64.SCHEMA).copyIn(task.memory(), newAddress);
      soft = view.get(Rlimit64.RLIM_CUR);
      hard = view.get(Rlimit64.RLIM_MAX);
    }
    Process target = ProcessCalls.find(task, (int) pid);
    ResourceLimits limits = target.limits();
    long oldSoft = limits.soft((int) resource);
    long oldHard = limits.hard((int) resource);
    if (newAddress != 0) {
      set(task, target, (int) resource, soft, hard);
    }
    if (oldAddress != 0) {
      StructView view = task.view(Rlimit64.SCHEMA);
      view.set(Rlimit64.RLIM_CUR, oldSoft);
      view.set(Rlimit64.RLIM_MAX, oldHard);
      view.copyOut(task.memory(), oldAddress);
    }
    return 0;
  }

  private static void set(Task task, Process target, int resource, long soft, long hard) {
    if (Long.compareUnsigned(soft, hard) > 0) {
      throw Errno.EINVAL.failure();
    }
    long ceiling = target.limits().hard(resource);
    if (Long.compareUnsigned(hard, ceiling) > 0 && !task.credentials().capable(CAP_SYS_RESOURCE)) {
      throw Errno.EPERM.failure();
    }
    target.limits().set(resource, soft, hard);
  }

  private static void requireResource(int resource) {
    if (resource < 0 || resource >= ResourceLimits.COUNT) {
      throw Errno.EINVAL.failure();
    }
  }

  /** Implements getrusage(2): processor time is all user time, memory is what is resident. */
  public static long getrusage(Task task, long who, long address) {
    int whom = (int) who;
    if (whom != RUSAGE_SELF && whom != RUSAGE_CHILDREN && whom != RUSAGE_THREAD) {
      throw Errno.EINVAL.failure();
    }
    StructView view = task.view(Rusage.SCHEMA);
    if (whom != RUSAGE_CHILDREN) {
      long micros = task.kernel().clock().cpu() / 1000;
      view.set(Rusage.UTIME_SEC, micros / 1_000_000);
      view.set(Rusage.UTIME_USEC, micros % 1_000_000);
      view.set(Rusage.RU_MAXRSS, task.memory().residentBytes() / 1024);
    }
    view.copyOut(task.memory(), address);
    return 0;
  }

  /** Implements times(2): the result counts ticks since boot. */
  public static long times(Task task, long address) {
    if (address != 0) {
      StructView view = task.view(Tms.SCHEMA);
      view.set(Tms.TMS_UTIME, task.kernel().clock().cpu() / TICK);
      view.copyOut(task.memory(), address);
    }
    return task.kernel().clock().boottime() / TICK;
  }

  /** Implements getpriority(2): 20 minus the nice value, which is always 0. */
  public static long getpriority(Task task, long which, long who) {
    requireWhom(task, (int) which, (int) who);
    return 20;
  }

  /** Implements setpriority(2): nicer is accepted, better needs a privilege. */
  public static long setpriority(Task task, long which, long who, long priority) {
    requireWhom(task, (int) which, (int) who);
    if ((int) priority < 0) {
      throw Errno.EACCES.failure();
    }
    return 0;
  }

  private static void requireWhom(Task task, int which, int who) {
    if (which < PRIO_PROCESS || which > PRIO_USER) {
      throw Errno.EINVAL.failure();
    }
    if (which == PRIO_PROCESS) {
      ProcessCalls.find(task, who);
    }
  }

  /** Implements i386's nice(2). */
  public static long nice(Task task, long increment) {
    if ((int) increment < 0) {
      throw Errno.EPERM.failure();
    }
    return 0;
  }
}

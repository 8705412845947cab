package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Timespec;
import tollgate.abi.uapi.Timespec64;
import tollgate.abi.uapi.Timeval;
import tollgate.abi.uapi.Timezone;
import tollgate.kernel.Clock;
import tollgate.kernel.Task;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;

/** Clocks and sleeping: clock_gettime(2), gettimeofday(2), time(2), nanosleep(2) and their kin. */
public final class TimeCalls {
  private static final int CLOCK_REALTIME = 0;
  private static final int CLOCK_MONOTONIC = 1;
  private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
  private static final int CLOCK_THREAD_CPUTIME_ID = 3;
  private static final int CLOCK_MONOTONIC_RAW = 4;
  private static final int CLOCK_REALTIME_COARSE = 5;
  private static final int CLOCK_MONOTONIC_COARSE = 6;
  private static final int CLOCK_BOOTTIME = 7;
  private static final int CLOCK_REALTIME_ALARM = 8;
  private static final int CLOCK_BOOTTIME_ALARM = 9;
  private static final int CLOCK_TAI = 11;

  /** TIMER_ABSTIME. */
  private static final long ABSOLUTE = 1;

  /** The resolution of the coarse clocks: one tick at CONFIG_HZ=250. */
  private static final long COARSE_NANOS = 4_000_000;

  private static final long SECOND = 1_000_000_000L;

  /** KTIME_MAX in seconds: longer sleeps are cut to it. */
  private static final long MAX_SECONDS = Long.MAX_VALUE / SECOND;

  private TimeCalls() {}

  /** Implements time(2); i386 gets 32 bits. */
  public static long time(Task task, long address) {
    long now = Math.floorDiv(task.kernel().clock().realtime(), SECOND);
    long seconds = task.abi() == Abi.I386 ? (int) now : now;
    if (address != 0) {
      task.memory().writeWord(task.abi(), address, seconds);
    }
    return seconds;
  }

  /** Implements gettimeofday(2). The time zone is UTC. */
  public static long gettimeofday(Task task, long timevalAddress, long timezoneAddress) {
    if (timevalAddress != 0) {
      long now = task.kernel().clock().realtime();
      StructView view = task.view(Timeval.SCHEMA);
      view.set(Timeval.TV_SEC, Math.floorDiv(now, SECOND));
      view.set(Timeval.TV_USEC, Math.floorMod(now, SECOND) / 1000);
      view.copyOut(task.memory(), timevalAddress);
    }
    if (timezoneAddress != 0) {
      task.view(Timezone.SCHEMA).copyOut(task.memory(), timezoneAddress);
    }
    return 0;
  }

  /** Implements settimeofday(2): the clock is the host's and is not set. */
  public static long settimeofday(Task task, long timevalAddress, long timezoneAddress) {
    if (timevalAddress != 0) {
      StructView view = task.view(Timeval.SCHEMA).copyIn(task.memory(), timevalAddress);
      long micros = view.get(Timeval.TV_USEC);
      if (view.get(Timeval.TV_SEC) < 0 || micros < 0 || micros >= 1_000_000) {
        throw Errno.EINVAL.failure();
      }
    }
    if (timezoneAddress != 0) {
      task.view(Timezone.SCHEMA).copyIn(task.memory(), timezoneAddress);
    }
    throw Errno.EPERM.failure();
  }

  /** Implements stime(2): the clock is the host's and is not set. */
  public static long stime(Task task, long address) {
    task.memory().readInt(address);
    throw Errno.EPERM.failure();
  }

  /** Implements clock_gettime(2) with the ABI's own timespec. */
  public static long clockGettime(Task task, long clock, long address) {
    writeTimespec(task, address, read(task, (int) clock));
    return 0;
  }

  /** Implements clock_gettime64. */
  public static long clockGettime64(Task task, long clock, long address) {
    writeTimespec64(task, address, read(task, (int) clock));
    return 0;
  }

  /** Implements clock_settime(2): the clocks are the host's and are not set. */
  public static long clockSettime(Task task, long clock, long address) {
    requireSettable((int) clock);
    readTimespec(task, address);
    throw Errno.EPERM.failure();
  }

  /** Implements clock_settime64. */
  public static long clockSettime64(Task task, long clock, long address) {
    requireSettable((int) clock);
    readTimespec64(task, address);
    throw Errno.EPERM.failure();
  }

  /** Implements clock_getres(2). */
  public static long clockGetres(Task task, long clock, long address) {
    long resolution = resolution(task, (int) clock);
    if (address != 0) {
      writeTimespec(task, address, resolution);
    }
    return 0;
  }

  /** Implements clock_getres_time64. */
  public static long clockGetres64(Task task, long clock, long address) {
    long resolution = resolution(task, (int) clock);
    if (address != 0) {
      writeTimespec64(task, address, resolution);
    }
    return 0;
  }

  /** Implements nanosleep(2). */
  public static long nanosleep(Task task, long request, long remaining) {
    return sleep(task, CLOCK_MONOTONIC, 0, readTimespec(task, request), remaining, false);
  }

  /** Implements clock_nanosleep(2). */
  public static long clockNanosleep(
      Task task, long clock, long flags, long request, long remaining) {
    requireSleepable((int) clock);
    return sleep(task, (int) clock, flags, readTimespec(task, request), remaining, false);
  }

  /** Implements clock_nanosleep_time64. */
  public static long clockNanosleep64(
      Task task, long clock, long flags, long request, long remaining) {
    requireSleepable((int) clock);
    return sleep(task, (int) clock, flags, readTimespec64(task, request), remaining, true);
  }

  /** Implements getcpu(2): there is one processor on one node. */
  public static long getcpu(Task task, long cpu, long node, long unusedCache) {
    if (cpu != 0) {
      task.memory().writeInt(cpu, 0);
    }
    if (node != 0) {
      task.memory().writeInt(node, 0);
    }
    return 0;
  }

  /**
   * Reads a timespec of the ABI's own width as nanoseconds.
   *
   * <p>EINVAL when the nanoseconds are not below a second or the seconds are negative.
   */
  public static long readTimespec(Task task, long address) {
    StructView view = task.view(Timespec.SCHEMA).copyIn(task.memory(), address);
    return nanos(view.get(Timespec.TV_SEC), view.get(Timespec.TV_NSEC));
  }

  /** Reads a 64-bit timespec as nanoseconds; i386 ignores the upper half of tv_nsec. */
  public static long readTimespec64(Task task, long address) {
    StructView view = task.view(Timespec64.SCHEMA).copyIn(task.memory(), address);
    long nanoseconds = view.get(Timespec64.TV_NSEC);
    return nanos(
        view.get(Timespec64.TV_SEC),
        task.abi() == Abi.I386 ? nanoseconds & 0xffff_ffffL : nanoseconds);
  }

  /** Writes nanoseconds as a timespec of the ABI's own width. */
  public static void writeTimespec(Task task, long address, long nanos) {
    StructView view = task.view(Timespec.SCHEMA);
    view.set(Timespec.TV_SEC, Math.floorDiv(nanos, SECOND));
    view.set(Timespec.TV_NSEC, Math.floorMod(nanos, SECOND));
    view.copyOut(task.memory(), address);
  }

  /** Writes nanoseconds as a 64-bit timespec. */
  public static void writeTimespec64(Task task, long address, long nanos) {
    StructView view = task.view(Timespec64.SCHEMA);
    view.set(Timespec64.TV_SEC, Math.floorDiv(nanos, SECOND));
    view.set(Timespec64.TV_NSEC, Math.floorMod(nanos, SECOND));
    view.copyOut(task.memory(), address);
  }

  /**
   * The value of a clock in nanoseconds.
   *
   * <p>EINVAL for a clock that does not exist.
   */
  static long read(Task task, int clock) {
    Clock clocks = task.kernel().clock();
    return switch (clock) {
      case CLOCK_REALTIME, CLOCK_REALTIME_COARSE, CLOCK_REALTIME_ALARM, CLOCK_TAI ->
          clocks.realtime();
      case CLOCK_MONOTONIC, CLOCK_MONOTONIC_RAW, CLOCK_MONOTONIC_COARSE -> clocks.monotonic();
      case CLOCK_BOOTTIME, CLOCK_BOOTTIME_ALARM -> clocks.boottime();
      case CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID -> clocks.cpu();
      default -> readCpuClock(task, clock);
    };
  }

  /** A negative clock names a process or thread in its upper bits (clock_getcpuclockid(3)). */
  private static long readCpuClock(Task task, int clock) {
    int pid = ~(clock >> 3);
    boolean own = pid == 0 || pid == task.process().pid() || pid == task.tid();
    if (clock >= 0 || (clock & 3) == 3 || !own) {
      throw Errno.EINVAL.failure();
    }
    return task.kernel().clock().cpu();
  }

  private static long resolution(Task task, int clock) {
    read(task, clock);
    return clock == CLOCK_REALTIME_COARSE || clock == CLOCK_MONOTONIC_COARSE ? COARSE_NANOS : 1;
  }

  private static void requireSettable(int clock) {
    if (clock != CLOCK_REALTIME) {
      throw Errno.EINVAL.failure();
    }
  }

  private static void requireSleepable(int clock) {
    switch (clock) {
      case CLOCK_REALTIME,
          CLOCK_MONOTONIC,
          CLOCK_BOOTTIME,
          CLOCK_TAI,
          CLOCK_PROCESS_CPUTIME_ID,
          CLOCK_REALTIME_ALARM,
          CLOCK_BOOTTIME_ALARM -> {}
      case CLOCK_MONOTONIC_RAW, CLOCK_REALTIME_COARSE, CLOCK_MONOTONIC_COARSE ->
          throw Errno.EOPNOTSUPP.failure();
      default -> throw Errno.EINVAL.failure();
    }
  }

  private static long nanos(long seconds, long nanoseconds) {
    if (seconds < 0 || nanoseconds < 0 || nanoseconds >= SECOND) {
      throw Errno.EINVAL.failure();
    }
    return seconds >= MAX_SECONDS ? Long.MAX_VALUE : seconds * SECOND + nanoseconds;
  }

  private static long sleep(
      Task task, int clock, long flags, long nanos, long remaining, boolean wide) {
    task.leaveGuest();
    boolean absolute = (flags & ABSOLUTE) != 0;
    long now = read(task, clock);
    long end = absolute ? nanos : now + Math.min(nanos, Long.MAX_VALUE - now);
    return sleepUntil(task, clock, end, absolute, remaining, wide);
  }

  private static long sleepUntil(
      Task task, int clock, long end, boolean absolute, long remaining, boolean wide) {
    task.leaveGuest();
    long patience = Math.max(0, end - read(task, clock));
    WaitQueue.Outcome outcome = new WaitQueue().await(() -> read(task, clock) >= end, patience);
    if (outcome != WaitQueue.Outcome.INTERRUPTED) {
      return 0;
    }
    if (absolute) {
      throw Restart.ERESTARTNOHAND.failure();
    }
    if (remaining != 0) {
      long left = Math.max(0, end - read(task, clock));
      if (wide) {
        writeTimespec64(task, remaining, left);
      } else {
        writeTimespec(task, remaining, left);
      }
    }
    task.setRestart(t -> sleepUntil(t, clock, end, false, remaining, wide));
    throw Restart.ERESTART_RESTARTBLOCK.failure();
  }
}

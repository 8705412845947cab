package tollgate.abi.uapi;

/**
 * Clock numbers, flags of the timer calls, and adjtimex(2).
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from linux/time.h, linux/timerfd.h,
 * linux/timex.h.
 */
public final class Clock {
  public static final int ADJ_ESTERROR = 0x8;
  public static final int ADJ_FREQUENCY = 0x2;
  public static final int ADJ_MAXERROR = 0x4;
  public static final int ADJ_MICRO = 0x1000;
  public static final int ADJ_NANO = 0x2000;
  public static final int ADJ_OFFSET = 0x1;
  public static final int ADJ_OFFSET_SINGLESHOT = 0x8001;
  public static final int ADJ_OFFSET_SS_READ = 0xa001;
  public static final int ADJ_SETOFFSET = 0x100;
  public static final int ADJ_STATUS = 0x10;
  public static final int ADJ_TAI = 0x80;
  public static final int ADJ_TICK = 0x4000;
  public static final int ADJ_TIMECONST = 0x20;
  public static final int CLOCKS_MASK = 0x1;
  public static final int CLOCK_BOOTTIME = 7;
  public static final int CLOCK_BOOTTIME_ALARM = 9;
  public static final int CLOCK_MONOTONIC = 1;
  public static final int CLOCK_MONOTONIC_COARSE = 6;
  public static final int CLOCK_MONOTONIC_RAW = 4;
  public static final int CLOCK_PROCESS_CPUTIME_ID = 2;
  public static final int CLOCK_REALTIME = 0;
  public static final int CLOCK_REALTIME_ALARM = 8;
  public static final int CLOCK_REALTIME_COARSE = 5;
  public static final int CLOCK_SGI_CYCLE = 10;
  public static final int CLOCK_TAI = 11;
  public static final int CLOCK_THREAD_CPUTIME_ID = 3;
  public static final int ITIMER_PROF = 2;
  public static final int ITIMER_REAL = 0;
  public static final int ITIMER_VIRTUAL = 1;
  public static final int MAX_CLOCKS = 16;
  public static final int STA_CLK = 0x8000;
  public static final int STA_CLOCKERR = 0x1000;
  public static final int STA_DEL = 0x20;
  public static final int STA_FLL = 0x8;
  public static final int STA_FREQHOLD = 0x80;
  public static final int STA_INS = 0x10;
  public static final int STA_MODE = 0x4000;
  public static final int STA_NANO = 0x2000;
  public static final int STA_PLL = 0x1;
  public static final int STA_PPSERROR = 0x800;
  public static final int STA_PPSFREQ = 0x2;
  public static final int STA_PPSJITTER = 0x200;
  public static final int STA_PPSSIGNAL = 0x100;
  public static final int STA_PPSTIME = 0x4;
  public static final int STA_PPSWANDER = 0x400;
  public static final int STA_RONLY = 0xff00;
  public static final int STA_UNSYNC = 0x40;
  public static final int TFD_CLOEXEC = 02000000;
  public static final int TFD_NONBLOCK = 04000;
  public static final int TFD_TIMER_ABSTIME = 0x1;
  public static final int TFD_TIMER_CANCEL_ON_SET = 0x2;
  public static final int TIMER_ABSTIME = 0x1;
  public static final int TIME_BAD = 5;
  public static final int TIME_DEL = 2;
  public static final int TIME_ERROR = 5;
  public static final int TIME_INS = 1;
  public static final int TIME_OK = 0;
  public static final int TIME_OOP = 3;
  public static final int TIME_WAIT = 4;

  private Clock() {}
}

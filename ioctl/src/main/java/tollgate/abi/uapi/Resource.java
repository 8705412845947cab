package tollgate.abi.uapi;

/**
 * Resource numbers of getrlimit(2), getrusage(2) and getpriority(2).
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from linux/resource.h, asm/resource.h.
 */
public final class Resource {
  public static final int PRIO_MAX = 20;
  public static final int PRIO_MIN = -20;
  public static final int PRIO_PGRP = 1;
  public static final int PRIO_PROCESS = 0;
  public static final int PRIO_USER = 2;
  public static final int RLIM64_INFINITY = -1;
  public static final int RLIMIT_AS = 9;
  public static final int RLIMIT_CORE = 4;
  public static final int RLIMIT_CPU = 0;
  public static final int RLIMIT_DATA = 2;
  public static final int RLIMIT_FSIZE = 1;
  public static final int RLIMIT_LOCKS = 10;
  public static final int RLIMIT_MEMLOCK = 8;
  public static final int RLIMIT_MSGQUEUE = 12;
  public static final int RLIMIT_NICE = 13;
  public static final int RLIMIT_NOFILE = 7;
  public static final int RLIMIT_NPROC = 6;
  public static final int RLIMIT_RSS = 5;
  public static final int RLIMIT_RTPRIO = 14;
  public static final int RLIMIT_RTTIME = 15;
  public static final int RLIMIT_SIGPENDING = 11;
  public static final int RLIMIT_STACK = 3;
  public static final int RLIM_INFINITY_X86_64 = -1;
  public static final long RLIM_INFINITY_I386 = 0xffffffffL;
  public static final int RUSAGE_BOTH = -2;
  public static final int RUSAGE_CHILDREN = -1;
  public static final int RUSAGE_SELF = 0;
  public static final int RUSAGE_THREAD = 1;

  private Resource() {}
}

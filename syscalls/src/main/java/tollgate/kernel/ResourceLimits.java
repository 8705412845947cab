package tollgate.kernel;

/**
 * A process's resource limits (getrlimit(2)), by RLIMIT_* number. {@link #INFINITY} is
 * RLIM_INFINITY. Thread-safe: each pair changes under the object's lock.
 */
public final class ResourceLimits {
  /** RLIM_INFINITY, compared unsigned. */
  public static final long INFINITY = -1L;

  public static final int CPU = 0;
  public static final int FSIZE = 1;
  public static final int DATA = 2;
  public static final int STACK = 3;
  public static final int CORE = 4;
  public static final int RSS = 5;
  public static final int NPROC = 6;
  public static final int NOFILE = 7;
  public static final int MEMLOCK = 8;
  public static final int AS = 9;
  public static final int LOCKS = 10;
  public static final int SIGPENDING = 11;
  public static final int MSGQUEUE = 12;
  public static final int NICE = 13;
  public static final int RTPRIO = 14;
  public static final int RTTIME = 15;

  /** How many limits there are (RLIM_NLIMITS). */
  public static final int COUNT = 16;

  private final long[] soft = new long[COUNT];
  private final long[] hard = new long[COUNT];

  /** The limits a process starts with on Linux (INIT_RLIMITS, include/asm-generic/resource.h). */
  public ResourceLimits() {
    for (int i = 0; i < COUNT; i++) {
      soft[i] = INFINITY;
      hard[i] = INFINITY;
    }
    soft[STACK] = 8L << 20;
    soft[CORE] = 0;
    soft[NPROC] = 4096;
    hard[NPROC] = 4096;
    soft[NOFILE] = 1024;
    hard[NOFILE] = 4096;
    soft[MEMLOCK] = 8L << 20;
    hard[MEMLOCK] = 8L << 20;
    soft[SIGPENDING] = 4096;
    hard[SIGPENDING] = 4096;
    soft[MSGQUEUE] = 819_200;
    hard[MSGQUEUE] = 819_200;
    soft[NICE] = 0;
    hard[NICE] = 0;
    soft[RTPRIO] = 0;
    hard[RTPRIO] = 0;
  }

  /** A copy for a new process. */
  public synchronized ResourceLimits copy() {
    ResourceLimits copy = new ResourceLimits();
    System.arraycopy(soft, 0, copy.soft, 0, COUNT);
    System.arraycopy(hard, 0, copy.hard, 0, COUNT);
    return copy;
  }

  /** The soft limit of a resource. */
  public synchronized long soft(int resource) {
    return soft[resource];
  }

  /** The hard limit of a resource. */
  public synchronized long hard(int resource) {
    return hard[resource];
  }

  /** Sets both limits of a resource; the caller has checked them. */
  public synchronized void set(int resource, long newSoft, long newHard) {
    soft[resource] = newSoft;
    hard[resource] = newHard;
  }
}

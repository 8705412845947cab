package tollgate.kernel;

import tollgate.platform.Host;

/**
 * The kernel's clocks, in nanoseconds. The one place where time comes from, so that virtual time
 * can take its place. Safe for all threads.
 */
public final class Clock {
  private final Host host;
  private final long bootCpuNanos;

  /** Clocks over the host's. */
  public Clock(Host host) {
    this.host = host;
    this.bootCpuNanos = host.processCpuNanos();
  }

  /** CLOCK_REALTIME: since 1970-01-01 UTC. */
  public long realtime() {
    return host.realtimeNanos();
  }

  /** CLOCK_MONOTONIC. */
  public long monotonic() {
    return host.monotonicNanos();
  }

  /** CLOCK_BOOTTIME. */
  public long boottime() {
    return host.boottimeNanos();
  }

  /** Processor time that the machine has used since it was built. */
  public long cpu() {
    return host.processCpuNanos() - bootCpuNanos;
  }
}

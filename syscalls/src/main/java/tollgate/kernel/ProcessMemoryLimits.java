package tollgate.kernel;

import tollgate.mm.MemoryLimits;

/** A process's limits as memory management asks for them. */
final class ProcessMemoryLimits implements MemoryLimits {
  private final ResourceLimits limits;

  ProcessMemoryLimits(ResourceLimits limits) {
    this.limits = limits;
  }

  @Override
  public long addressSpace() {
    return soft(ResourceLimits.AS);
  }

  @Override
  public long data() {
    return soft(ResourceLimits.DATA);
  }

  @Override
  public long stack() {
    return soft(ResourceLimits.STACK);
  }

  @Override
  public long locked() {
    return soft(ResourceLimits.MEMLOCK);
  }

  /** A limit that does not fit a signed long is no limit. */
  private long soft(int resource) {
    long limit = limits.soft(resource);
    return limit < 0 ? INFINITY : limit;
  }
}

package tollgate.device.mem;

/** Where a machine's random bytes come from; seeded when it must repeat. Safe for all threads. */
@FunctionalInterface
public interface RandomSource {
  /** Fills part of an array. */
  void fill(byte[] into, int offset, int length);
}

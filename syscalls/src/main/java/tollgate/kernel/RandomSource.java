package tollgate.kernel;

/** Where the kernel's unpredictable bytes come from: the host, or a seed. Safe for all threads. */
@FunctionalInterface
public interface RandomSource {
  /** Fills part of an array. */
  void fill(byte[] into, int offset, int length);
}

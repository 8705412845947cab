package tollgate.mm;

/** Gives the memory of unused frames back to the host. Called with the memory's lock held. */
@FunctionalInterface
public interface FrameReleaser {
  /** Keeps everything: for tests and hosts without MADV_DONTNEED. */
  FrameReleaser NONE = (physical, length) -> false;

  /**
   * Releases a range of whole frames.
   *
   * @return true when the range reads as zero from now on
   */
  boolean release(long physical, long length);
}

package tollgate.mm;

/**
 * The pages of one file that mappings show. The file tells it what happens to its bytes by other
 * means, so that mappings and calls see the same: {@link #writeBack} before it reads or writes a
 * range, {@link #changed} after it wrote one or was cut off. Safe for all threads; must not be
 * called with a lock that the file's {@link PageSource} methods take and do not have already.
 */
public interface MappedPages {
  /** As a length: all up to the end. */
  long TO_END = Long.MAX_VALUE;

  /**
   * Writes pages of a range that were changed through shared mappings to the file.
   *
   * @return 0, or the first -errno
   */
  int writeBack(long offset, long length);

  /** Brings the pages of a range up to date with the file; those past its end disappear. */
  void changed(long offset, long length);
}

package tollgate.mm;

/**
 * Where the pages of a file mapping come from. One object stands for one file, so that all shared
 * mappings of it and its reads and writes see the same bytes. Safe for all threads.
 */
public interface PageSource {
  /** Bytes in the file now: an access to a page wholly beyond it is SIGBUS. */
  long size();

  /**
   * Reads a page's bytes into the arena; what lies past the end of the file is zero.
   *
   * @param offset in the file, page aligned
   * @param physical the frame to fill
   * @return 0, or -errno (EIO: SIGBUS)
   */
  int readPage(long offset, RamArena arena, long physical);

  /**
   * Writes a dirty page of a shared mapping back, up to the end of the file.
   *
   * @return 0, or -errno
   */
  int writePage(long offset, RamArena arena, long physical);

  /**
   * Says that mappings show pages of the file from now on, or, with null, that none does any more.
   * Called with the memory's lock held: just keep it.
   */
  default void mapped(MappedPages pages) {}
}

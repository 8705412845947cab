package tollgate.mm;

/**
 * Write-xor-execute over all aliases of a frame. A processor that caches translated code does not
 * see stores to it through another mapping, so a frame is mapped either executable or writable, and
 * changing sides goes through a page fault. An anonymous frame is writable through one entry at
 * most; the frame of a page cache may be mapped by many address spaces, which are visited here.
 *
 * <p>Used under the lock of the {@link PhysicalMemory}.
 */
final class ExecutableFrames {
  private ExecutableFrames() {}

  /**
   * Takes write access to a frame away everywhere.
   *
   * @param cache the page cache that owns the frame, or null for an anonymous one, whose only
   *     writable entry is the caller's to change
   * @return true when code translated from it may be out of date
   */
  static boolean makeExecutable(FrameAllocator frames, PageCache cache, long page, int frame) {
    boolean stale = frames.makeExecutable(frame);
    updateAliases(cache, page, frame);
    return stale;
  }

  /** Takes the right to execute from a frame away everywhere. */
  static void makeWritable(FrameAllocator frames, PageCache cache, long page, int frame) {
    if (frames.executable(frame)) {
      frames.makeWritable(frame);
      updateAliases(cache, page, frame);
    }
  }

  private static void updateAliases(PageCache cache, long page, int frame) {
    if (cache != null) {
      for (AddressSpace space : cache.mappers()) {
        space.ranges.updateCachePage(cache, page, frame);
      }
    }
  }
}

package tollgate.mm;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The machine's memory: the arena, its frames and the page caches of mapped files. One for each
 * machine; its monitor is the one lock of memory management and a leaf: no file is read or written,
 * and no other lock taken, while it is held.
 */
public final class PhysicalMemory {
  private final RamArena arena;
  final FrameAllocator frames;
  private final Map<PageSource, PageCache> caches = new IdentityHashMap<>();

  /**
   * A machine's memory.
   *
   * @param arena zero-filled; its size is the limit of everything guests hold in memory
   * @param releaser gives unused frames back to the host
   */
  public PhysicalMemory(RamArena arena, FrameReleaser releaser) {
    this.arena = arena;
    frames = new FrameAllocator(arena, releaser);
  }

  /** The memory itself. */
  public RamArena arena() {
    return arena;
  }

  /** Bytes in the machine: MemTotal. */
  public long totalBytes() {
    return (long) frames.total() * RamArena.FRAME_SIZE;
  }

  /** Bytes not in use: MemFree. */
  public synchronized long freeBytes() {
    return (long) (frames.total() - frames.live()) * RamArena.FRAME_SIZE;
  }

  /** The cache of a file, with one more user; made when there is none. Lock held. */
  PageCache acquire(PageSource source) {
    PageCache cache = caches.get(source);
    if (cache == null) {
      cache = new PageCache(this, source);
      caches.put(source, cache);
      source.mapped(cache);
    }
    cache.users++;
    return cache;
  }

  /** One user less; the last one writes back and frees the pages. Lock not held. */
  void drop(PageCache cache) {
    synchronized (this) {
      if (cache.users > 1) {
        cache.users--;
        return;
      }
    }
    cache.writeBackPages(0, Long.MAX_VALUE);
    synchronized (this) {
      if (--cache.users == 0) {
        if (cache.source() != null) {
          caches.remove(cache.source());
          cache.source().mapped(null);
        }
        cache.free();
      }
    }
  }
}

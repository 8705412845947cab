package tollgate.mm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tollgate.abi.Errno;

/**
 * The frames that hold pages of one file, or of one shared anonymous mapping: all mappings and all
 * processes see the same ones. Fields are guarded by the {@link PhysicalMemory}; the methods that
 * read or write the file are called without its lock.
 */
final class PageCache implements MappedPages {
  private static final int CHUNK_BITS = 9;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int PRESENT = 1 << 30;
  private static final int DIRTY = 1 << 29;
  private static final int FRAME = DIRTY - 1;

  /** Mappings and others that hold the cache. */
  int users;

  private final PhysicalMemory memory;
  private final PageSource source;
  private final Map<Long, int[]> chunks = new HashMap<>();
  private final Map<AddressSpace, int[]> mappers = new IdentityHashMap<>();

  PageCache(PhysicalMemory memory, PageSource source) {
    this.memory = memory;
    this.source = source;
  }

  /** The file, or null for shared anonymous memory. */
  PageSource source() {
    return source;
  }

  /** The frame of a page, or {@link FrameAllocator#NONE}. Lock held. */
  int lookup(long page) {
    int[] chunk = chunks.get(page >>> CHUNK_BITS);
    int entry = chunk == null ? 0 : chunk[(int) page & (CHUNK - 1)];
    return entry == 0 ? FrameAllocator.NONE : entry & FRAME;
  }

  /** Makes a frame the page; the cache takes over the caller's reference. Lock held. */
  void insert(long page, int frame) {
    chunks.computeIfAbsent(page >>> CHUNK_BITS, k -> new int[CHUNK])[(int) page & (CHUNK - 1)] =
        frame | PRESENT;
  }

  /** The page is about to be written through a mapping. Lock held. */
  void markDirty(long page) {
    if (source != null) {
      chunks.get(page >>> CHUNK_BITS)[(int) page & (CHUNK - 1)] |= DIRTY;
    }
  }

  /** A mapping of an address space appeared. Lock held. */
  void addMapper(AddressSpace space) {
    mappers.computeIfAbsent(space, k -> new int[1])[0]++;
  }

  /** A mapping of an address space went. Lock held. */
  void removeMapper(AddressSpace space) {
    int[] count = mappers.get(space);
    if (--count[0] == 0) {
      mappers.remove(space);
    }
  }

  /** The address spaces that map the file. Lock held. */
  Iterable<AddressSpace> mappers() {
    return mappers.keySet();
  }

  /**
   * Reads a page from the file unless it came meanwhile. Lock not held.
   *
   * @return HANDLED, BUS_ADRERR or OOM
   */
  FaultResult fill(long page) {
    int frame;
    synchronized (memory) {
      if (lookup(page) != FrameAllocator.NONE) {
        return FaultResult.HANDLED;
      }
      frame = memory.frames.allocateForOverwrite();
      if (frame == FrameAllocator.NONE) {
        return FaultResult.OOM;
      }
      memory.frames.written(frame);
    }
    int error = source.readPage(page << 12, memory.arena(), FrameAllocator.address(frame));
    synchronized (memory) {
      if (error != 0 || lookup(page) != FrameAllocator.NONE) {
        memory.frames.release(frame);
        return error == 0 ? FaultResult.HANDLED : FaultResult.BUS_ADRERR;
      }
      insert(page, frame);
      return FaultResult.HANDLED;
    }
  }

  @Override
  public int writeBack(long offset, long length) {
    return writeBackPages(offset >>> 12, pageAfter(offset, length));
  }

  @Override
  public void changed(long offset, long length) {
    for (long page : pages(offset >>> 12, pageAfter(offset, length), false)) {
      int frame;
      synchronized (memory) {
        frame = lookup(page);
        if (frame == FrameAllocator.NONE) {
          continue;
        }
        memory.frames.retain(frame);
        ExecutableFrames.makeWritable(memory.frames, this, page, frame);
      }
      if (page << 12 >= source.size()) {
        synchronized (memory) {
          remove(page);
        }
      } else if (source.readPage(page << 12, memory.arena(), FrameAllocator.address(frame)) != 0) {
        memory.arena().clear(FrameAllocator.address(frame), RamArena.FRAME_SIZE);
      }
      synchronized (memory) {
        memory.frames.release(frame);
      }
    }
  }

  /**
   * Writes dirty pages of a range to the file. Pages that are still mapped writable stay dirty:
   * what the guest stores next is not seen otherwise. Lock not held.
   *
   * @return 0, or the first -errno
   */
  int writeBackPages(long from, long to) {
    if (source == null) {
      return 0;
    }
    int result = 0;
    for (long page : pages(from, to, true)) {
      int frame;
      synchronized (memory) {
        frame = lookup(page);
        if (frame == FrameAllocator.NONE) {
          continue;
        }
        memory.frames.retain(frame);
      }
      int error = Errno.EIO.number();
      try {
        error = source.writePage(page << 12, memory.arena(), FrameAllocator.address(frame));
      } finally {
        synchronized (memory) {
          memory.frames.release(frame);
        }
      }
      result = result == 0 ? error : result;
    }
    return result;
  }

  /** Gives all frames back. Lock held. */
  void free() {
    for (int[] chunk : chunks.values()) {
      for (int entry : chunk) {
        if (entry != 0) {
          memory.frames.release(entry & FRAME);
        }
      }
    }
    chunks.clear();
  }

  /** Takes a page out of the cache and out of all mappings. Lock held. */
  void remove(long page) {
    int frame = lookup(page);
    if (frame == FrameAllocator.NONE) {
      return;
    }
    for (AddressSpace space : mappers.keySet()) {
      space.ranges.forgetCachePage(this, page);
    }
    chunks.get(page >>> CHUNK_BITS)[(int) page & (CHUNK - 1)] = 0;
    memory.frames.release(frame);
  }

  /** The number of the first page after a range. */
  private static long pageAfter(long offset, long length) {
    long end = length > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + length;
    return (end - 1 >>> 12) + 1;
  }

  private List<Long> pages(long from, long to, boolean dirtyOnly) {
    List<Long> found = new ArrayList<>();
    synchronized (memory) {
      chunks.forEach(
          (key, chunk) -> {
            for (int i = 0; i < CHUNK; i++) {
              long page = (key << CHUNK_BITS) + i;
              boolean wanted = dirtyOnly ? (chunk[i] & DIRTY) != 0 : chunk[i] != 0;
              if (wanted && page >= from && page < to) {
                found.add(page);
              }
            }
          });
    }
    found.sort(null);
    return found;
  }
}

package tollgate.fs.tmp;

import java.util.Map;
import java.util.TreeMap;
import tollgate.abi.Errno;

/**
 * The pages of one file: sparse, allocated when written. Its monitor guards the map; the bytes of a
 * page are copied outside it, so that a user copy which faults never waits for another file.
 */
final class TmpData {
  static final int PAGE_SHIFT = 12;
  static final int PAGE_SIZE = 1 << PAGE_SHIFT;

  private static final int CHUNK_SHIFT = 9;
  private static final int CHUNK_PAGES = 1 << CHUNK_SHIFT;

  private final TmpFs fileSystem;
  private final TreeMap<Long, byte[][]> chunks = new TreeMap<>();
  private long lastIndex = -1;
  private byte[][] lastChunk;
  private long size;
  private long allocated;
  private boolean freed;

  TmpData(TmpFs fileSystem) {
    this.fileSystem = fileSystem;
  }

  synchronized long size() {
    return size;
  }

  synchronized long allocatedPages() {
    return allocated;
  }

  /** The page with a number, or null for a hole. */
  synchronized byte[] page(long number) {
    byte[][] chunk = chunk(number >>> CHUNK_SHIFT, false);
    return chunk == null ? null : chunk[(int) number & (CHUNK_PAGES - 1)];
  }

  /** The page with a number, allocated if it was a hole; null when the limit is reached. */
  synchronized byte[] pageForWriting(long number) {
    byte[][] chunk = chunk(number >>> CHUNK_SHIFT, true);
    int slot = (int) number & (CHUNK_PAGES - 1);
    if (chunk[slot] == null) {
      if (!freed && !fileSystem.takePages(1)) {
        return null;
      }
      allocated++;
      chunk[slot] = new byte[PAGE_SIZE];
    }
    return chunk[slot];
  }

  /** Makes the file at least so long. */
  synchronized void extend(long atLeast) {
    size = Math.max(size, atLeast);
  }

  /** Sets the size; what lies beyond is freed, and zero if the file grows again. */
  synchronized void resize(long newSize) {
    if (newSize < size) {
      punch(newSize, Long.MAX_VALUE);
    }
    size = newSize;
  }

  /** Makes a hole: whole pages are freed, parts cleared. */
  synchronized void punch(long from, long to) {
    long firstWhole = (from + PAGE_SIZE - 1) >>> PAGE_SHIFT;
    long endWhole = to >>> PAGE_SHIFT;
    clearPart(from, Math.min(to, firstWhole << PAGE_SHIFT));
    if (endWhole >= firstWhole) {
      clearPart(Math.max(from, endWhole << PAGE_SHIFT), to);
      freePages(firstWhole, endWhole);
    }
  }

  /** Allocates all pages of a range; ENOSPC, then nothing more than before is allocated. */
  synchronized void allocate(long from, long to) {
    long end = (to + PAGE_SIZE - 1) >>> PAGE_SHIFT;
    long first = from >>> PAGE_SHIFT;
    long room = missing(first, end);
    if (!fileSystem.takePages(room)) {
      throw Errno.ENOSPC.failure();
    }
    fileSystem.givePages(room);
    for (long number = first; number < end; number++) {
      if (pageForWriting(number) == null) {
        throw Errno.ENOSPC.failure();
      }
    }
  }

  /** The first offset from {@code from} on that is data, or is a hole; -1 when there is none. */
  synchronized long seek(long from, boolean data) {
    if (from < 0 || from >= size) {
      return -1;
    }
    long end = (size + PAGE_SIZE - 1) >>> PAGE_SHIFT;
    long number = from >>> PAGE_SHIFT;
    while (number < end) {
      if ((page(number) != null) == data) {
        return Math.max(from, number << PAGE_SHIFT);
      }
      number = data ? nextPossible(number) : number + 1;
    }
    return data ? -1 : size;
  }

  /** Gives all pages back to the file system's budget. */
  synchronized void free() {
    freed = true;
    fileSystem.givePages(allocated);
  }

  private long missing(long first, long end) {
    long present = 0;
    long chunkEnd = (end + CHUNK_PAGES - 1) >>> CHUNK_SHIFT;
    for (Map.Entry<Long, byte[][]> e :
        chunks.subMap(first >>> CHUNK_SHIFT, true, chunkEnd, true).entrySet()) {
      long base = e.getKey() << CHUNK_SHIFT;
      for (int i = 0; i < CHUNK_PAGES; i++) {
        if (e.getValue()[i] != null && base + i >= first && base + i < end) {
          present++;
        }
      }
    }
    return end - first - present;
  }

  private long nextPossible(long number) {
    if (chunk(number >>> CHUNK_SHIFT, false) != null) {
      return number + 1;
    }
    Long next = chunks.higherKey(number >>> CHUNK_SHIFT);
    return next == null ? Long.MAX_VALUE : next << CHUNK_SHIFT;
  }

  private byte[][] chunk(long index, boolean create) {
    if (index == lastIndex && lastChunk != null) {
      return lastChunk;
    }
    byte[][] chunk = chunks.get(index);
    if (chunk == null && create) {
      chunk = new byte[CHUNK_PAGES][];
      chunks.put(index, chunk);
    }
    lastIndex = index;
    lastChunk = chunk;
    return chunk;
  }

  private void clearPart(long from, long to) {
    if (from >= to) {
      return;
    }
    byte[] page = page(from >>> PAGE_SHIFT);
    if (page != null) {
      int start = (int) (from & (PAGE_SIZE - 1));
      java.util.Arrays.fill(page, start, (int) (start + (to - from)), (byte) 0);
    }
  }

  private void freePages(long first, long end) {
    lastIndex = -1;
    lastChunk = null;
    var range = chunks.subMap(first >>> CHUNK_SHIFT, true, end >>> CHUNK_SHIFT, true);
    range
        .entrySet()
        .removeIf(
            e -> {
              freeIn(e.getValue(), e.getKey() << CHUNK_SHIFT, first, end);
              return isEmpty(e.getValue());
            });
  }

  private void freeIn(byte[][] chunk, long base, long first, long end) {
    for (int i = 0; i < CHUNK_PAGES; i++) {
      if (chunk[i] != null && base + i >= first && base + i < end) {
        chunk[i] = null;
        allocated--;
        if (!freed) {
          fileSystem.givePages(1);
        }
      }
    }
  }

  private static boolean isEmpty(byte[][] chunk) {
    for (byte[] page : chunk) {
      if (page != null) {
        return false;
      }
    }
    return true;
  }
}

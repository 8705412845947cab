package tollgate.mm;

import java.util.Arrays;

/**
 * Hands out the 4 KiB frames of a {@link RamArena} and counts who uses them. A frame is named by
 * its number: physical address / 4096. Frame 0 is never handed out: it stays zero and stands behind
 * every anonymous page that was only read.
 *
 * <p>For each frame it also keeps what the write-xor-execute scheme needs (see {@link
 * ExecutableFrames}). All methods are to be called under the lock of the {@link PhysicalMemory}.
 */
final class FrameAllocator {
  /** No frame: the memory limit is reached. */
  static final int NONE = -1;

  /** The frame that is always zero. */
  static final int ZERO = 0;

  private static final int CHUNK_BITS = 12;
  private static final int CHUNK = 1 << CHUNK_BITS;

  /** Freed frames that still hold old bytes are given back to the host in batches of this many. */
  private static final int RELEASE_BATCH = 1024;

  private static final byte EXECUTABLE = 1;
  private static final byte STALE = 2;
  private static final byte TRANSLATED = 4;
  private static final byte DIRTY_BYTES = 8;

  private final RamArena arena;
  private final FrameReleaser releaser;
  private final int limit;
  private final int[][] references;
  private final byte[][] states;
  private int[] free = new int[256];
  private int freeCount;
  private int used = 1;
  private int live = 1;
  private int dirtyFree;

  FrameAllocator(RamArena arena, FrameReleaser releaser) {
    this.arena = arena;
    this.releaser = releaser;
    limit = (int) Math.min(arena.size() / RamArena.FRAME_SIZE, 1 << 28);
    int chunks = (limit + CHUNK - 1) >>> CHUNK_BITS;
    references = new int[chunks][];
    states = new byte[chunks][];
    chunk(0);
    references[0][ZERO] = 1;
    setState(ZERO, EXECUTABLE);
  }

  /** Frames in the arena. */
  int total() {
    return limit;
  }

  /** Frames in use now. */
  int live() {
    return live;
  }

  /** A zero-filled frame with one reference, or {@link #NONE}. */
  int allocate() {
    int frame = allocateForOverwrite();
    if (frame != NONE && (state(frame) & DIRTY_BYTES) != 0) {
      arena.clear(address(frame), RamArena.FRAME_SIZE);
    }
    if (frame != NONE) {
      setState(frame, state(frame) | DIRTY_BYTES);
    }
    return frame;
  }

  /** A frame of any content with one reference, for a caller that writes all of it, or NONE. */
  int allocateForOverwrite() {
    int frame;
    if (freeCount > 0) {
      frame = free[--freeCount];
      if ((state(frame) & DIRTY_BYTES) != 0) {
        dirtyFree--;
      }
    } else if (used < limit) {
      frame = used++;
      chunk(frame);
    } else {
      return NONE;
    }
    references[frame >>> CHUNK_BITS][frame & (CHUNK - 1)] = 1;
    live++;
    return frame;
  }

  /** Says that a frame from {@link #allocateForOverwrite} was written. */
  void written(int frame) {
    setState(frame, state(frame) | DIRTY_BYTES);
  }

  /** One more user of a frame; the zero frame does not count its users. */
  void retain(int frame) {
    if (frame != ZERO) {
      references[frame >>> CHUNK_BITS][frame & (CHUNK - 1)]++;
    }
  }

  /** One user less; the last one frees the frame. */
  void release(int frame) {
    if (frame == ZERO) {
      return;
    }
    int left = --references[frame >>> CHUNK_BITS][frame & (CHUNK - 1)];
    if (left > 0) {
      return;
    }
    if (left < 0) {
      throw new IllegalStateException("frame " + frame + " released too often");
    }
    live--;
    int state = state(frame) & ~EXECUTABLE;
    if ((state & TRANSLATED) != 0) {
      state |= STALE;
    }
    setState(frame, state);
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, free.length * 2);
    }
    free[freeCount++] = frame;
    if ((state & DIRTY_BYTES) != 0 && ++dirtyFree >= RELEASE_BATCH) {
      releaseToHost();
    }
  }

  /** How many users a frame has. */
  int references(int frame) {
    return references[frame >>> CHUNK_BITS][frame & (CHUNK - 1)];
  }

  /** True while the frame may be mapped executable, and then nowhere writable. */
  boolean executable(int frame) {
    return (state(frame) & EXECUTABLE) != 0;
  }

  /**
   * Lets the frame be mapped executable.
   *
   * @return true when code translated from it earlier may be out of date
   */
  boolean makeExecutable(int frame) {
    int state = state(frame);
    setState(frame, (state | EXECUTABLE | TRANSLATED) & ~STALE);
    return (state & STALE) != 0;
  }

  /** Lets the frame be mapped writable; what was translated from it becomes out of date. */
  void makeWritable(int frame) {
    setState(frame, (state(frame) | STALE) & ~EXECUTABLE);
  }

  /** The physical address of a frame. */
  static long address(int frame) {
    return (long) frame << 12;
  }

  private void releaseToHost() {
    Arrays.sort(free, 0, freeCount);
    int start = 0;
    while (start < freeCount) {
      int end = start + 1;
      while (end < freeCount && free[end] == free[end - 1] + 1) {
        end++;
      }
      long from = address(free[start]);
      if (releaser.release(from, (long) (end - start) * RamArena.FRAME_SIZE)) {
        for (int i = start; i < end; i++) {
          setState(free[i], state(free[i]) & ~DIRTY_BYTES);
        }
      }
      start = end;
    }
    dirtyFree = 0;
  }

  private int state(int frame) {
    return states[frame >>> CHUNK_BITS][frame & (CHUNK - 1)];
  }

  private void setState(int frame, int state) {
    states[frame >>> CHUNK_BITS][frame & (CHUNK - 1)] = (byte) state;
  }

  private void chunk(int frame) {
    int chunk = frame >>> CHUNK_BITS;
    if (references[chunk] == null) {
      references[chunk] = new int[CHUNK];
      states[chunk] = new byte[CHUNK];
    }
  }
}

package tollgate.cpu.unicorn;

import tollgate.unicorn.HostMemory;
import tollgate.unicorn.UnicornConstants;
import tollgate.unicorn.UnicornEngine;

/**
 * The engine's buffer for translated code. When it is full, libunicorn 2.1.1 throws all code away
 * in the middle of a run and then follows a reference to a block that is gone, which ends the whole
 * process (the project's issue 1923). So the buffer is emptied between two runs, before it is full.
 * How full it is stands in the engine's TCGContext, found by its shape: start, size, usable size,
 * next free place, data, limit. An engine in which it is not found is left to itself: releases in
 * which it lies elsewhere are newer.
 */
final class TranslationBuffer {
  /** Bytes asked for: enough for large programs, small beside the JVM. */
  static final int SIZE = 64 << 20;

  /** More than the largest block can take. */
  private static final long MARGIN = 1 << 20;

  private static final int TOTAL = 8;
  private static final int USABLE = 16;
  private static final int FREE = 24;
  private static final int LIMIT = 40;

  private final UnicornEngine engine;
  private final long size;
  private final HostRanges ranges = new HostRanges();

  /** Address of the address of the next free byte, or of a zero. */
  private final long next;

  private final long mark;

  /** Finds the buffer of an engine that has translated something. */
  TranslationBuffer(UnicornEngine engine, long size, long zero) {
    this.engine = engine;
    this.size = size;
    long found = find();
    next = found == 0 ? zero : found + FREE;
    mark = found == 0 ? Long.MAX_VALUE : HostMemory.getLong(found + LIMIT) - MARGIN;
  }

  /** Whether it is time to {@link #empty}. */
  boolean nearlyFull() {
    return HostMemory.getLong(next) >= mark;
  }

  /** Address of the next free byte; 0 when it is not known. */
  long position() {
    return HostMemory.getLong(next);
  }

  /** Throws all translated code away. Only while the engine does not run. */
  void empty() {
    engine.uc_ctl(UnicornConstants.UC_CTL_TB_FLUSH);
  }

  private long find() {
    long uc = engine.address();
    long end = ranges.endOfBlock(uc) - 8;
    for (long at = uc; at <= end; at += 8) {
      long context = HostMemory.getLong(at);
      long limit = ranges.endOfBlock(context) - LIMIT;
      for (long p = context; p < limit; p += 8) {
        if (looksRight(p)) {
          return p;
        }
      }
    }
    return 0;
  }

  private boolean looksRight(long at) {
    long total = HostMemory.getLong(at + TOTAL);
    if (total <= size / 2 || total > size) {
      return false;
    }
    long start = HostMemory.getLong(at);
    long end = start + total;
    long usable = HostMemory.getLong(at + USABLE);
    long free = HostMemory.getLong(at + FREE);
    long limit = HostMemory.getLong(at + LIMIT);
    return usable <= total
        && usable > total - MARGIN
        && free > start
        && free < end
        && limit <= end
        && limit > end - MARGIN;
  }
}

package tollgate.mm;

/**
 * A four-level x86-64 page table in frames of the arena (SDM vol. 3, 4.5), as the processor reads
 * it. Accessed and dirty bits are preset, so that no walker has to write. Three of the bits that
 * the processor ignores are ours; an entry that holds a frame may be not present (PROT_NONE).
 *
 * <p>Used under the lock of the {@link PhysicalMemory}.
 */
final class PageTable {
  static final long PRESENT = 1;
  static final long WRITABLE = 2;
  static final long USER = 4;
  static final long ACCESSED_DIRTY = 0x60;
  static final long NO_EXECUTE = 1L << 63;

  /** Ours: the entry holds a frame, present or not. */
  static final long HELD = 0x200;

  /** Ours: the frame is the mapping's own (anonymous or copied), not a page cache's. */
  static final long ANON = 0x400;

  /** No table there, or no frame left for one. */
  static final long NO_SLOT = -1;

  private static final long FRAME_MASK = 0x000f_ffff_ffff_f000L;
  private static final long TABLE = PRESENT | WRITABLE | USER | ACCESSED_DIRTY;
  private static final int ENTRIES = 512;
  private static final int LEAF_SHIFT = 12;
  private static final int ROOT_SHIFT = 39;

  private final RamArena arena;
  private final FrameAllocator frames;
  private final int root;

  /** Makes an empty table; null when there is no frame for it. */
  static PageTable create(PhysicalMemory memory) {
    int root = memory.frames.allocate();
    return root == FrameAllocator.NONE ? null : new PageTable(memory, root);
  }

  private PageTable(PhysicalMemory memory, int root) {
    arena = memory.arena();
    frames = memory.frames;
    this.root = root;
  }

  /** Physical address of the top level: CR3. */
  long root() {
    return FrameAllocator.address(root);
  }

  /** The frame of an entry that is {@link #HELD}. */
  static int frame(long entry) {
    return (int) ((entry & FRAME_MASK) >>> 12);
  }

  /** An entry without rights that holds a frame. */
  static long hold(int frame, boolean anonymous) {
    return FrameAllocator.address(frame) | HELD | (anonymous ? ANON : 0);
  }

  /** Sets a slot of the top level: what the processor wants in every table. */
  void setRootSlot(int slot, long entry) {
    arena.putLong(root() + slot * 8L, entry);
  }

  /** The entry of a user page; 0 when nothing is there. */
  long get(long address) {
    long slot = slot(address);
    return slot == NO_SLOT ? 0 : arena.getLong(slot);
  }

  /** Physical address of a page's entry, or {@link #NO_SLOT}. */
  long slot(long address) {
    long table = root();
    for (int shift = ROOT_SHIFT; shift > LEAF_SHIFT; shift -= 9) {
      long entry = arena.getLong(table + index(address, shift) * 8);
      if ((entry & PRESENT) == 0) {
        return NO_SLOT;
      }
      table = entry & FRAME_MASK;
    }
    return table + index(address, LEAF_SHIFT) * 8;
  }

  /** Physical address of a page's entry; makes tables on the way; NO_SLOT when out of frames. */
  long makeSlot(long address) {
    long table = root();
    for (int shift = ROOT_SHIFT; shift > LEAF_SHIFT; shift -= 9) {
      long at = table + index(address, shift) * 8;
      long entry = arena.getLong(at);
      if ((entry & PRESENT) == 0) {
        int frame = frames.allocate();
        if (frame == FrameAllocator.NONE) {
          return NO_SLOT;
        }
        entry = FrameAllocator.address(frame) | TABLE;
        arena.putLong(at, entry);
      }
      table = entry & FRAME_MASK;
    }
    return table + index(address, LEAF_SHIFT) * 8;
  }

  /**
   * The first page at or after {@code from} and before {@code to} that has a leaf table: lets
   * callers step over what was never touched. Returns {@code to} when there is none.
   */
  long nextTable(long from, long to) {
    long at = from;
    while (at < to) {
      long table = root();
      int shift = ROOT_SHIFT;
      while (shift > LEAF_SHIFT) {
        long entry = arena.getLong(table + index(at, shift) * 8);
        if ((entry & PRESENT) == 0) {
          break;
        }
        table = entry & FRAME_MASK;
        shift -= 9;
      }
      if (shift == LEAF_SHIFT) {
        return at;
      }
      at = (at >>> shift) + 1 << shift;
    }
    return to;
  }

  /**
   * Frees the tables that lie wholly inside a range that has no mapping any more. All entries in it
   * are empty.
   *
   * @param from end of the mapping below, or 0
   * @param to start of the mapping above, or the end of user space
   */
  void freeTables(long from, long to) {
    freeTables(root(), ROOT_SHIFT, 0, from, to);
  }

  private void freeTables(long table, int shift, long base, long from, long to) {
    long span = 1L << shift;
    int first = (int) Math.max(0, (from - base) >> shift);
    int last = (int) Math.min(ENTRIES - 1, (to - 1 - base) >> shift);
    if (shift == ROOT_SHIFT) {
      last = Math.min(last, ENTRIES / 2 - 1);
    }
    for (int i = first; i <= last; i++) {
      long at = table + i * 8L;
      long entry = arena.getLong(at);
      if ((entry & PRESENT) == 0) {
        continue;
      }
      long start = base + i * span;
      if (shift - 9 > LEAF_SHIFT) {
        freeTables(entry & FRAME_MASK, shift - 9, start, from, to);
      }
      if (start >= from && start + span <= to) {
        arena.putLong(at, 0);
        frames.release(frame(entry));
      }
    }
  }

  /** Frees everything; all user entries are empty. */
  void free() {
    freeTables(0, 1L << 47);
    frames.release(root);
  }

  private static long index(long address, int shift) {
    return address >>> shift & ENTRIES - 1;
  }
}

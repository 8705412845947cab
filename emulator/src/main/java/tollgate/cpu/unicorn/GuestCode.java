package tollgate.cpu.unicorn;

import tollgate.mm.RamArena;

/** Reads guest code through the page table, to look at an instruction that trapped. */
final class GuestCode {
  /** No byte: the page is not present, or its tables lie outside the arena. */
  static final int NONE = -1;

  private static final long FRAME = 0x000ffffffffff000L;
  private static final int LEVELS = 4;

  private GuestCode() {}

  /** The byte at a virtual address, or {@link #NONE}. */
  static int byteAt(RamArena arena, long root, long address) {
    long table = root;
    for (int level = LEVELS - 1; level >= 0; level--) {
      long index = address >>> 12 + 9 * level & 0x1ff;
      if (Long.compareUnsigned(table, arena.size()) >= 0) {
        return NONE;
      }
      long entry = arena.getLong(table + 8 * index);
      if ((entry & 1) == 0) {
        return NONE;
      }
      table = entry & FRAME;
    }
    return Long.compareUnsigned(table, arena.size()) < 0
        ? arena.getByte(table + (address & 0xfff)) & 0xff
        : NONE;
  }
}

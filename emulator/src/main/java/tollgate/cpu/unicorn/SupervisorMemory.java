package tollgate.cpu.unicorn;

import tollgate.mm.Mmu;
import tollgate.unicorn.HostMemory;

/**
 * The few pages that belong to the processor, above the RAM arena in physical memory: the
 * descriptor table, the page tables that lead to it, and a top-level table for the time when no
 * address space is chosen. No user can reach them: none of the entries has the user bit.
 */
final class SupervisorMemory {
  private static final int PAGE = 4096;
  private static final int TOP = 0;
  private static final int POINTERS = PAGE;
  private static final int DIRECTORY = 2 * PAGE;
  private static final int TABLE = 3 * PAGE;
  private static final int DESCRIPTORS = 4 * PAGE;
  private static final int CODE = 5 * PAGE;

  /** Bytes in all pages. */
  static final int SIZE = 6 * PAGE;

  /** Virtual address of the first of these pages in every address space. */
  static final long BASE = (long) Mmu.SUPERVISOR_SLOT << 39 | 0xffffL << 48;

  private static final long PRESENT = 1;
  private static final long WRITABLE = 2;
  private static final long ACCESSED_DIRTY = 0x60;
  private static final long NO_EXECUTE = 1L << 63;

  private final long allocation = HostMemory.allocate(SIZE + PAGE);
  private final long host = allocation + PAGE - 1 & -PAGE;
  private final long physical;

  /** The descriptor table within. */
  final DescriptorTable descriptors = new DescriptorTable(host + DESCRIPTORS);

  /** Pages at a physical address. */
  SupervisorMemory(long physical) {
    this.physical = physical;
    long table = PRESENT | WRITABLE | ACCESSED_DIRTY;
    HostMemory.putLong(host + TOP + 8L * Mmu.SUPERVISOR_SLOT, entry());
    HostMemory.putLong(host + POINTERS, physical + DIRECTORY | table);
    HostMemory.putLong(host + DIRECTORY, physical + TABLE | table);
    HostMemory.putLong(
        host + TABLE + 8L * (DESCRIPTORS / PAGE), physical + DESCRIPTORS | table | NO_EXECUTE);
    HostMemory.putLong(
        host + TABLE + 8L * (CODE / PAGE), physical + CODE | PRESENT | ACCESSED_DIRTY);
  }

  /** The entry for the slot of a top-level table. */
  long entry() {
    return physical + POINTERS | PRESENT | WRITABLE | ACCESSED_DIRTY;
  }

  /** Host address of the pages. */
  long host() {
    return host;
  }

  /** Host address of eight bytes that are always zero: the null descriptor. */
  long zero() {
    return host + DESCRIPTORS;
  }

  /** Physical address of the pages. */
  long physical() {
    return physical;
  }

  /** Physical address of a top-level table that maps nothing but these pages. */
  long emptyRoot() {
    return physical + TOP;
  }

  /** Virtual address of the descriptor table. */
  long descriptorAddress() {
    return BASE + DESCRIPTORS;
  }

  /** Writes code for the supervisor; returns its virtual address. */
  long code(byte... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      HostMemory.putByte(host + CODE + i, bytes[i]);
    }
    return BASE + CODE;
  }

  /** Frees the memory, after the engine is closed. */
  void free() {
    HostMemory.free(allocation);
  }
}

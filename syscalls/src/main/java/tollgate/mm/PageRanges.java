package tollgate.mm;

/**
 * Edits ranges of an address space: the mappings and the page-table entries below them together.
 * Everything here is called with the lock of the {@link PhysicalMemory} held.
 */
final class PageRanges {
  private static final long PAGE = AddressSpace.PAGE;

  private final AddressSpace space;
  private final VmaList vmas;
  private final PageTable table;
  private final PhysicalMemory memory;

  PageRanges(AddressSpace space) {
    this.space = space;
    vmas = space.vmas;
    table = space.table;
    memory = space.memory;
  }

  /** True when something is mapped in a range. */
  boolean overlaps(long from, long to) {
    int index = vmas.indexAfter(from);
    return index < vmas.count() && vmas.at(index).start < to;
  }

  /** Bytes mapped in a range. */
  long mappedIn(long from, long to) {
    long sum = 0;
    for (int i = vmas.indexAfter(from); i < vmas.count() && vmas.at(i).start < to; i++) {
      sum += Math.min(to, vmas.at(i).end) - Math.max(from, vmas.at(i).start);
    }
    return sum;
  }

  /** Makes a mapping begin at an address that lies inside one. */
  private void splitAt(long address) {
    int index = vmas.indexAfter(address);
    if (index < vmas.count() && vmas.at(index).start < address) {
      vmas.split(index, address);
    }
  }

  /** Gives one mapping's part new rights and flags; merges with its neighbours. */
  void change(long from, long to, int prot, int flags) {
    splitAt(from);
    splitAt(to);
    int index = vmas.indexAfter(from);
    vmas.replace(index, vmas.at(index).with(prot, flags));
    vmas.merge(index);
  }

  /** Removes mappings and pages of a range, and tables that nothing needs any more. */
  void unmap(long from, long to) {
    splitAt(from);
    splitAt(to);
    int index = vmas.indexAfter(from);
    if (index == vmas.count() || vmas.at(index).start >= to) {
      return;
    }
    clear(from, to);
    while (index < vmas.count() && vmas.at(index).start < to) {
      vmas.remove(index);
    }
    long floor = index == 0 ? 0 : vmas.at(index - 1).end;
    long ceiling = index == vmas.count() ? 1L << 47 : vmas.at(index).start;
    table.freeTables(floor, ceiling);
  }

  /** Empties the entries of a range. */
  void clear(long from, long to) {
    RamArena arena = memory.arena();
    boolean changed = false;
    for (long at = table.nextTable(from, to); at < to; at = table.nextTable(at + PAGE, to)) {
      long slot = table.slot(at);
      long entry = arena.getLong(slot);
      if ((entry & PageTable.HELD) != 0) {
        arena.putLong(slot, 0);
        memory.frames.release(PageTable.frame(entry));
        changed = true;
      }
    }
    if (changed) {
      space.flush();
    }
  }

  /** Gives the entries of a range the rights of their mappings. */
  void update(long from, long to) {
    RamArena arena = memory.arena();
    boolean lost = false;
    for (long at = table.nextTable(from, to); at < to; at = table.nextTable(at + PAGE, to)) {
      long slot = table.slot(at);
      long before = arena.getLong(slot);
      if ((before & PageTable.HELD) != 0) {
        long after = space.faults.rights(vmas.find(at), before, false);
        arena.putLong(slot, after);
        lost |= PageFaults.losesRights(before, after);
      }
    }
    if (lost) {
      space.flush();
    }
  }

  /** The state of a page cache's frame changed: bring the entries that show it up to date. */
  void updateCachePage(PageCache cache, long page, int frame) {
    for (int i = 0; i < vmas.count(); i++) {
      Vma vma = vmas.at(i);
      long address = addressOf(vma, cache, page);
      if (address >= 0) {
        long slot = table.slot(address);
        long entry = slot == PageTable.NO_SLOT ? 0 : memory.arena().getLong(slot);
        if ((entry & (PageTable.HELD | PageTable.ANON)) == PageTable.HELD
            && PageTable.frame(entry) == frame) {
          long after = space.faults.rights(vma, entry, false);
          memory.arena().putLong(slot, after);
          if (PageFaults.losesRights(entry, after)) {
            space.flush();
          }
        }
      }
    }
  }

  /** A page of a file is gone (truncate): entries that show it become empty. */
  void forgetCachePage(PageCache cache, long page) {
    for (int i = 0; i < vmas.count(); i++) {
      Vma vma = vmas.at(i);
      long address = addressOf(vma, cache, page);
      if (address >= 0) {
        clear(address, address + PAGE);
      }
    }
  }

  /** Where a page of a cache lies in a mapping, or -1. */
  private static long addressOf(Vma vma, PageCache cache, long page) {
    if (vma.cache != cache || page << 12 < vma.offset) {
      return -1;
    }
    long address = vma.start + (page << 12) - vma.offset;
    return address < vma.end ? address : -1;
  }
}

package tollgate.mm;

/** Makes pages present and gives them the rights that an access needs (mm/memory.c). */
final class PageFaults {
  private static final long PAGE_MASK = -4096L;
  private static final int LONGEST_INSTRUCTION = 15;

  private final AddressSpace space;
  private final PhysicalMemory memory;
  private final FrameAllocator frames;
  private final RamArena arena;
  private final PageTable table;

  PageFaults(AddressSpace space, PhysicalMemory memory, PageTable table) {
    this.space = space;
    this.memory = memory;
    this.table = table;
    frames = memory.frames;
    arena = memory.arena();
  }

  /**
   * Serves an access. The lock is taken here and not held by the caller, because pages of files are
   * read without it.
   *
   * @param mmu the processor whose instruction faulted, or null for an access by the kernel
   * @param rip address of that instruction
   */
  FaultResult handle(Mmu mmu, long address, boolean write, boolean fetch, long rip) {
    long page = address & PAGE_MASK;
    while (true) {
      PageCache cache;
      long index;
      synchronized (memory) {
        Vma vma = space.vmas.find(page);
        if (vma == null) {
          vma = space.growStack(page);
          if (vma == null) {
            return FaultResult.SEGV_MAPERR;
          }
        }
        if (!allows(vma, write, fetch)) {
          return FaultResult.SEGV_ACCERR;
        }
        long slot = table.makeSlot(page);
        if (slot == PageTable.NO_SLOT) {
          return FaultResult.OOM;
        }
        FaultResult result = hold(vma, page, slot, write);
        if (result != null) {
          if (result == FaultResult.HANDLED) {
            grant(mmu, vma, page, slot, write, fetch, rip);
          }
          return result;
        }
        cache = vma.cache;
        index = vma.cachePage(page);
        cache.users++;
      }
      FaultResult filled;
      try {
        filled = cache.fill(index);
      } finally {
        memory.drop(cache);
      }
      if (filled != FaultResult.HANDLED) {
        return filled;
      }
    }
  }

  /** The rights that an entry may have now, given its mapping and the state of its frame. */
  long rights(Vma vma, long entry, boolean write) {
    int frame = PageTable.frame(entry);
    boolean anonymous = (entry & PageTable.ANON) != 0;
    long next = PageTable.hold(frame, anonymous);
    if (vma.prot == 0) {
      return next;
    }
    next |= PageTable.PRESENT | PageTable.USER | PageTable.ACCESSED_DIRTY;
    boolean executable = frames.executable(frame);
    if (!executable || !vma.executable()) {
      next |= PageTable.NO_EXECUTE;
    }
    if (vma.writable() && !executable && mayStore(vma, entry, frame, write)) {
      next |= PageTable.WRITABLE;
    }
    return next;
  }

  /** True when going from one entry to another takes something away that may be cached. */
  static boolean losesRights(long before, long after) {
    if ((before & PageTable.PRESENT) == 0) {
      return false;
    }
    return (after & PageTable.PRESENT) == 0
        || PageTable.frame(before) != PageTable.frame(after)
        || (before & PageTable.WRITABLE & ~after) != 0
        || (after & PageTable.NO_EXECUTE & ~before) != 0;
  }

  /** A shared page becomes dirty by a store, so it must fault on the first one. */
  private boolean mayStore(Vma vma, long entry, int frame, boolean write) {
    if (vma.shared()) {
      return write || vma.cache.source() == null || (entry & PageTable.WRITABLE) != 0;
    }
    return (entry & PageTable.ANON) != 0 && frames.references(frame) == 1;
  }

  private static boolean allows(Vma vma, boolean write, boolean fetch) {
    if (write) {
      return vma.writable();
    }
    if (fetch) {
      return vma.executable();
    }
    return vma.prot != 0;
  }

  /** Puts the right frame into the entry; null when its page must be read from the file first. */
  private FaultResult hold(Vma vma, long page, long slot, boolean write) {
    long entry = arena.getLong(slot);
    if ((entry & PageTable.HELD) == 0) {
      return vma.cache == null ? holdAnonymous(slot, write) : holdCached(vma, page, slot, write);
    }
    if (write && vma.shared()) {
      vma.cache.markDirty(vma.cachePage(page));
    } else if (write) {
      int frame = PageTable.frame(entry);
      if ((entry & PageTable.ANON) == 0 || frames.references(frame) > 1) {
        int copy = copy(frame);
        if (copy == FrameAllocator.NONE) {
          return FaultResult.OOM;
        }
        arena.putLong(slot, PageTable.hold(copy, true));
        frames.release(frame);
        space.flush();
      }
    }
    return FaultResult.HANDLED;
  }

  private FaultResult holdAnonymous(long slot, boolean write) {
    int frame = write ? frames.allocate() : FrameAllocator.ZERO;
    if (frame == FrameAllocator.NONE) {
      return FaultResult.OOM;
    }
    arena.putLong(slot, PageTable.hold(frame, write));
    return FaultResult.HANDLED;
  }

  private FaultResult holdCached(Vma vma, long page, long slot, boolean write) {
    PageCache cache = vma.cache;
    long index = vma.cachePage(page);
    if (cache.source() != null && index << 12 >= cache.source().size()) {
      return FaultResult.BUS_ADRERR;
    }
    int frame = cache.lookup(index);
    if (frame == FrameAllocator.NONE) {
      if (cache.source() != null) {
        return null;
      }
      frame = frames.allocate();
      if (frame == FrameAllocator.NONE) {
        return FaultResult.OOM;
      }
      cache.insert(index, frame);
    }
    if (write && !vma.shared()) {
      int copy = copy(frame);
      if (copy == FrameAllocator.NONE) {
        return FaultResult.OOM;
      }
      arena.putLong(slot, PageTable.hold(copy, true));
      return FaultResult.HANDLED;
    }
    frames.retain(frame);
    arena.putLong(slot, PageTable.hold(frame, false));
    if (write) {
      cache.markDirty(index);
    }
    return FaultResult.HANDLED;
  }

  private int copy(int frame) {
    if (frame == FrameAllocator.ZERO) {
      return frames.allocate();
    }
    int copy = frames.allocateForOverwrite();
    if (copy != FrameAllocator.NONE) {
      arena.copy(FrameAllocator.address(frame), FrameAllocator.address(copy), RamArena.FRAME_SIZE);
      frames.written(copy);
    }
    return copy;
  }

  private void grant(
      Mmu mmu, Vma vma, long page, long slot, boolean write, boolean fetch, long rip) {
    long entry = arena.getLong(slot);
    int frame = PageTable.frame(entry);
    PageCache owner = (entry & PageTable.ANON) != 0 ? null : vma.cache;
    boolean stale = false;
    if (write && frames.executable(frame)) {
      if (mmu != null && runsOn(frame, rip)) {
        step(mmu, page, rip);
        return;
      }
      ExecutableFrames.makeWritable(frames, owner, cachePage(vma, page), frame);
    } else if (!frames.executable(frame) && (fetch || isText(mmu, vma, write))) {
      stale = ExecutableFrames.makeExecutable(frames, owner, cachePage(vma, page), frame);
    }
    long before = arena.getLong(slot);
    long after = rights(vma, before, write);
    arena.putLong(slot, after);
    if (losesRights(entry, after) || before == after || stale) {
      space.flush();
    } else {
      space.forget(page);
    }
    if (stale) {
      mmu.dropTranslations(page);
    }
  }

  /** Text is made executable by the first read too, which saves the fault of the first fetch. */
  private static boolean isText(Mmu mmu, Vma vma, boolean write) {
    return mmu != null && !write && vma.executable() && !vma.writable();
  }

  private static long cachePage(Vma vma, long page) {
    return vma.cache == null ? 0 : vma.cachePage(page);
  }

  private boolean runsOn(int frame, long rip) {
    return frameAt(rip & PAGE_MASK) == frame || frameAt(lastByte(rip) & PAGE_MASK) == frame;
  }

  private static long lastByte(long rip) {
    return rip + LONGEST_INSTRUCTION - 1;
  }

  private int frameAt(long page) {
    long entry = table.get(page);
    return (entry & PageTable.PRESENT) == 0 ? FrameAllocator.NONE : PageTable.frame(entry);
  }

  /**
   * Lets an instruction write to the page it lies on: the pages it may lie on and the one it writes
   * are writable and executable until it is through.
   */
  private void step(Mmu mmu, long page, long rip) {
    long first = rip & PAGE_MASK;
    long second = lastByte(rip) & PAGE_MASK;
    giveBoth(page);
    giveBoth(first);
    giveBoth(second);
    space.flush();
    mmu.stepOnce(() -> endStep(mmu, page, first, second));
  }

  private void giveBoth(long page) {
    Vma vma = space.vmas.find(page);
    long slot = table.slot(page);
    if (vma == null || slot == PageTable.NO_SLOT || !vma.writable()) {
      return;
    }
    long entry = arena.getLong(slot);
    if ((entry & PageTable.PRESENT) != 0 && mayStore(vma, entry, PageTable.frame(entry), true)) {
      if (vma.shared()) {
        vma.cache.markDirty(vma.cachePage(page));
      }
      arena.putLong(slot, entry | PageTable.WRITABLE);
    }
  }

  private void endStep(Mmu mmu, long page, long first, long second) {
    synchronized (memory) {
      boolean dropPage = takeWrite(page);
      boolean dropFirst = first != page && takeWrite(first);
      boolean dropSecond = second != page && second != first && takeWrite(second);
      space.flush();
      if (dropPage) {
        mmu.dropTranslations(page);
      }
      if (dropFirst) {
        mmu.dropTranslations(first);
      }
      if (dropSecond) {
        mmu.dropTranslations(second);
      }
    }
  }

  /** Takes the store right of one step back; true when code may have been translated there. */
  private boolean takeWrite(long page) {
    Vma vma = space.vmas.find(page);
    long slot = table.slot(page);
    if (vma == null || slot == PageTable.NO_SLOT) {
      return false;
    }
    long entry = arena.getLong(slot);
    if ((entry & PageTable.PRESENT) == 0) {
      return false;
    }
    long after = rights(vma, entry & ~PageTable.WRITABLE, false);
    arena.putLong(slot, after);
    return (after & PageTable.NO_EXECUTE) == 0;
  }
}

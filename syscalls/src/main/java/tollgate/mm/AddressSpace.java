package tollgate.mm;

import static tollgate.abi.uapi.Mman.MAP_NONBLOCK;
import static tollgate.abi.uapi.Mman.MAP_POPULATE;
import static tollgate.abi.uapi.Mman.PROT_EXEC;
import static tollgate.abi.uapi.Mman.PROT_READ;
import static tollgate.abi.uapi.Mman.PROT_WRITE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tollgate.abi.Abi;
import tollgate.abi.Errno;

/**
 * A process's memory: its mappings and the page table that a processor runs in (struct mm_struct,
 * mm/mmap.c). Tasks that share it (CLONE_VM) hold one reference each; the last {@link #release}
 * frees it. Every method is safe for all threads; failures are {@link
 * tollgate.abi.ErrnoException}s, in Linux's order of checks.
 */
public final class AddressSpace extends UserMemory {
  static final long PAGE = 4096;
  private static final int RIGHTS = PROT_READ | PROT_WRITE | PROT_EXEC;
  private static final Mmu[] NO_MMU = {};

  final PhysicalMemory memory;
  final VmaList vmas;
  final PageTable table;
  final PageFaults faults;
  final Placement placement;
  final PageRanges ranges;
  final Mapper mapper;
  final MemoryLimits limits;
  private final Remapper remapper;
  private final MemoryAdvice advice;
  private final AddressLayout layout;
  private final List<PageCache> dropped = new ArrayList<>();
  private volatile Mmu[] mmus = NO_MMU;
  private int users = 1;
  private boolean lowAddresses;
  private boolean readImpliesExec;

  /** Flags that every new mapping gets: {@link Vma#LOCKED} after mlockall(MCL_FUTURE). */
  int defaultFlags;

  private long startBrk;
  private long brk;
  private ProgramRegions regions = ProgramRegions.NONE;

  /**
   * An empty address space with one user.
   *
   * <p>Fails with ENOMEM when the machine's memory is full.
   */
  public AddressSpace(PhysicalMemory memory, AddressLayout layout, MemoryLimits limits) {
    super(memory.arena());
    this.memory = memory;
    this.layout = layout;
    this.limits = limits;
    synchronized (memory) {
      table = PageTable.create(memory);
    }
    if (table == null) {
      throw Errno.ENOMEM.failure();
    }
    vmas = new VmaList(this);
    faults = new PageFaults(this, memory, table);
    placement = new Placement(vmas, layout);
    ranges = new PageRanges(this);
    mapper = new Mapper(this);
    remapper = new Remapper(this);
    advice = new MemoryAdvice(this);
  }

  /** The machine's memory. */
  public PhysicalMemory memory() {
    return memory;
  }

  /** Where things go in this space. */
  public AddressLayout layout() {
    return layout;
  }

  /** Physical address of the page table, for {@code Cpu.setPageTable}. */
  public long root() {
    return table.root();
  }

  /** A processor is going to run here: it is told about stale translations from now on. */
  public void attach(Mmu mmu) {
    synchronized (memory) {
      table.setRootSlot(Mmu.SUPERVISOR_SLOT, mmu.supervisorEntry());
      Mmu[] more = Arrays.copyOf(mmus, mmus.length + 1);
      more[mmus.length] = mmu;
      mmus = more;
    }
  }

  /** A processor left. */
  public void detach(Mmu mmu) {
    synchronized (memory) {
      mmus = Arrays.stream(mmus).filter(m -> m != mmu).toArray(Mmu[]::new);
    }
  }

  /** One more task shares the space. */
  public AddressSpace acquire() {
    synchronized (memory) {
      users++;
    }
    return this;
  }

  /** One task less; the last one unmaps everything and writes shared files back. */
  public void release() {
    try {
      synchronized (memory) {
        if (--users > 0) {
          return;
        }
        ranges.unmap(0, layout.taskSize());
        table.free();
      }
    } finally {
      settle();
    }
  }

  /** Lets mappings lie below mmap_min_addr: what an a.out program at address 0 needs. */
  public void allowLowAddresses() {
    lowAddresses = true;
  }

  /** Makes readable mappings executable too (personality READ_IMPLIES_EXEC). */
  public void setReadImpliesExec(boolean on) {
    readImpliesExec = on;
  }

  /** True when readable mappings become executable too. */
  public boolean readImpliesExec() {
    return readImpliesExec;
  }

  /** The resource limits that apply here. */
  public MemoryLimits limits() {
    return limits;
  }

  /** Where the program's parts are. */
  public ProgramRegions regions() {
    return regions;
  }

  /** Set by the loader, and by prctl(PR_SET_MM). */
  public void setRegions(ProgramRegions regions) {
    this.regions = regions;
  }

  /**
   * A page fault of the guest (#PF).
   *
   * @param mmu the processor that faulted
   * @param address CR2
   * @param write bit 1 of the error code
   * @param fetch bit 4 of the error code
   * @param rip address of the instruction
   */
  public FaultResult fault(Mmu mmu, long address, boolean write, boolean fetch, long rip) {
    try {
      return faults.handle(mmu, address, write, fetch, rip);
    } finally {
      settle();
    }
  }

  @Override
  int reach(long page, boolean write) {
    long needed = PageTable.PRESENT | (write ? PageTable.WRITABLE : 0);
    if (page < 0 || page >= layout.taskSize()) {
      return FrameAllocator.NONE;
    }
    while (true) {
      synchronized (memory) {
        long entry = table.get(page);
        if ((entry & needed) == needed) {
          return PageTable.frame(entry);
        }
      }
      if (faults.handle(null, page, write, false, 0) != FaultResult.HANDLED) {
        return FrameAllocator.NONE;
      }
    }
  }

  /**
   * mmap(2).
   *
   * @param call the ABI of the call: i386 calls of 64-bit programs get low addresses
   * @param file null with MAP_ANONYMOUS; already checked to be open for reading
   * @param offset in the file, page aligned
   * @return the address
   */
  public long mmap(
      Abi call, long address, long length, int prot, int flags, MappedFile file, long offset) {
    try {
      long start;
      boolean populate;
      synchronized (memory) {
        start = mapper.map(call, address, length, prot, flags, file, offset);
        Vma made = vmas.find(start);
        populate =
            made.locked()
                || (flags & (MAP_POPULATE | MAP_NONBLOCK)) == MAP_POPULATE && made.prot != 0;
      }
      if (populate) {
        populate(start, start + pageAligned(length));
      }
      return start;
    } finally {
      settle();
    }
  }

  /**
   * Maps pages of the kernel's own, like the vDSO, at a free place.
   *
   * @param label what /proc/PID/maps shows
   * @return the address
   */
  public long mapSpecial(long hint, PageSource pages, long length, int prot, String label) {
    try {
      synchronized (memory) {
        return mapper.mapSpecial(hint, pages, length, prot, label);
      }
    } finally {
      settle();
    }
  }

  /** Makes the stack of a new program: private memory that grows down from {@code end}. */
  public void mapStack(long start, long end, int prot) {
    synchronized (memory) {
      int flags = Vma.GROWS_DOWN | Vma.MAY_WRITE;
      checkLimits(end - start, 0);
      vmas.add(new Vma(start, end, prot, flags, null, 0, null, null));
    }
  }

  /** munmap(2). */
  public void munmap(long address, long length) {
    try {
      synchronized (memory) {
        mapper.unmap(address, length);
      }
    } finally {
      settle();
    }
  }

  /** mprotect(2). */
  public void mprotect(long address, long length, int prot) {
    try {
      synchronized (memory) {
        mapper.protect(address, length, prot);
      }
    } finally {
      settle();
    }
  }

  /** mremap(2). */
  public long mremap(
      Abi call, long address, long oldLength, long newLength, int flags, long target) {
    try {
      synchronized (memory) {
        return remapper.remap(call, address, oldLength, newLength, flags, target);
      }
    } finally {
      settle();
    }
  }

  /** remap_file_pages(2): other pages of the file in a part of a shared mapping. */
  public void remapFilePages(long address, long length, long page) {
    try {
      synchronized (memory) {
        remapper.remapFilePages(address & -PAGE, length & -PAGE, page);
      }
    } finally {
      settle();
    }
  }

  /** madvise(2). */
  public void madvise(long address, long length, int what) {
    try {
      advice.advise(address, length, what);
    } finally {
      settle();
    }
  }

  /** mincore(2): writes one byte for each page to {@code vector}. */
  public void mincore(long address, long length, long vector) {
    advice.inCore(address, length, vector);
  }

  /** msync(2). */
  public void msync(long address, long length, int flags) {
    advice.sync(address, length, flags);
  }

  /** mlock(2); without {@code populate} mlock2(2) with MLOCK_ONFAULT. */
  public void mlock(long address, long length, boolean populate) {
    try {
      advice.lock(address, length, populate);
    } finally {
      settle();
    }
  }

  /** munlock(2). */
  public void munlock(long address, long length) {
    try {
      advice.unlock(address, length);
    } finally {
      settle();
    }
  }

  /** mlockall(2). */
  public void mlockall(int flags) {
    try {
      advice.lockAll(flags);
    } finally {
      settle();
    }
  }

  /** munlockall(2). */
  public void munlockall() {
    try {
      advice.unlockAll();
    } finally {
      settle();
    }
  }

  /** The heap: sets the break when it may be set and returns it (brk(2), the raw call). */
  public long brk(long address) {
    try {
      synchronized (memory) {
        moveBreak(address);
        return brk;
      }
    } finally {
      settle();
    }
  }

  /** The start of the heap, set by the loader. */
  public void setBrk(long start) {
    setBrk(start, start);
  }

  /** The heap of a program whose bss is part of it (a.out). */
  public void setBrk(long start, long end) {
    startBrk = start;
    brk = end;
  }

  /** Where the heap starts. */
  public long startBrk() {
    return startBrk;
  }

  private void moveBreak(long address) {
    if (address < startBrk || address > layout.taskSize() - PAGE) {
      return;
    }
    long dataSize = address - startBrk + regions.endData() - regions.startData();
    if (dataSize <= limits.data() && mapper.moveBreak(pageAligned(brk), pageAligned(address))) {
      brk = address;
    }
  }

  /**
   * A copy for a new process: private pages are shared until one side writes (fork(2)).
   *
   * <p>Fails with ENOMEM.
   */
  public AddressSpace fork(MemoryLimits childLimits) {
    AddressSpace child = new AddressSpace(memory, layout, childLimits);
    boolean done = false;
    try {
      synchronized (memory) {
        for (int i = 0; i < vmas.count(); i++) {
          Vma vma = vmas.at(i);
          if ((vma.flags & Vma.DONT_FORK) == 0) {
            int flags = vma.flags & ~Vma.LOCKED;
            Vma copy = vma.slice(vma.start, vma.end).with(vma.prot, flags);
            child.vmas.add(copy);
            if ((vma.flags & Vma.WIPE_ON_FORK) == 0) {
              copyPages(vma, child);
            }
          }
        }
        child.lowAddresses = lowAddresses;
        child.readImpliesExec = readImpliesExec;
        child.startBrk = startBrk;
        child.brk = brk;
        child.regions = regions;
        flush();
        done = true;
      }
    } finally {
      if (!done) {
        child.release();
      }
      settle();
    }
    return child;
  }

  private void copyPages(Vma vma, AddressSpace child) {
    RamArena arena = memory.arena();
    for (long at = table.nextTable(vma.start, vma.end);
        at < vma.end;
        at = table.nextTable(at + PAGE, vma.end)) {
      long slot = table.slot(at);
      long entry = arena.getLong(slot);
      if ((entry & PageTable.ANON) == 0) {
        continue;
      }
      long childSlot = child.table.makeSlot(at);
      if (childSlot == PageTable.NO_SLOT) {
        throw Errno.ENOMEM.failure();
      }
      memory.frames.retain(PageTable.frame(entry));
      long shared = faults.rights(vma, entry, false);
      arena.putLong(slot, shared);
      arena.putLong(childSlot, shared);
    }
  }

  /** Calls back for every mapping in the order of addresses. The callback must not call back. */
  public void forEachVma(Consumer<Vma> consumer) {
    synchronized (memory) {
      for (int i = 0; i < vmas.count(); i++) {
        consumer.accept(vmas.at(i));
      }
    }
  }

  /** Bytes mapped: VmSize. */
  public long totalBytes() {
    synchronized (memory) {
      return vmas.total();
    }
  }

  /** Bytes present in memory: VmRSS. Walks the page table. */
  public long residentBytes() {
    long pages = 0;
    synchronized (memory) {
      for (long at = table.nextTable(0, layout.taskSize());
          at < layout.taskSize();
          at = table.nextTable(at + PAGE, layout.taskSize())) {
        long entry = table.get(at);
        if ((entry & PageTable.HELD) != 0 && PageTable.frame(entry) != FrameAllocator.ZERO) {
          pages++;
        }
      }
    }
    return pages * PAGE;
  }

  // What the other classes of this package share; the lock is held.

  static long pageAligned(long length) {
    return length + PAGE - 1 & -PAGE;
  }

  long minimumAddress() {
    return lowAddresses ? 0 : AddressLayout.MMAP_MIN_ADDR;
  }

  int rights(int prot) {
    int plain = prot & RIGHTS;
    return readImpliesExec && (plain & PROT_READ) != 0 ? plain | PROT_EXEC : plain;
  }

  void checkLimits(long more, long moreData) {
    if (vmas.total() + more > limits.addressSpace() || vmas.data() + moreData > limits.data()) {
      throw Errno.ENOMEM.failure();
    }
  }

  /** Extends the stack above down to a page; null when there is none or it may not grow. */
  Vma growStack(long page) {
    if (page < AddressLayout.MMAP_MIN_ADDR || page >= layout.taskSize()) {
      return null;
    }
    int index = vmas.indexAfter(page);
    if (index == vmas.count() || !vmas.at(index).growsDown()) {
      return null;
    }
    Vma stack = vmas.at(index);
    long more = stack.start - page;
    if (stack.end - page > limits.stack()
        || vmas.total() + more > limits.addressSpace()
        || stack.locked() && vmas.locked() + more > limits.locked()) {
      return null;
    }
    if (index > 0) {
      Vma below = vmas.at(index - 1);
      if (!below.growsDown()
          && below.prot != 0
          && page - below.end < AddressLayout.STACK_GUARD_GAP) {
        return null;
      }
    }
    vmas.growDown(stack, page);
    return stack;
  }

  /** Translations that processors and this class hold may be wrong from now on. */
  void flush() {
    forgetAll();
    for (Mmu mmu : mmus) {
      mmu.flushTlb();
    }
  }

  /** A page cache has one user less; what follows happens without the lock. */
  void dropLater(PageCache cache) {
    dropped.add(cache);
  }

  /** Drops what was left to drop. Lock not held. */
  void settle() {
    while (true) {
      PageCache cache;
      synchronized (memory) {
        if (dropped.isEmpty()) {
          return;
        }
        cache = dropped.remove(dropped.size() - 1);
      }
      memory.drop(cache);
    }
  }

  /**
   * What a place in shared memory is known by to every process that maps it: the pages of the file
   * and the offset in it.
   *
   * @return what {@code make} returns, or null when the address is not in a shared mapping
   */
  public <T> T sharedPlace(long address, PlaceFunction<T> make) {
    synchronized (memory) {
      Vma vma = vmas.find(address);
      if (vma == null || !vma.shared()) {
        return null;
      }
      return make.apply(vma.cache, vma.offset + address - vma.start);
    }
  }

  /** Makes pages present as far as possible, writable ones with a frame of their own. */
  void populate(long from, long to) {
    for (long at = from; at < to; at += PAGE) {
      Vma vma;
      synchronized (memory) {
        vma = vmas.find(at);
      }
      if (vma == null) {
        return;
      }
      boolean write = vma.writable() && !vma.shared();
      if (faults.handle(null, at, write, false, 0) == FaultResult.OOM) {
        return;
      }
    }
  }
}

package tollgate.mm;

import static tollgate.mm.Mman.MAP_DROPPABLE;
import static tollgate.mm.Mman.MAP_FIXED;
import static tollgate.mm.Mman.MAP_FIXED_NOREPLACE;
import static tollgate.mm.Mman.MAP_GROWSDOWN;
import static tollgate.mm.Mman.MAP_HUGETLB;
import static tollgate.mm.Mman.MAP_LOCKED;
import static tollgate.mm.Mman.MAP_NONBLOCK;
import static tollgate.mm.Mman.MAP_NORESERVE;
import static tollgate.mm.Mman.MAP_POPULATE;
import static tollgate.mm.Mman.MAP_PRIVATE;
import static tollgate.mm.Mman.MAP_SHARED;
import static tollgate.mm.Mman.MAP_SHARED_VALIDATE;
import static tollgate.mm.Mman.MAP_SYNC;
import static tollgate.mm.Mman.MAP_TYPE;
import static tollgate.mm.Mman.PROT_EXEC;
import static tollgate.mm.Mman.PROT_GROWSDOWN;
import static tollgate.mm.Mman.PROT_GROWSUP;
import static tollgate.mm.Mman.PROT_READ;
import static tollgate.mm.Mman.PROT_SEM;
import static tollgate.mm.Mman.PROT_WRITE;

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
  static final int RIGHTS = PROT_READ | PROT_WRITE | PROT_EXEC;
  private static final Mmu[] NO_MMU = {};

  final PhysicalMemory memory;
  final VmaList vmas;
  final PageTable table;
  final PageFaults faults;
  final Placement placement;
  final MemoryLimits limits;
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
        unmapRange(0, layout.taskSize());
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
      Vma made;
      synchronized (memory) {
        made = map(call, address, length, prot, flags, file, offset);
      }
      if (made.locked()
          || (flags & (MAP_POPULATE | MAP_NONBLOCK)) == MAP_POPULATE && made.prot != 0) {
        populate(made.start, made.end);
      }
      return made.start;
    } finally {
      settle();
    }
  }

  private Vma map(
      Abi call, long address, long length, int prot, int flags, MappedFile file, long offset) {
    if (length == 0) {
      throw Errno.EINVAL.failure();
    }
    long size = pageAligned(length);
    if (size <= 0) {
      throw Errno.ENOMEM.failure();
    }
    if (offset < 0 || offset + size < 0) {
      throw Errno.EOVERFLOW.failure();
    }
    if (vmas.count() > VmaList.MAX_MAP_COUNT) {
      throw Errno.ENOMEM.failure();
    }
    boolean fixed = (flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) != 0;
    long minimum = lowAddresses ? 0 : AddressLayout.MMAP_MIN_ADDR;
    long hint = address;
    if (!fixed && hint != 0) {
      hint = Math.max(hint & -PAGE, Math.max(minimum, PAGE));
    }
    long start = placement.place(call, Math.max(minimum, PAGE), hint, size, flags);
    if (start < minimum) {
      throw Errno.EPERM.failure();
    }
    if ((flags & MAP_FIXED_NOREPLACE) != 0 && overlaps(start, start + size)) {
      throw Errno.EEXIST.failure();
    }
    if ((flags & MAP_HUGETLB) != 0) {
      throw Errno.ENOMEM.failure(); // a kernel whose pool of huge pages is empty
    }
    int vmaFlags = vmaFlags(flags, file) | defaultFlags;
    int rights = rights(prot);
    if ((vmaFlags & Vma.LOCKED) != 0) {
      checkLockable(size);
    }
    boolean data = (vmaFlags & Vma.SHARED) == 0 && (rights & PROT_WRITE) != 0;
    if (fixed) {
      checkLimits(size - mappedIn(start, start + size), 0);
      unmapRange(start, start + size);
    }
    checkLimits(size, data && (vmaFlags & Vma.GROWS_DOWN) == 0 ? size : 0);
    if ((vmaFlags & Vma.NO_RESERVE) == 0 && (data || file == null) && size > memory.totalBytes()) {
      throw Errno.ENOMEM.failure();
    }
    PageCache cache = backing(file, (vmaFlags & Vma.SHARED) != 0);
    Vma vma =
        new Vma(
            start,
            start + size,
            rights,
            vmaFlags,
            cache,
            file == null ? 0 : offset,
            file,
            cache != null && file == null ? "/dev/zero (deleted)" : null);
    return addAndDrop(vma);
  }

  /** Adds a mapping whose cache was acquired for it; the list holds a reference of its own. */
  private Vma addAndDrop(Vma vma) {
    Vma added = vmas.add(vma);
    if (vma.cache != null) {
      dropLater(vma.cache);
    }
    return added;
  }

  private PageCache backing(MappedFile file, boolean shared) {
    if (file != null) {
      return memory.acquire(file.pages());
    }
    if (!shared) {
      return null;
    }
    PageCache cache = new PageCache(memory, null);
    cache.users = 1;
    return cache;
  }

  private static int vmaFlags(int flags, MappedFile file) {
    int result = (flags & MAP_LOCKED) != 0 ? Vma.LOCKED : 0;
    if ((flags & MAP_NORESERVE) != 0) {
      result |= Vma.NO_RESERVE;
    }
    boolean growsDown = (flags & MAP_GROWSDOWN) != 0;
    switch (flags & MAP_TYPE) {
      case MAP_SHARED_VALIDATE -> {
        if (file == null) {
          throw Errno.EINVAL.failure();
        }
        if ((flags & MAP_SYNC) != 0) {
          throw Errno.EOPNOTSUPP.failure();
        }
        result |= Vma.SHARED | (file.writable() ? Vma.MAY_WRITE : 0);
      }
      case MAP_SHARED ->
          result |= Vma.SHARED | (file == null || file.writable() ? Vma.MAY_WRITE : 0);
      case MAP_PRIVATE -> result |= Vma.MAY_WRITE | (growsDown ? Vma.GROWS_DOWN : 0);
      case MAP_DROPPABLE -> {
        if (file != null) {
          throw Errno.EINVAL.failure();
        }
        result |= Vma.MAY_WRITE | Vma.NO_RESERVE | Vma.WIPE_ON_FORK;
      }
      default -> throw Errno.EINVAL.failure();
    }
    if (growsDown && (file != null || (result & Vma.SHARED) != 0)) {
      throw Errno.EINVAL.failure();
    }
    return result;
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
        long size = pageAligned(length);
        long start = placement.place(layout.abi(), AddressLayout.MMAP_MIN_ADDR, hint, size, 0);
        PageCache cache = memory.acquire(pages);
        int flags = Vma.SPECIAL | Vma.MAY_WRITE;
        addAndDrop(new Vma(start, start + size, prot, flags, cache, 0, null, label));
        return start;
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
        long size = pageAligned(length);
        if ((address & PAGE - 1) != 0
            || size <= 0
            || address < 0
            || address > layout.taskSize()
            || size > layout.taskSize() - address) {
          throw Errno.EINVAL.failure();
        }
        checkSplits(address, address + size);
        unmapRange(address, address + size);
      }
    } finally {
      settle();
    }
  }

  /** mprotect(2). */
  public void mprotect(long address, long length, int prot) {
    int grows = prot & (PROT_GROWSDOWN | PROT_GROWSUP);
    int plain = prot & ~grows;
    if (grows == (PROT_GROWSDOWN | PROT_GROWSUP) || (address & PAGE - 1) != 0) {
      throw Errno.EINVAL.failure();
    }
    if (length == 0) {
      return;
    }
    long end = address + pageAligned(length);
    if (Long.compareUnsigned(end, address) <= 0) {
      throw Errno.ENOMEM.failure();
    }
    if ((plain & ~(RIGHTS | PROT_SEM)) != 0) {
      throw Errno.EINVAL.failure();
    }
    try {
      synchronized (memory) {
        protect(address, end, rights(plain), grows);
      }
    } finally {
      settle();
    }
  }

  private void protect(long address, long end, int prot, int grows) {
    long start = address;
    int index = start < 0 ? vmas.count() : vmas.indexAfter(start);
    if (index == vmas.count()) {
      throw Errno.ENOMEM.failure();
    }
    Vma first = vmas.at(index);
    if (grows == PROT_GROWSDOWN) {
      if (first.start >= end) {
        throw Errno.ENOMEM.failure();
      }
      start = first.start;
      if (!first.growsDown()) {
        throw Errno.EINVAL.failure();
      }
    } else if (first.start > start) {
      throw Errno.ENOMEM.failure();
    } else if (grows == PROT_GROWSUP) {
      throw Errno.EINVAL.failure();
    }
    long at = start;
    while (at < end) {
      int i = vmas.indexAfter(at);
      if (i == vmas.count() || vmas.at(i).start > at) {
        throw Errno.ENOMEM.failure();
      }
      Vma vma = vmas.at(i);
      if ((prot & PROT_WRITE) != 0 && (vma.flags & Vma.MAY_WRITE) == 0) {
        throw Errno.EACCES.failure();
      }
      long to = Math.min(end, vma.end);
      if (vma.prot != prot) {
        if ((prot & PROT_WRITE) != 0 && !vma.writable() && !vma.shared() && !vma.growsDown()) {
          checkLimits(0, to - at);
        }
        checkSplits(at, to);
        change(at, to, prot, vma.flags);
        updateRange(at, to);
      }
      at = to;
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
    startBrk = start;
    brk = start;
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
    if (dataSize > limits.data()) {
      return;
    }
    long from = pageAligned(brk);
    long to = pageAligned(address);
    if (to < from) {
      unmapRange(to, from);
    } else if (to > from) {
      int next = vmas.indexAfter(from);
      if (next < vmas.count() && vmas.at(next).start < to + guard(vmas.at(next))
          || to - from > memory.totalBytes()
          || vmas.total() + (to - from) > limits.addressSpace()
          || vmas.count() > VmaList.MAX_MAP_COUNT
          || (defaultFlags & Vma.LOCKED) != 0 && vmas.locked() + (to - from) > limits.locked()) {
        return;
      }
      int prot = rights(PROT_READ | PROT_WRITE);
      vmas.add(new Vma(from, to, prot, Vma.MAY_WRITE | defaultFlags, null, 0, null, null));
    }
    brk = address;
  }

  private static long guard(Vma vma) {
    return PAGE + (vma.growsDown() ? AddressLayout.STACK_GUARD_GAP : 0);
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

  int rights(int prot) {
    int plain = prot & RIGHTS;
    return readImpliesExec && (plain & PROT_READ) != 0 ? plain | PROT_EXEC : plain;
  }

  void checkLimits(long more, long moreData) {
    if (vmas.total() + more > limits.addressSpace() || vmas.data() + moreData > limits.data()) {
      throw Errno.ENOMEM.failure();
    }
  }

  void checkLockable(long more) {
    if (limits.locked() == 0) {
      throw Errno.EPERM.failure();
    }
    if (vmas.locked() + more > limits.locked()) {
      throw Errno.EAGAIN.failure();
    }
  }

  /** ENOMEM when cutting a range out of a mapping would make too many. */
  void checkSplits(long from, long to) {
    Vma vma = vmas.find(from);
    if (vma != null && vma.start < from && vma.end > to && vmas.count() >= VmaList.MAX_MAP_COUNT) {
      throw Errno.ENOMEM.failure();
    }
  }

  boolean overlaps(long from, long to) {
    int index = vmas.indexAfter(from);
    return index < vmas.count() && vmas.at(index).start < to;
  }

  long mappedIn(long from, long to) {
    long sum = 0;
    for (int i = vmas.indexAfter(from); i < vmas.count() && vmas.at(i).start < to; i++) {
      sum += Math.min(to, vmas.at(i).end) - Math.max(from, vmas.at(i).start);
    }
    return sum;
  }

  /** Makes a mapping begin at an address that lies inside one. */
  void splitAt(long address) {
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

  void unmapRange(long from, long to) {
    splitAt(from);
    splitAt(to);
    int index = vmas.indexAfter(from);
    if (index == vmas.count() || vmas.at(index).start >= to) {
      return;
    }
    clearPages(from, to);
    while (index < vmas.count() && vmas.at(index).start < to) {
      vmas.remove(index);
    }
    long floor = index == 0 ? 0 : vmas.at(index - 1).end;
    long ceiling = index == vmas.count() ? 1L << 47 : vmas.at(index).start;
    table.freeTables(floor, ceiling);
  }

  /** Empties the entries of a range. */
  void clearPages(long from, long to) {
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
      flush();
    }
  }

  /** Gives the entries of a range the rights of their mappings. */
  void updateRange(long from, long to) {
    RamArena arena = memory.arena();
    boolean lost = false;
    for (long at = table.nextTable(from, to); at < to; at = table.nextTable(at + PAGE, to)) {
      long slot = table.slot(at);
      long before = arena.getLong(slot);
      if ((before & PageTable.HELD) != 0) {
        long after = faults.rights(vmas.find(at), before, false);
        arena.putLong(slot, after);
        lost |= PageFaults.losesRights(before, after);
      }
    }
    if (lost) {
      flush();
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
          long after = faults.rights(vma, entry, false);
          memory.arena().putLong(slot, after);
          if (PageFaults.losesRights(entry, after)) {
            flush();
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
        clearPages(address, address + PAGE);
      }
    }
  }

  private static long addressOf(Vma vma, PageCache cache, long page) {
    if (vma.cache != cache || page << 12 < vma.offset) {
      return -1;
    }
    long address = vma.start + (page << 12) - vma.offset;
    return address < vma.end ? address : -1;
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

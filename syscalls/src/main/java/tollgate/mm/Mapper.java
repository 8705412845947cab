package tollgate.mm;

import static tollgate.abi.uapi.Mman.MAP_FIXED;
import static tollgate.abi.uapi.Mman.MAP_FIXED_NOREPLACE;
import static tollgate.abi.uapi.Mman.MAP_GROWSDOWN;
import static tollgate.abi.uapi.Mman.MAP_HUGETLB;
import static tollgate.abi.uapi.Mman.MAP_LOCKED;
import static tollgate.abi.uapi.Mman.MAP_NORESERVE;
import static tollgate.abi.uapi.Mman.MAP_PRIVATE;
import static tollgate.abi.uapi.Mman.MAP_SHARED;
import static tollgate.abi.uapi.Mman.MAP_SHARED_VALIDATE;
import static tollgate.abi.uapi.Mman.MAP_SYNC;
import static tollgate.abi.uapi.Mman.MAP_TYPE;
import static tollgate.abi.uapi.Mman.PROT_EXEC;
import static tollgate.abi.uapi.Mman.PROT_GROWSDOWN;
import static tollgate.abi.uapi.Mman.PROT_GROWSUP;
import static tollgate.abi.uapi.Mman.PROT_READ;
import static tollgate.abi.uapi.Mman.PROT_SEM;
import static tollgate.abi.uapi.Mman.PROT_WRITE;

import tollgate.abi.Abi;
import tollgate.abi.Errno;

/**
 * Makes, removes and protects mappings, with the checks of mm/mmap.c and mm/mprotect.c in their
 * order. Everything here is called with the lock of the {@link PhysicalMemory} held.
 */
final class Mapper {
  /** Since Linux 6.11; the headers of older systems do not have it. */
  private static final int MAP_DROPPABLE = 8;

  private static final long PAGE = AddressSpace.PAGE;
  private static final int RIGHTS = PROT_READ | PROT_WRITE | PROT_EXEC;

  private final AddressSpace space;
  private final VmaList vmas;
  private final PageRanges ranges;

  Mapper(AddressSpace space) {
    this.space = space;
    vmas = space.vmas;
    ranges = space.ranges;
  }

  /** mmap(2). */
  long map(Abi call, long address, long length, int prot, int flags, MappedFile file, long offset) {
    long size = checkedSize(length, offset);
    boolean fixed = (flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) != 0;
    long minimum = space.minimumAddress();
    long hint = address;
    if (!fixed && hint != 0) {
      hint = Math.max(hint & -PAGE, Math.max(minimum, PAGE));
    }
    long start = space.placement.place(call, Math.max(minimum, PAGE), hint, size, flags);
    if (start < minimum) {
      throw Errno.EPERM.failure();
    }
    if ((flags & MAP_FIXED_NOREPLACE) != 0 && ranges.overlaps(start, start + size)) {
      throw Errno.EEXIST.failure();
    }
    int vmaFlags = vmaFlags(flags, file) | space.defaultFlags;
    int rights = space.rights(prot);
    if ((flags & MAP_HUGETLB) != 0) {
      throw Errno.ENOMEM.failure(); // as with an empty pool of huge pages
    }
    if ((vmaFlags & Vma.LOCKED) != 0) {
      checkLockable(size);
    }
    boolean shared = (vmaFlags & Vma.SHARED) != 0;
    boolean data = !shared && (rights & PROT_WRITE) != 0;
    if ((vmaFlags & Vma.NO_RESERVE) == 0
        && (data || shared && file == null)
        && size > space.memory.totalBytes()) {
      throw Errno.ENOMEM.failure();
    }
    long replaced = fixed ? ranges.mappedIn(start, start + size) : 0;
    boolean counted = data && (vmaFlags & Vma.GROWS_DOWN) == 0;
    space.checkLimits(size - replaced, counted ? size : 0);
    if (replaced != 0) {
      checkSplit(start, start + size);
      ranges.unmap(start, start + size);
    }
    PageCache cache = backing(file, shared);
    String label = cache != null && file == null ? "/dev/zero (deleted)" : null;
    long fileOffset = file == null ? 0 : offset;
    add(new Vma(start, start + size, rights, vmaFlags, cache, fileOffset, file, label));
    return start;
  }

  private long checkedSize(long length, long offset) {
    if (length == 0) {
      throw Errno.EINVAL.failure();
    }
    long size = AddressSpace.pageAligned(length);
    if (size <= 0) {
      throw Errno.ENOMEM.failure();
    }
    if (offset < 0 || offset + size < 0) {
      throw Errno.EOVERFLOW.failure();
    }
    if (vmas.count() > VmaList.MAX_MAP_COUNT) {
      throw Errno.ENOMEM.failure();
    }
    return size;
  }

  /** Adds a mapping whose cache was acquired for it; the list holds a reference of its own. */
  private void add(Vma vma) {
    vmas.add(vma);
    if (vma.cache != null) {
      space.dropLater(vma.cache);
    }
  }

  private PageCache backing(MappedFile file, boolean shared) {
    if (file != null) {
      return space.memory.acquire(file.pages());
    }
    if (!shared) {
      return null;
    }
    PageCache cache = new PageCache(space.memory, null);
    cache.users = 1;
    return cache;
  }

  private static int vmaFlags(int flags, MappedFile file) {
    int result = (flags & MAP_LOCKED) != 0 ? Vma.LOCKED : 0;
    if ((flags & MAP_NORESERVE) != 0) {
      result |= Vma.NO_RESERVE;
    }
    switch (flags & MAP_TYPE) {
      case MAP_SHARED, MAP_SHARED_VALIDATE -> result |= sharedFlags(flags, file);
      case MAP_PRIVATE -> {
        result |= Vma.MAY_WRITE;
        if ((flags & MAP_GROWSDOWN) != 0) {
          result |= Vma.GROWS_DOWN;
        }
      }
      case MAP_DROPPABLE -> {
        if (file != null) {
          throw Errno.EINVAL.failure();
        }
        result |= Vma.MAY_WRITE | Vma.NO_RESERVE | Vma.WIPE_ON_FORK;
      }
      default -> throw Errno.EINVAL.failure();
    }
    if ((flags & MAP_GROWSDOWN) != 0 && (result & Vma.GROWS_DOWN) == 0
        || file != null && (result & Vma.GROWS_DOWN) != 0) {
      throw Errno.EINVAL.failure();
    }
    return result;
  }

  private static int sharedFlags(int flags, MappedFile file) {
    if ((flags & MAP_TYPE) == MAP_SHARED_VALIDATE) {
      if (file == null) {
        throw Errno.EINVAL.failure();
      }
      if ((flags & MAP_SYNC) != 0) {
        throw Errno.EOPNOTSUPP.failure();
      }
    }
    return Vma.SHARED | (file == null || file.writable() ? Vma.MAY_WRITE : 0);
  }

  /** Pages of the kernel's own. */
  long mapSpecial(long hint, PageSource pages, long length, int prot, String label) {
    long size = AddressSpace.pageAligned(length);
    AddressLayout layout = space.layout();
    long start = space.placement.place(layout.abi(), AddressLayout.MMAP_MIN_ADDR, hint, size, 0);
    PageCache cache = space.memory.acquire(pages);
    int flags = Vma.SPECIAL | Vma.MAY_WRITE;
    add(new Vma(start, start + size, prot, flags, cache, 0, null, label));
    return start;
  }

  /** munmap(2). */
  void unmap(long address, long length) {
    long size = AddressSpace.pageAligned(length);
    long taskSize = space.layout().taskSize();
    if ((address & PAGE - 1) != 0
        || size <= 0
        || address < 0
        || address > taskSize
        || size > taskSize - address) {
      throw Errno.EINVAL.failure();
    }
    checkSplit(address, address + size);
    ranges.unmap(address, address + size);
  }

  /** mprotect(2). */
  void protect(long address, long length, int prot) {
    int grows = prot & (PROT_GROWSDOWN | PROT_GROWSUP);
    int plain = prot & ~grows;
    if (grows == (PROT_GROWSDOWN | PROT_GROWSUP) || (address & PAGE - 1) != 0) {
      throw Errno.EINVAL.failure();
    }
    if (length == 0) {
      return;
    }
    long end = address + AddressSpace.pageAligned(length);
    if (Long.compareUnsigned(end, address) <= 0) {
      throw Errno.ENOMEM.failure();
    }
    if ((plain & ~(RIGHTS | PROT_SEM)) != 0) {
      throw Errno.EINVAL.failure();
    }
    int index = address < 0 ? vmas.count() : vmas.indexAfter(address);
    if (index == vmas.count()) {
      throw Errno.ENOMEM.failure();
    }
    long start = protectionStart(vmas.at(index), address, end, grows);
    protectRange(start, end < 0 ? Long.MAX_VALUE : end, space.rights(plain));
  }

  private static long protectionStart(Vma first, long start, long end, int grows) {
    if (grows == PROT_GROWSDOWN) {
      if (Long.compareUnsigned(first.start, end) >= 0) {
        throw Errno.ENOMEM.failure();
      }
      if (!first.growsDown()) {
        throw Errno.EINVAL.failure();
      }
      return first.start;
    }
    if (first.start > start) {
      throw Errno.ENOMEM.failure();
    }
    if (grows == PROT_GROWSUP) {
      throw Errno.EINVAL.failure();
    }
    return start;
  }

  private void protectRange(long start, long end, int prot) {
    long at = start;
    while (at < end) {
      Vma vma = vmas.find(at);
      if (vma == null) {
        throw Errno.ENOMEM.failure();
      }
      boolean write = (prot & PROT_WRITE) != 0;
      if (write && (vma.flags & Vma.MAY_WRITE) == 0) {
        throw Errno.EACCES.failure();
      }
      long to = Math.min(end, vma.end);
      if (vma.prot != prot) {
        if (write && !vma.writable() && !vma.shared() && !vma.growsDown()) {
          space.checkLimits(0, to - at);
        }
        checkSplit(at, to);
        ranges.change(at, to, prot, vma.flags);
        ranges.update(at, to);
      }
      at = to;
    }
  }

  /** Moves the end of the heap; false when it stays. */
  boolean moveBreak(long from, long to) {
    if (to < from) {
      ranges.unmap(to, from);
      return true;
    }
    if (to == from) {
      return true;
    }
    int next = vmas.indexAfter(from);
    if (next < vmas.count() && vmas.at(next).start < to + gapBelow(vmas.at(next))
        || to - from > space.memory.totalBytes()
        || vmas.total() + (to - from) > space.limits.addressSpace()
        || vmas.count() > VmaList.MAX_MAP_COUNT
        || (space.defaultFlags & Vma.LOCKED) != 0
            && vmas.locked() + (to - from) > space.limits.locked()) {
      return false;
    }
    int prot = space.rights(PROT_READ | PROT_WRITE);
    int flags = Vma.MAY_WRITE | space.defaultFlags;
    vmas.add(new Vma(from, to, prot, flags, null, 0, null, null));
    return true;
  }

  private static long gapBelow(Vma vma) {
    return PAGE + (vma.growsDown() ? AddressLayout.STACK_GUARD_GAP : 0);
  }

  void checkLockable(long more) {
    if (space.limits.locked() == 0) {
      throw Errno.EPERM.failure();
    }
    if (vmas.locked() + more > space.limits.locked()) {
      throw Errno.EAGAIN.failure();
    }
  }

  /** ENOMEM when cutting a range out of a mapping would make too many. */
  void checkSplit(long from, long to) {
    Vma vma = vmas.find(from);
    if (vma != null && vma.start < from && vma.end > to && vmas.count() >= VmaList.MAX_MAP_COUNT) {
      throw Errno.ENOMEM.failure();
    }
  }
}

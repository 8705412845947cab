package tollgate.mm;

import static tollgate.abi.uapi.Mman.MADV_COLD;
import static tollgate.abi.uapi.Mman.MADV_DODUMP;
import static tollgate.abi.uapi.Mman.MADV_DOFORK;
import static tollgate.abi.uapi.Mman.MADV_DONTDUMP;
import static tollgate.abi.uapi.Mman.MADV_DONTFORK;
import static tollgate.abi.uapi.Mman.MADV_DONTNEED;
import static tollgate.abi.uapi.Mman.MADV_DONTNEED_LOCKED;
import static tollgate.abi.uapi.Mman.MADV_FREE;
import static tollgate.abi.uapi.Mman.MADV_HUGEPAGE;
import static tollgate.abi.uapi.Mman.MADV_KEEPONFORK;
import static tollgate.abi.uapi.Mman.MADV_MERGEABLE;
import static tollgate.abi.uapi.Mman.MADV_NOHUGEPAGE;
import static tollgate.abi.uapi.Mman.MADV_NORMAL;
import static tollgate.abi.uapi.Mman.MADV_PAGEOUT;
import static tollgate.abi.uapi.Mman.MADV_POPULATE_READ;
import static tollgate.abi.uapi.Mman.MADV_POPULATE_WRITE;
import static tollgate.abi.uapi.Mman.MADV_RANDOM;
import static tollgate.abi.uapi.Mman.MADV_REMOVE;
import static tollgate.abi.uapi.Mman.MADV_SEQUENTIAL;
import static tollgate.abi.uapi.Mman.MADV_UNMERGEABLE;
import static tollgate.abi.uapi.Mman.MADV_WILLNEED;
import static tollgate.abi.uapi.Mman.MADV_WIPEONFORK;
import static tollgate.abi.uapi.Mman.MCL_CURRENT;
import static tollgate.abi.uapi.Mman.MCL_FUTURE;
import static tollgate.abi.uapi.Mman.MCL_ONFAULT;
import static tollgate.abi.uapi.Mman.MS_ASYNC;
import static tollgate.abi.uapi.Mman.MS_INVALIDATE;
import static tollgate.abi.uapi.Mman.MS_SYNC;

import java.util.ArrayList;
import java.util.List;
import tollgate.abi.Errno;

/**
 * What a program says and asks about its pages: madvise(2), mincore(2), msync(2), mlock(2) and
 * their relatives (mm/madvise.c, mm/mincore.c, mm/msync.c, mm/mlock.c). Takes the lock itself.
 */
final class MemoryAdvice {
  private static final long PAGE = AddressSpace.PAGE;

  private final AddressSpace space;
  private final PhysicalMemory memory;
  private final VmaList vmas;
  private final PageRanges ranges;

  MemoryAdvice(AddressSpace space) {
    this.space = space;
    memory = space.memory;
    vmas = space.vmas;
    ranges = space.ranges;
  }

  /** Does something with one part of one mapping. Lock held. */
  private interface Part {
    void apply(Vma vma, long from, long to);
  }

  void advise(long address, long length, int advice) {
    checkAdvice(advice);
    long size = AddressSpace.pageAligned(length);
    if ((address & PAGE - 1) != 0 || length != 0 && size == 0 || address + size < address) {
      throw Errno.EINVAL.failure();
    }
    if (size == 0) {
      return;
    }
    if (advice == MADV_POPULATE_READ || advice == MADV_POPULATE_WRITE) {
      populate(address, address + size, advice == MADV_POPULATE_WRITE);
      return;
    }
    synchronized (memory) {
      forEach(address, address + size, (vma, from, to) -> advise(vma, from, to, advice));
    }
  }

  private static void checkAdvice(int advice) {
    switch (advice) {
      case MADV_NORMAL,
          MADV_RANDOM,
          MADV_SEQUENTIAL,
          MADV_WILLNEED,
          MADV_DONTNEED,
          MADV_FREE,
          MADV_REMOVE,
          MADV_DONTFORK,
          MADV_DOFORK,
          MADV_MERGEABLE,
          MADV_UNMERGEABLE,
          MADV_HUGEPAGE,
          MADV_NOHUGEPAGE,
          MADV_DONTDUMP,
          MADV_DODUMP,
          MADV_WIPEONFORK,
          MADV_KEEPONFORK,
          MADV_COLD,
          MADV_PAGEOUT,
          MADV_POPULATE_READ,
          MADV_POPULATE_WRITE,
          MADV_DONTNEED_LOCKED -> {}
      default -> throw Errno.EINVAL.failure();
    }
  }

  private void advise(Vma vma, long from, long to, int advice) {
    switch (advice) {
      case MADV_DONTNEED -> {
        if (vma.locked()) {
          throw Errno.EINVAL.failure();
        }
        ranges.clear(from, to);
      }
      case MADV_DONTNEED_LOCKED -> ranges.clear(from, to);
      case MADV_FREE -> {
        if (vma.cache != null) {
          throw Errno.EINVAL.failure();
        }
        ranges.clear(from, to);
      }
      case MADV_REMOVE -> remove(vma, from, to);
      case MADV_DONTFORK -> setFlags(vma, from, to, Vma.DONT_FORK, 0);
      case MADV_DOFORK -> {
        if ((vma.flags & Vma.SPECIAL) != 0) {
          throw Errno.EINVAL.failure();
        }
        setFlags(vma, from, to, 0, Vma.DONT_FORK);
      }
      case MADV_WIPEONFORK -> {
        if (vma.cache != null) {
          throw Errno.EINVAL.failure();
        }
        setFlags(vma, from, to, Vma.WIPE_ON_FORK, 0);
      }
      case MADV_KEEPONFORK -> setFlags(vma, from, to, 0, Vma.WIPE_ON_FORK);
      default -> {} // hints about read-ahead, dumps, swap and huge pages
    }
  }

  private void remove(Vma vma, long from, long to) {
    if (vma.locked() || vma.cache == null) {
      throw Errno.EINVAL.failure();
    }
    if (!vma.shared() || (vma.flags & Vma.MAY_WRITE) == 0) {
      throw Errno.EACCES.failure();
    }
    if (vma.cache.source() != null) {
      throw Errno.EOPNOTSUPP.failure();
    }
    for (long at = from; at < to; at += PAGE) {
      vma.cache.remove(vma.cachePage(at));
    }
  }

  private void setFlags(Vma vma, long from, long to, int set, int clear) {
    int flags = vma.flags & ~clear | set;
    if (flags != vma.flags) {
      space.mapper.checkSplit(from, to);
      ranges.change(from, to, vma.prot, flags);
    }
  }

  private void populate(long from, long to, boolean write) {
    for (long at = from; at < to; at += PAGE) {
      switch (space.faults.handle(null, at, write, false, 0)) {
        case HANDLED -> {}
        case SEGV_ACCERR -> throw Errno.EINVAL.failure();
        case BUS_ADRERR -> throw Errno.EFAULT.failure();
        case SEGV_MAPERR, OOM -> throw Errno.ENOMEM.failure();
      }
    }
  }

  /** Applies to what is mapped of a range; ENOMEM at the end when there were holes. */
  private void forEach(long start, long end, Part part) {
    boolean holes = false;
    long at = start;
    while (at < end) {
      int index = vmas.indexAfter(at);
      if (index == vmas.count() || vmas.at(index).start >= end) {
        holes = true;
        break;
      }
      Vma vma = vmas.at(index);
      holes |= vma.start > at;
      at = Math.max(at, vma.start);
      long to = Math.min(end, vma.end);
      part.apply(vma, at, to);
      at = to;
    }
    if (holes) {
      throw Errno.ENOMEM.failure();
    }
  }

  void inCore(long address, long length, long vector) {
    if ((address & PAGE - 1) != 0) {
      throw Errno.EINVAL.failure();
    }
    if (address < 0 || length < 0 || address + length < 0) {
      throw Errno.ENOMEM.failure();
    }
    long pages = AddressSpace.pageAligned(length) / PAGE;
    byte[] bytes = new byte[(int) Math.min(pages, PAGE)];
    long done = 0;
    while (done < pages) {
      int count = 0;
      synchronized (memory) {
        Vma vma = vmas.find(address + done * PAGE);
        if (vma == null) {
          throw Errno.ENOMEM.failure();
        }
        while (count < bytes.length
            && done + count < pages
            && address + (done + count) * PAGE < vma.end) {
          bytes[count] = (byte) (present(vma, address + (done + count) * PAGE) ? 1 : 0);
          count++;
        }
      }
      space.write(vector + done, bytes, 0, count);
      done += count;
    }
  }

  private boolean present(Vma vma, long page) {
    return (space.table.get(page) & PageTable.HELD) != 0
        || vma.cache != null && vma.cache.lookup(vma.cachePage(page)) != FrameAllocator.NONE;
  }

  void sync(long address, long length, int flags) {
    if ((flags & ~(MS_ASYNC | MS_INVALIDATE | MS_SYNC)) != 0
        || (address & PAGE - 1) != 0
        || (flags & (MS_ASYNC | MS_SYNC)) == (MS_ASYNC | MS_SYNC)) {
      throw Errno.EINVAL.failure();
    }
    long size = AddressSpace.pageAligned(length);
    if (address + size < address) {
      throw Errno.ENOMEM.failure();
    }
    List<Runnable> writes = new ArrayList<>();
    int[] error = {0};
    try {
      synchronized (memory) {
        forEach(
            address,
            address + size,
            (vma, from, to) -> {
              if ((flags & MS_INVALIDATE) != 0 && vma.locked()) {
                throw Errno.EBUSY.failure();
              }
              if (vma.shared()) {
                PageCache cache = vma.cache;
                long first = vma.cachePage(from);
                cache.users++;
                writes.add(() -> writeBack(cache, first, first + (to - from) / PAGE, error));
              }
            });
      }
    } finally {
      writes.forEach(Runnable::run);
    }
    Errno.check(error[0]);
  }

  private void writeBack(PageCache cache, long first, long end, int[] error) {
    try {
      int result = cache.writeBackPages(first, end);
      error[0] = error[0] == 0 ? result : error[0];
    } finally {
      memory.drop(cache);
    }
  }

  void lock(long address, long length, boolean populate) {
    long start = address & -PAGE;
    long size = AddressSpace.pageAligned(length + (address - start));
    long limit = space.limits.locked();
    if (limit == 0) {
      throw Errno.EPERM.failure();
    }
    synchronized (memory) {
      long already = lockedIn(start, start + size);
      if (size < 0 || vmas.locked() - already + size > limit) {
        throw Errno.ENOMEM.failure();
      }
      setLocked(start, size, true);
    }
    if (populate) {
      populateLocked(start, start + size);
    }
  }

  void unlock(long address, long length) {
    long start = address & -PAGE;
    synchronized (memory) {
      setLocked(start, AddressSpace.pageAligned(length + (address - start)), false);
    }
  }

  private void setLocked(long start, long size, boolean locked) {
    if (start + size < start) {
      throw Errno.EINVAL.failure();
    }
    int set = locked ? Vma.LOCKED : 0;
    int clear = locked ? 0 : Vma.LOCKED;
    long at = start;
    while (at < start + size) {
      Vma vma = vmas.find(at);
      if (vma == null) {
        throw Errno.ENOMEM.failure();
      }
      long to = Math.min(start + size, vma.end);
      setFlags(vma, at, to, set, clear);
      at = to;
    }
  }

  private long lockedIn(long from, long to) {
    long sum = 0;
    for (int i = vmas.indexAfter(from); i < vmas.count() && vmas.at(i).start < to; i++) {
      Vma vma = vmas.at(i);
      if (vma.locked()) {
        sum += Math.min(to, vma.end) - Math.max(from, vma.start);
      }
    }
    return sum;
  }

  private void populateLocked(long from, long to) {
    for (long at = from; at < to; at += PAGE) {
      Vma vma;
      synchronized (memory) {
        vma = vmas.find(at);
      }
      boolean write = vma != null && vma.writable() && !vma.shared();
      FaultResult result = space.faults.handle(null, at, write, false, 0);
      if (result == FaultResult.OOM) {
        throw Errno.EAGAIN.failure();
      }
      if (result != FaultResult.HANDLED) {
        throw Errno.ENOMEM.failure();
      }
    }
  }

  void lockAll(int flags) {
    if (flags == 0
        || (flags & ~(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT)) != 0
        || flags == MCL_ONFAULT) {
      throw Errno.EINVAL.failure();
    }
    if (space.limits.locked() == 0) {
      throw Errno.EPERM.failure();
    }
    synchronized (memory) {
      if ((flags & MCL_CURRENT) != 0 && vmas.total() > space.limits.locked()) {
        throw Errno.ENOMEM.failure();
      }
      setAll(flags);
    }
    if ((flags & (MCL_CURRENT | MCL_ONFAULT)) == MCL_CURRENT) {
      List<long[]> parts = new ArrayList<>();
      space.forEachVma(vma -> parts.add(new long[] {vma.start, vma.end}));
      parts.forEach(part -> space.populate(part[0], part[1]));
    }
  }

  void unlockAll() {
    synchronized (memory) {
      space.defaultFlags &= ~Vma.LOCKED;
      for (int i = 0; i < vmas.count(); i++) {
        replaceFlags(i, vmas.at(i).flags & ~Vma.LOCKED);
      }
    }
  }

  private void setAll(int flags) {
    space.defaultFlags =
        (flags & MCL_FUTURE) != 0
            ? space.defaultFlags | Vma.LOCKED
            : space.defaultFlags & ~Vma.LOCKED;
    if ((flags & MCL_CURRENT) != 0) {
      for (int i = 0; i < vmas.count(); i++) {
        replaceFlags(i, vmas.at(i).flags | Vma.LOCKED);
      }
    }
  }

  private void replaceFlags(int index, int flags) {
    Vma vma = vmas.at(index);
    if (vma.flags != flags) {
      vmas.replace(index, vma.with(vma.prot, flags));
    }
  }
}

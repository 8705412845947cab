package tollgate.mm;

import static tollgate.abi.uapi.Mman.MAP_FIXED;
import static tollgate.abi.uapi.Mman.MREMAP_DONTUNMAP;
import static tollgate.abi.uapi.Mman.MREMAP_FIXED;
import static tollgate.abi.uapi.Mman.MREMAP_MAYMOVE;

import tollgate.abi.Abi;
import tollgate.abi.Errno;

/**
 * Grows, shrinks and moves mappings: mremap(2), with the checks of mm/mremap.c. Everything here is
 * called with the lock of the {@link PhysicalMemory} held.
 */
final class Remapper {
  private static final long PAGE = AddressSpace.PAGE;
  private static final int KNOWN = MREMAP_MAYMOVE | MREMAP_FIXED | MREMAP_DONTUNMAP;

  private final AddressSpace space;
  private final VmaList vmas;
  private final PageRanges ranges;

  Remapper(AddressSpace space) {
    this.space = space;
    vmas = space.vmas;
    ranges = space.ranges;
  }

  long remap(Abi call, long address, long oldLength, long newLength, int flags, long target) {
    long oldSize = AddressSpace.pageAligned(oldLength);
    long newSize = AddressSpace.pageAligned(newLength);
    if ((flags & ~KNOWN) != 0
        || (flags & MREMAP_FIXED) != 0 && (flags & MREMAP_MAYMOVE) == 0
        || (flags & MREMAP_DONTUNMAP) != 0 && ((flags & MREMAP_MAYMOVE) == 0 || oldSize != newSize)
        || (address & PAGE - 1) != 0
        || oldSize < 0
        || newSize <= 0) {
      throw Errno.EINVAL.failure();
    }
    Vma vma = vmas.find(address);
    if ((flags & (MREMAP_FIXED | MREMAP_DONTUNMAP)) != 0) {
      return remapTo(call, vma, address, oldSize, newSize, flags, target);
    }
    if (vma == null) {
      throw Errno.EFAULT.failure();
    }
    if (oldSize >= newSize) {
      if (oldSize > newSize) {
        space.mapper.unmap(address + newSize, oldSize - newSize);
      }
      return address;
    }
    checkResize(vma, address, oldSize, newSize);
    if (oldSize == vma.end - address && growInPlace(vma, newSize - oldSize)) {
      return address;
    }
    if ((flags & MREMAP_MAYMOVE) == 0) {
      throw Errno.ENOMEM.failure();
    }
    long place = space.placement.place(call, space.minimumAddress(), 0, newSize, 0);
    return move(vma, address, oldSize, place, newSize, false);
  }

  private long remapTo(
      Abi call, Vma found, long address, long oldSize, long newSize, int flags, long target) {
    boolean fixed = (flags & MREMAP_FIXED) != 0;
    long taskSize = space.layout().taskSize();
    if (fixed
        && ((target & PAGE - 1) != 0
            || target < 0
            || newSize > taskSize
            || target > taskSize - newSize
            || target < address + oldSize && address < target + newSize)) {
      throw Errno.EINVAL.failure();
    }
    if (found == null) {
      throw Errno.EFAULT.failure();
    }
    if (fixed && target < space.minimumAddress()) {
      throw Errno.EPERM.failure();
    }
    if (vmas.count() + 2 >= VmaList.MAX_MAP_COUNT - 3) {
      throw Errno.ENOMEM.failure();
    }
    if (fixed) {
      ranges.unmap(target, target + newSize);
    }
    long size = oldSize;
    if (oldSize > newSize) {
      space.mapper.unmap(address + newSize, oldSize - newSize);
      size = newSize;
    }
    Vma vma = vmas.find(address);
    if (vma == null) {
      throw Errno.EFAULT.failure();
    }
    checkResize(vma, address, size, newSize);
    boolean keep = (flags & MREMAP_DONTUNMAP) != 0;
    if (keep) {
      space.checkLimits(newSize, vma.data() ? newSize : 0);
    }
    long place =
        space.placement.place(call, space.minimumAddress(), target, newSize, fixed ? MAP_FIXED : 0);
    return move(vma, address, size, place, newSize, keep);
  }

  private void checkResize(Vma vma, long address, long oldSize, long newSize) {
    if (oldSize == 0 && !vma.shared()) {
      throw Errno.EINVAL.failure();
    }
    if (oldSize > vma.end - address) {
      throw Errno.EFAULT.failure();
    }
    if (newSize == oldSize) {
      return;
    }
    if (vma.cache != null && vma.offset + (address - vma.start) + newSize < 0) {
      throw Errno.EINVAL.failure();
    }
    if ((vma.flags & Vma.SPECIAL) != 0) {
      throw Errno.EFAULT.failure();
    }
    long more = newSize - oldSize;
    if (vma.locked() && vmas.locked() + more > space.limits.locked()) {
      throw Errno.EAGAIN.failure();
    }
    space.checkLimits(more, vma.data() ? more : 0);
    if (vma.data() && newSize > space.memory.totalBytes()) {
      throw Errno.ENOMEM.failure();
    }
  }

  private boolean growInPlace(Vma vma, long more) {
    long end = vma.end;
    int next = vmas.indexAfter(end);
    if (next < vmas.count() && vmas.at(next).start < end + more
        || end > space.layout().taskSize() - more) {
      return false;
    }
    vmas.add(vma.slice(end, end + more));
    return true;
  }

  private long move(
      Vma vma, long address, long oldSize, long place, long newSize, boolean keepOld) {
    long moved = Math.min(oldSize, newSize);
    prepareTables(address, place, moved);
    long offset = vma.cache == null ? 0 : vma.offset + (address - vma.start);
    Vma copy =
        new Vma(
            place, place + newSize, vma.prot, vma.flags, vma.cache, offset, vma.file, vma.label);
    vmas.add(copy);
    movePages(address, place, moved);
    if (oldSize != 0) {
      if (keepOld) {
        space.flush();
      } else {
        ranges.unmap(address, address + oldSize);
      }
    }
    return place;
  }

  /** remap_file_pages(2), which Linux does by a new mapping since 4.0. */
  void remapFilePages(long start, long length, long page) {
    Vma vma = vmas.find(start);
    if (length <= 0
        || start + length <= start
        || page < 0
        || page > Long.MAX_VALUE / PAGE - length / PAGE
        || vma == null
        || !vma.shared()
        || start + length > vma.end) {
      throw Errno.EINVAL.failure();
    }
    Vma part =
        new Vma(
            start,
            start + length,
            vma.prot,
            vma.flags,
            vma.cache,
            page * PAGE,
            vma.file,
            vma.label);
    PageCache cache = vma.cache;
    cache.users++;
    ranges.unmap(start, start + length);
    vmas.add(part);
    space.dropLater(cache);
  }

  /** Makes the tables that the pages move to, so that nothing can fail half way. */
  private void prepareTables(long from, long to, long length) {
    long end = from + length;
    for (long at = space.table.nextTable(from, end);
        at < end;
        at = space.table.nextTable(at + PAGE, end)) {
      if ((space.table.get(at) & PageTable.HELD) != 0
          && space.table.makeSlot(to + (at - from)) == PageTable.NO_SLOT) {
        throw Errno.ENOMEM.failure();
      }
    }
  }

  private void movePages(long from, long to, long length) {
    RamArena arena = space.memory.arena();
    long end = from + length;
    for (long at = space.table.nextTable(from, end);
        at < end;
        at = space.table.nextTable(at + PAGE, end)) {
      long slot = space.table.slot(at);
      long entry = arena.getLong(slot);
      if ((entry & PageTable.HELD) != 0) {
        arena.putLong(space.table.slot(to + (at - from)), entry);
        arena.putLong(slot, 0);
      }
    }
    space.flush();
  }
}

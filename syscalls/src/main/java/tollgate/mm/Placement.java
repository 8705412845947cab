package tollgate.mm;

import static tollgate.abi.uapi.Mman.MAP_32BIT;
import static tollgate.abi.uapi.Mman.MAP_FIXED;
import static tollgate.abi.uapi.Mman.MAP_FIXED_NOREPLACE;

import tollgate.abi.Abi;
import tollgate.abi.Errno;

/**
 * Chooses the address of a new mapping as arch/x86/kernel/sys_x86_64.c does: at the hint when it is
 * free, else the highest gap below the mmap base, else the lowest one above a third of the space.
 */
final class Placement {
  /** Since Linux 6.9; the headers of older systems do not have it. */
  private static final int MAP_ABOVE4G = 0x80;

  private static final long NONE = -1;
  private static final long LOW_32BIT_START = 0x4000_0000L;
  private static final long LOW_32BIT_END = 0x8000_0000L;
  private static final long ABOVE_4G = 1L << 32;

  private final VmaList vmas;
  private final AddressLayout layout;

  Placement(VmaList vmas, AddressLayout layout) {
    this.vmas = vmas;
    this.layout = layout;
  }

  /**
   * The address for a mapping.
   *
   * @param call the ABI of the call, which decides the range in a 64-bit process
   * @param minimum lowest address
   * @param hint page aligned unless fixed
   * @param length a multiple of the page size, positive
   */
  long place(Abi call, long minimum, long hint, long length, int flags) {
    if (length > layout.taskSize()) {
      throw Errno.ENOMEM.failure();
    }
    if ((flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) != 0) {
      if (hint < 0 || hint > layout.taskSize() - length) {
        throw Errno.ENOMEM.failure();
      }
      if ((hint & 4095) != 0) {
        throw Errno.EINVAL.failure();
      }
      return hint;
    }
    boolean low = call == Abi.I386;
    boolean narrow = (flags & MAP_32BIT) != 0 && !low;
    long base = low && layout.abi() != Abi.I386 ? layout.compatBase() : layout.mmapBase();
    long limit = low ? AddressLayout.TASK_SIZE_32 : layout.taskSize();
    if (hint != 0) {
      long wanted = hint + 4095 & -4096L;
      if (wanted >= minimum && wanted > 0 && limit - length >= wanted && free(wanted, length)) {
        return wanted;
      }
    }
    long found = NONE;
    if (layout.topDown() && !narrow) {
      long floor = (flags & MAP_ABOVE4G) != 0 && !low ? ABOVE_4G : minimum;
      found = highest(length, floor, base);
    }
    if (found == NONE) {
      long floor = narrow ? LOW_32BIT_START : Math.max(minimum, AddressLayout.legacyBase(limit));
      found = lowest(length, floor, narrow ? LOW_32BIT_END : limit);
    }
    if (found == NONE) {
      throw Errno.ENOMEM.failure();
    }
    return found;
  }

  /** True when nothing is mapped in a range and no stack guard reaches into it. */
  private boolean free(long address, long length) {
    int index = vmas.indexAfter(address);
    return index == vmas.count() || address + length <= guardedStart(vmas.at(index));
  }

  private long highest(long length, long floor, long ceiling) {
    long end = ceiling;
    for (int i = vmas.indexAfter(ceiling - 1); i >= 0; i--) {
      Vma vma = i < vmas.count() ? vmas.at(i) : null;
      if (vma == null || vma.start >= ceiling) {
        if (vma != null) {
          end = Math.min(end, guardedStart(vma));
        }
        continue;
      }
      if (end - Math.max(vma.end, floor) >= length) {
        return end - length;
      }
      end = Math.min(end, guardedStart(vma));
      if (end - length < floor) {
        return NONE;
      }
    }
    return end - floor >= length ? end - length : NONE;
  }

  private long lowest(long length, long floor, long ceiling) {
    long start = floor;
    for (int i = vmas.indexAfter(floor); i < vmas.count() && start < ceiling; i++) {
      Vma vma = vmas.at(i);
      if (Math.min(guardedStart(vma), ceiling) - start >= length) {
        return start;
      }
      start = Math.max(start, vma.end);
    }
    return ceiling - start >= length ? start : NONE;
  }

  private static long guardedStart(Vma vma) {
    return vma.growsDown() ? Math.max(0, vma.start - AddressLayout.STACK_GUARD_GAP) : vma.start;
  }
}

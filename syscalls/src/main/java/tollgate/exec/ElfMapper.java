package tollgate.exec;

import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.uapi.Mman;
import tollgate.exec.ElfImage.Segment;
import tollgate.fs.FileMapping;
import tollgate.mm.AddressLayout;
import tollgate.mm.AddressSpace;

/** Maps the loaded segments of one ELF file and remembers where they came to lie. */
final class ElfMapper {
  private static final long PAGE_MASK = -4096L;

  private final ElfImage image;
  private final AddressSpace space;
  private final FileMapping file;
  private long bias;
  long startCode = -1;
  long endCode;
  long startData;
  long endData;
  long end;

  ElfMapper(ElfImage image, AddressSpace space) {
    this.image = image;
    this.space = space;
    file = new FileMapping(image.file.file());
  }

  /** What was added to the addresses in the file. */
  long bias() {
    return bias;
  }

  /**
   * Maps everything.
   *
   * @param base where a position-independent file goes, or 0 for the highest free place
   * @param library true for an interpreter: its fixed addresses replace what lies there
   */
  void map(long base, boolean library) {
    long total = image.totalSize();
    if (total == 0) {
      throw ExecException.fatal(Errno.EINVAL, "no PT_LOAD program header with bytes");
    }
    boolean first = true;
    for (Segment segment : image.segments) {
      if (segment.type() != ElfImage.PT_LOAD) {
        continue;
      }
      try {
        check(segment);
        if (first) {
          mapFirst(segment, base, total, library);
          first = false;
        } else {
          load(segment, bias + segment.address(), Mman.MAP_FIXED, 0);
        }
        note(segment);
      } catch (ErrnoException e) {
        throw ExecException.fatal(
            e.errno(), segment.describe() + " cannot be mapped: " + e.errno());
      }
    }
  }

  private void check(Segment segment) {
    long taskSize = space.layout().taskSize();
    if (Long.compareUnsigned(segment.address(), taskSize) >= 0
        || Long.compareUnsigned(segment.fileSize(), segment.memorySize()) > 0
        || Long.compareUnsigned(segment.memorySize(), taskSize) > 0
        || taskSize - segment.memorySize() < segment.address()) {
      throw Errno.EINVAL.failure();
    }
  }

  private void mapFirst(Segment segment, long base, long total, boolean library) {
    if (image.type == ElfImage.ET_EXEC) {
      load(segment, segment.address(), library ? Mman.MAP_FIXED : Mman.MAP_FIXED_NOREPLACE, total);
      return;
    }
    long alignment = image.maximumAlignment();
    long place = base;
    int fixed = Mman.MAP_FIXED_NOREPLACE;
    if (place != 0 && alignment != 0) {
      place &= -alignment;
    } else if (place == 0 && alignment > 4096) {
      place = load(segment, 0, 0, total);
      space.munmap(place, total);
      place &= -alignment;
    } else if (place == 0) {
      fixed = 0;
    }
    long start = segment.address() & PAGE_MASK;
    long wanted = place == 0 ? 0 : place + (segment.address() - start);
    bias = load(segment, wanted, fixed, total) - start;
  }

  /** Maps one segment with its zeros; returns the address of its first page. */
  private long load(Segment segment, long address, int fixed, long total) {
    int prot = prot(segment);
    long inPage = segment.address() & 4095;
    long at = address & PAGE_MASK;
    if (segment.fileSize() != 0) {
      at = mapFile(segment, at, prot, fixed, total);
      if (segment.memorySize() > segment.fileSize()) {
        clearRest(at + inPage + segment.fileSize(), prot);
      }
    }
    if (segment.memorySize() > segment.fileSize()) {
      long from = pageUp(at + inPage + segment.fileSize());
      if (segment.fileSize() == 0) {
        from = at;
      }
      long to = pageUp(at + inPage + segment.memorySize());
      if (to > from) {
        int zeroProt = Mman.PROT_READ | Mman.PROT_WRITE | prot & Mman.PROT_EXEC;
        int flags = Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS;
        int placement = at == 0 && fixed == 0 ? 0 : Mman.MAP_FIXED;
        long mapped = space.mmap(image.abi, from, to - from, zeroProt, flags | placement, null, 0);
        at = segment.fileSize() == 0 ? mapped : at;
      }
    }
    return at;
  }

  /** Asks for room for the whole file at the first segment, then keeps just the segment. */
  private long mapFile(Segment segment, long at, int prot, int fixed, long total) {
    long inPage = segment.address() & 4095;
    long size = pageUp(segment.fileSize() + inPage);
    long offset = segment.offset() - inPage;
    if ((offset & 4095) != 0) {
      throw Errno.EINVAL.failure();
    }
    long room = total == 0 ? size : Math.max(size, pageUp(total));
    int flags = Mman.MAP_PRIVATE | fixed;
    long mapped = space.mmap(image.abi, at, room, prot, flags, file, offset);
    if (room > size) {
      space.munmap(mapped + size, room - size);
    }
    return mapped;
  }

  /** Zeros from the end of the file's bytes to the end of the page. */
  private void clearRest(long from, int prot) {
    long length = pageUp(from) - from;
    if (length > 0 && space.clearUpTo(from, length) != length && (prot & Mman.PROT_WRITE) != 0) {
      throw Errno.EFAULT.failure();
    }
  }

  private void note(Segment segment) {
    long start = bias + segment.address();
    long fileEnd = start + segment.fileSize();
    if (Long.compareUnsigned(start, startCode) < 0) {
      startCode = start;
    }
    startData = Math.max(startData, start);
    if ((segment.flags() & ElfImage.PF_X) != 0) {
      endCode = Math.max(endCode, fileEnd);
    }
    endData = Math.max(endData, fileEnd);
    end = Math.max(end, start + segment.memorySize());
  }

  /** Where the program headers lie in memory, or 0. */
  long tableAddress() {
    long address = 0;
    for (Segment segment : image.segments) {
      if (segment.type() == ElfImage.PT_PHDR) {
        return bias + segment.address();
      }
      if (segment.type() == ElfImage.PT_LOAD
          && address == 0
          && segment.offset() <= image.tableOffset
          && image.tableOffset - segment.offset() < segment.fileSize()) {
        address = bias + image.tableOffset - segment.offset() + segment.address();
      }
    }
    return address;
  }

  /** The entry point; EINVAL when it is not a user address. */
  long entry() {
    long entry = image.entry + bias;
    if (Long.compareUnsigned(entry, AddressLayout.TASK_SIZE_64) >= 0
        || Long.compareUnsigned(entry, space.layout().taskSize()) >= 0) {
      throw ExecException.fatal(
          Errno.EINVAL, "e_entry 0x" + Long.toHexString(image.entry) + " is no user address");
    }
    return entry;
  }

  private static int prot(Segment segment) {
    int flags = segment.flags();
    return ((flags & ElfImage.PF_R) != 0 ? Mman.PROT_READ : 0)
        | ((flags & ElfImage.PF_W) != 0 ? Mman.PROT_WRITE : 0)
        | ((flags & ElfImage.PF_X) != 0 ? Mman.PROT_EXEC : 0);
  }

  private static long pageUp(long address) {
    return address + 4095 & PAGE_MASK;
  }
}

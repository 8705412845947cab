package tollgate.mm;

import java.util.Objects;
import tollgate.abi.uapi.Mman;

/**
 * One mapping: a range of pages with the same rights and the same backing (struct vm_area_struct).
 * Changed only by its {@link AddressSpace}; readers outside get it through {@link
 * AddressSpace#forEachVma}.
 */
public final class Vma {
  static final int SHARED = 1;
  static final int GROWS_DOWN = 2;
  static final int NO_RESERVE = 4;
  static final int LOCKED = 8;
  static final int DONT_FORK = 0x10;
  static final int WIPE_ON_FORK = 0x20;
  static final int MAY_WRITE = 0x40;

  /** The kernel's own pages (vDSO): cannot be expanded. */
  static final int SPECIAL = 0x80;

  long start;
  long end;
  long offset;
  final int prot;
  final int flags;
  final PageCache cache;
  final MappedFile file;
  final String label;

  /** Offset is in the backing; anonymous private memory has none and says 0. */
  Vma(
      long start,
      long end,
      int prot,
      int flags,
      PageCache cache,
      long offset,
      MappedFile file,
      String label) {
    this.start = start;
    this.end = end;
    this.prot = prot;
    this.flags = flags;
    this.cache = cache;
    this.offset = offset;
    this.file = file;
    this.label = label;
  }

  /** First address. */
  public long start() {
    return start;
  }

  /** First address after it. */
  public long end() {
    return end;
  }

  /** PROT_READ, PROT_WRITE and PROT_EXEC as mmap or mprotect gave them. */
  public int prot() {
    return prot;
  }

  /** True for MAP_SHARED. */
  public boolean shared() {
    return (flags & SHARED) != 0;
  }

  /** Offset in the file of its first byte; 0 for private anonymous memory. */
  public long offset() {
    return offset;
  }

  /** The file, or null. */
  public MappedFile file() {
    return file;
  }

  /** A name given by the kernel, like {@code [vdso]}, or null. */
  public String label() {
    return label;
  }

  /** True for mlock'ed memory. */
  public boolean locked() {
    return (flags & LOCKED) != 0;
  }

  boolean growsDown() {
    return (flags & GROWS_DOWN) != 0;
  }

  boolean writable() {
    return (prot & Mman.PROT_WRITE) != 0;
  }

  boolean executable() {
    return (prot & Mman.PROT_EXEC) != 0;
  }

  /** Private and writable, no stack: what RLIMIT_DATA counts. */
  boolean data() {
    return writable() && !shared() && !growsDown();
  }

  /** The page's number in the backing. */
  long cachePage(long address) {
    return offset + (address - start) >>> 12;
  }

  /** The same mapping over another range. */
  Vma slice(long from, long to) {
    return new Vma(
        from, to, prot, flags, cache, cache == null ? 0 : offset + (from - start), file, label);
  }

  /** The same range with other rights and flags. */
  Vma with(int newProt, int newFlags) {
    return new Vma(start, end, newProt, newFlags, cache, offset, file, label);
  }

  /** True when {@code next} continues this mapping, so that both can be one. */
  boolean continuedBy(Vma next) {
    return end == next.start
        && prot == next.prot
        && flags == next.flags
        && cache == next.cache
        && Objects.equals(file, next.file)
        && Objects.equals(label, next.label)
        && (cache == null || offset + (end - start) == next.offset);
  }
}

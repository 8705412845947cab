package tollgate.mm;

import tollgate.abi.Abi;

/**
 * Where things lie in an address space (arch/x86/mm/mmap.c), without randomisation: the addresses
 * that a native program has under {@code setarch -R}.
 *
 * @param abi of the program, not of a single call
 * @param taskSize first address that is not the user's
 * @param stackTop where the stack ends at start
 * @param mmapBase mappings go below it, or for the old layout above it
 * @param topDown false for the old layout, which an unlimited stack asks for
 * @param compatBase the base for {@code int $0x80} calls, below 4 GiB
 * @param randomOffset bytes by which stack and mmap base were moved down, 0 without randomisation
 */
public record AddressLayout(
    Abi abi,
    long taskSize,
    long stackTop,
    long mmapBase,
    boolean topDown,
    long compatBase,
    long randomOffset) {
  /** First address beyond 64-bit user space (TASK_SIZE_MAX): one page below 2^47. */
  public static final long TASK_SIZE_64 = 0x7fff_ffff_f000L;

  /** First address beyond 32-bit user space under a 64-bit kernel (IA32_PAGE_OFFSET). */
  public static final long TASK_SIZE_32 = 0xffff_e000L;

  /** No mapping below this, as vm.mmap_min_addr has it on Debian. */
  public static final long MMAP_MIN_ADDR = 65536;

  /** Empty space that is kept below a growing stack: 256 pages. */
  public static final long STACK_GUARD_GAP = 1L << 20;

  private static final long MIN_GAP = 128L << 20;

  /** The layout of a new program, everything at its fixed place. */
  public static AddressLayout of(Abi abi, long stackLimit) {
    return of(abi, stackLimit, 0);
  }

  /**
   * The layout of a new program.
   *
   * @param randomOffset bytes to move stack and mappings down by, page aligned
   */
  public static AddressLayout of(Abi abi, long stackLimit, long randomOffset) {
    long taskSize = abi == Abi.I386 ? TASK_SIZE_32 : TASK_SIZE_64;
    boolean topDown = stackLimit != MemoryLimits.INFINITY;
    return new AddressLayout(
        abi,
        taskSize,
        taskSize - randomOffset,
        topDown ? below(taskSize - randomOffset, stackLimit) : legacyBase(taskSize),
        topDown,
        topDown ? below(TASK_SIZE_32, stackLimit) : legacyBase(TASK_SIZE_32),
        randomOffset);
  }

  /** The first page boundary at or after an address. */
  public static long pageUp(long address) {
    return address + 4095 & -4096L;
  }

  private static long below(long top, long stackLimit) {
    long gap = stackLimit > Long.MAX_VALUE / 2 ? stackLimit : stackLimit + STACK_GUARD_GAP;
    long clamped = Math.max(MIN_GAP, Math.min(gap, top / 6 * 5));
    return pageUp(top - clamped);
  }

  /** Where the search from below starts: a third of the space (TASK_UNMAPPED_BASE). */
  static long legacyBase(long taskSize) {
    return pageUp(taskSize / 3);
  }
}

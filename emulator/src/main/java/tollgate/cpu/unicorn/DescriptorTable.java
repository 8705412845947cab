package tollgate.cpu.unicorn;

import tollgate.unicorn.HostMemory;

/**
 * The global descriptor table with Linux's layout (arch/x86/include/asm/segment.h), as far as users
 * can see it: selectors 0x23, 0x2b, 0x33, the three thread-local segments, and the one whose limit
 * tells the processor's number.
 */
final class DescriptorTable {
  static final int ENTRIES = 16;
  static final int FIRST_TLS = 12;
  static final int LAST_TLS = 14;

  private static final long KERNEL_CODE32 = 0x00cf9b000000ffffL;
  private static final long KERNEL_CODE64 = 0x00af9b000000ffffL;
  private static final long KERNEL_DATA = 0x00cf93000000ffffL;
  private static final long USER_CODE32 = 0x00cffb000000ffffL;
  private static final long USER_DATA = 0x00cff3000000ffffL;
  private static final long USER_CODE64 = 0x00affb000000ffffL;
  private static final long CPU_NUMBER = 0x0040f50000000000L;

  private final long address;

  /** Fills the table at a host address. */
  DescriptorTable(long address) {
    this.address = address;
    put(1, KERNEL_CODE32);
    put(2, KERNEL_CODE64);
    put(3, KERNEL_DATA);
    put(4, USER_CODE32);
    put(5, USER_DATA);
    put(6, USER_CODE64);
    put(15, CPU_NUMBER);
  }

  /** The descriptor that a selector names; 0 for one outside or in a local table. */
  long get(int selector) {
    int index = selector >> 3;
    return (selector & 4) == 0 && index < ENTRIES ? HostMemory.getLong(address + 8L * index) : 0;
  }

  void put(int index, long descriptor) {
    HostMemory.putLong(address + 8L * index, descriptor);
  }
}

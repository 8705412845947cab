package tollgate.entry;

/**
 * The registers of an x86-64 processor that the kernel reads and writes. The first sixteen stand in
 * the order of their encoding (SDM vol. 2, table 3-1), so {@code ordinal()} is the register number.
 */
public enum Register {
  RAX,
  RCX,
  RDX,
  RBX,
  RSP,
  RBP,
  RSI,
  RDI,
  R8,
  R9,
  R10,
  R11,
  R12,
  R13,
  R14,
  R15,
  /** Instruction pointer. */
  RIP,
  /** Flags. */
  RFLAGS,
  /** Code selector: 0x33 (64-bit) or 0x23 (32-bit) in user mode. */
  CS,
  SS,
  DS,
  ES,
  FS,
  GS,
  /** Base address of the FS segment (ARCH_SET_FS). */
  FS_BASE,
  /** Base address of the GS segment (ARCH_SET_GS). */
  GS_BASE
}

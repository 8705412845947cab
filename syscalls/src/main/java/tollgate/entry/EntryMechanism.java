package tollgate.entry;

/** The instruction by which guest code enters the kernel. */
public enum EntryMechanism {
  /** {@code syscall} (0f 05), from 64-bit or 32-bit code. */
  SYSCALL,
  /** {@code int $0x80} (cd 80), from 64-bit or 32-bit code. */
  INT80,
  /** {@code sysenter} (0f 34). */
  SYSENTER
}

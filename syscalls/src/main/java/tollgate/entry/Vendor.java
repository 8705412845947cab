package tollgate.entry;

/**
 * Whose processor the machine plays: it decides which entry instructions exist in which mode and
 * what CPUID says, never what the kernel does (SDM vol. 2 SYSCALL and SYSENTER; APM vol. 3 the
 * same).
 */
public enum Vendor {
  /** {@code syscall} works in 32-bit code; {@code sysenter} is #UD in long mode. */
  AMD,
  /** {@code sysenter} works in long mode; {@code syscall} is #UD in 32-bit code. */
  INTEL
}

package tollgate.table;

import tollgate.abi.Abi;

/** The x86-64 system calls by number: what 64-bit {@code syscall} reaches. Safe for all threads. */
public final class X8664Table {
  private static final NumberTable TABLE = new NumberTable(Abi.X86_64);

  private X8664Table() {}

  /** The code behind a number; never null: a number without a call answers ENOSYS. */
  public static SyscallHandler handler(int number) {
    return TABLE.handler(number);
  }

  /** The row of a number, or null where the table has none. */
  public static SyscallRow row(int number) {
    return TABLE.row(number);
  }
}

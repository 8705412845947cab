package tollgate.table;

import tollgate.abi.Abi;

/**
 * The i386 system calls by number: what {@code int $0x80}, {@code sysenter} and 32-bit {@code
 * syscall} reaches. Safe for all threads.
 */
public final class I386Table {
  private static final NumberTable TABLE = new NumberTable(Abi.I386);

  private I386Table() {}

  /** The code behind a number; never null: a number without a call answers ENOSYS. */
  public static SyscallHandler handler(int number) {
    return TABLE.handler(number);
  }

  /** The row of a number, or null where the table has none. */
  public static SyscallRow row(int number) {
    return TABLE.row(number);
  }
}

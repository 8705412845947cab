package tollgate.trace;

import tollgate.abi.Abi;
import tollgate.abi.ErrnoException;
import tollgate.abi.GuestMemory;
import tollgate.table.I386Table;
import tollgate.table.SyscallRow;
import tollgate.table.X8664Table;

/**
 * Unwraps the i386 calls that pass all arguments in a block of memory (socketcall, old mmap and old
 * select): the trace shows the call inside, as strace does.
 */
final class BlockCalls {
  private static final int I386_SELECT = 82;
  private static final int I386_MMAP = 90;
  private static final int I386_SOCKETCALL = 102;

  /** Numbers of the rows that socketcall's 1 to 20 stand for; -1 where only socketcall has them. */
  private static final int[] SOCKET_CALLS = {
    -1, 359, 361, 362, 363, -2, 367, 368, 360, -1, -1, 369, 371, 373, 366, 365, 370, 372, 364, 337,
    345
  };

  private static final int X8664_ACCEPT = 43;
  private static final int X8664_SELECT = 23;
  private static final int X8664_MMAP = 9;

  private BlockCalls() {}

  /** The call as the trace shows it. */
  static TracedCall unwrap(
      SyscallRow row, int number, Abi abi, GuestMemory memory, long[] registers) {
    if (abi == Abi.I386 && row != null) {
      SyscallRow inner =
          switch (number) {
            case I386_SELECT -> X8664Table.row(X8664_SELECT);
            case I386_MMAP -> X8664Table.row(X8664_MMAP);
            case I386_SOCKETCALL -> socketRow(registers[0]);
            default -> null;
          };
      if (inner != null) {
        long block = number == I386_SOCKETCALL ? registers[1] : registers[0];
        try {
          int count = inner.signature().arguments().size();
          long[] values = new long[6];
          for (int i = 0; i < count; i++) {
            values[i] = memory.readWord(abi, (block & 0xffff_ffffL) + 4L * i);
          }
          return new TracedCall(inner, number, abi, memory, values);
        } catch (ErrnoException unreadable) {
          return new TracedCall(row, number, abi, memory, registers);
        }
      }
    }
    return new TracedCall(row, number, abi, memory, registers);
  }

  private static SyscallRow socketRow(long call) {
    if (call < 1 || call >= SOCKET_CALLS.length) {
      return null;
    }
    int number = SOCKET_CALLS[(int) call];
    if (number == -2) {
      return X8664Table.row(X8664_ACCEPT);
    }
    return number < 0 ? null : I386Table.row(number);
  }
}

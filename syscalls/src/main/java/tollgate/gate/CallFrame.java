package tollgate.gate;

import tollgate.abi.Abi;
import tollgate.entry.EntryMechanism;
import tollgate.kernel.Task;
import tollgate.table.I386Table;
import tollgate.table.SyscallHandler;
import tollgate.table.SyscallRow;
import tollgate.table.X8664Table;
import tollgate.trace.Tracer;

/**
 * One system call on its way through the kernel: which table and number, the arguments, and how it
 * came in. One object per task, reused; it outlives the processor's hook when a call has to block.
 */
final class CallFrame {
  private EntryMechanism mechanism = EntryMechanism.SYSCALL;
  private boolean longMode = true;
  private Abi abi = Abi.X86_64;
  private int number;
  private long a1;
  private long a2;
  private long a3;
  private long a4;
  private long a5;
  private long a6;

  /** States how the call came in and what it is. */
  void enter(EntryMechanism entry, boolean from64, Abi table, int nr) {
    mechanism = entry;
    longMode = from64;
    abi = table;
    number = nr;
  }

  /** States the arguments as the table's ABI delivers them. */
  void arguments(long b1, long b2, long b3, long b4, long b5, long b6) {
    a1 = b1;
    a2 = b2;
    a3 = b3;
    a4 = b4;
    a5 = b5;
    a6 = b6;
  }

  /** Tells a tracer of the call. */
  void announce(Task task, Tracer tracer) {
    SyscallRow row = abi == Abi.I386 ? I386Table.row(number) : X8664Table.row(number);
    tracer.onEnter(task, row, number, abi, mechanism, longMode, a1, a2, a3, a4, a5, a6);
  }

  /** The table that serves the call. */
  Abi abi() {
    return abi;
  }

  /** The number as the guest gave it: the low half of rax. */
  int number() {
    return number;
  }

  /** Calls the handler. */
  long dispatch(Task task) {
    SyscallHandler handler =
        abi == Abi.I386 ? I386Table.handler(number) : X8664Table.handler(number);
    return handler.call(task, a1, a2, a3, a4, a5, a6);
  }
}

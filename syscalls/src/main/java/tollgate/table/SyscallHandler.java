package tollgate.table;

import tollgate.kernel.Task;

/**
 * The code behind a system call. Arguments come as the table's ABI delivers them: 64-bit registers
 * as they are; on i386 zero-extended, except that arguments the row's signature types as a signed
 * word are sign-extended and 64-bit arguments that travel in two registers arrive as one. Failures
 * are thrown as {@link tollgate.abi.ErrnoException}.
 */
@FunctionalInterface
public interface SyscallHandler {
  /** Performs the call for {@code task} and returns its result. */
  long call(Task task, long a1, long a2, long a3, long a4, long a5, long a6);

  /** How many arguments the call takes; the row's signature says the same. */
  default int arity() {
    return 6;
  }
}

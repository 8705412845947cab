package tollgate.table;

import java.util.List;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.kernel.Task;

/**
 * One ABI's numbers in an array, with a presence check. The code of a slot is made ready when its
 * number is first called: start-up makes no row and reads no signature. Two threads that do so at
 * once store equal, immutable objects.
 */
final class NumberTable {
  /** Above every number of both tables, x32's included. */
  private static final int SIZE = 548;

  private static final SyscallHandler NO_SUCH_CALL = NumberTable::noSuchCall;

  private final Abi abi;
  private final SyscallRow[] rows = new SyscallRow[SIZE];
  private final SyscallHandler[] handlers = new SyscallHandler[SIZE];

  NumberTable(Abi abi) {
    this.abi = abi;
  }

  SyscallRow row(int number) {
    if (number < 0 || number >= SIZE) {
      return null;
    }
    SyscallRow known = rows[number];
    if (known == null) {
      known = SyscallList.find(abi, number);
      rows[number] = known;
    }
    return known;
  }

  SyscallHandler handler(int number) {
    if (number < 0 || number >= SIZE) {
      return NO_SUCH_CALL;
    }
    SyscallHandler known = handlers[number];
    return known != null ? known : resolve(number);
  }

  private SyscallHandler resolve(int number) {
    SyscallRow row = row(number);
    SyscallHandler ready;
    if (row == null) {
      ready = NO_SUCH_CALL;
    } else if (row.handler() == null) {
      ready = new MissingCall(row, abi);
    } else {
      ready = adapt(row.handler(), row.signature(), abi);
    }
    handlers[number] = ready;
    return ready;
  }

  /** Puts between registers and handler what the signature asks for on this ABI; often nothing. */
  static SyscallHandler adapt(SyscallHandler handler, Signature signature, Abi abi) {
    SyscallHandler adapted = handler;
    List<Argument> arguments = signature.arguments();
    int signed = 0;
    for (int i = 0; i < arguments.size(); i++) {
      if (abi == Abi.I386 && arguments.get(i).isSignedWord()) {
        signed |= 1 << i;
      }
    }
    if (signed != 0) {
      adapted = new SignedWords(adapted, signed);
    }
    for (int i = arguments.size() - 1; i >= 0; i--) {
      Argument argument = arguments.get(i);
      if (argument.isPair() || (abi == Abi.I386 && argument.isWide())) {
        adapted = new SplitArgument(adapted, i, abi == Abi.I386);
      }
    }
    return adapted;
  }

  private static long noSuchCall(Task task, long a1, long a2, long a3, long a4, long a5, long a6) {
    throw Errno.ENOSYS.failure();
  }
}

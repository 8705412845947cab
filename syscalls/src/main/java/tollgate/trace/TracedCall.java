package tollgate.trace;

import java.util.List;
import tollgate.abi.Abi;
import tollgate.abi.ErrnoException;
import tollgate.abi.GuestMemory;
import tollgate.table.Argument;
import tollgate.table.Signature;
import tollgate.table.SyscallRow;

/** One call under way, as the printers of its parts see it. Arguments are joined already. */
final class TracedCall {
  final SyscallRow row;
  final int number;
  final Abi abi;
  final GuestMemory memory;
  final TraceLine out = new TraceLine();

  /** The joined arguments: as many as the signature has, raw registers for an unknown call. */
  final long[] values;

  private final List<Argument> arguments;

  /** Arguments dealt with so far. */
  int printed;

  /** True once an argument is in the line: the next one needs a comma. */
  boolean anyShown;

  /** True if the line ends in the comma before the next argument. */
  boolean commaShown;

  /** True once the result is known. */
  boolean ended;

  /** The result, valid once ended. */
  long result;

  /** What the result line says in parentheses, or null. */
  String note;

  /** What stands between the parentheses of a call without arguments. */
  String extra = "";

  /** What stands behind the result: the entry, where it is not the usual one. */
  String suffix = "";

  /** What an in-and-out scalar behind a pointer held before the call. */
  private long before;

  TracedCall(SyscallRow row, int number, Abi abi, GuestMemory memory, long[] registers) {
    this.row = row;
    this.number = number;
    this.abi = abi;
    this.memory = memory;
    if (row == null) {
      arguments = List.of();
      values = registers;
    } else {
      Signature signature = row.signature();
      arguments = signature.arguments();
      values = new long[arguments.size()];
      int register = 0;
      for (int i = 0; i < values.length; i++) {
        long low = registers[register++];
        boolean split = abi == Abi.I386 && arguments.get(i).isWide();
        if (arguments.get(i).isPair() || split) {
          long high = registers[register++];
          values[i] = abi == Abi.I386 ? (low & 0xffff_ffffL) | high << 32 : low;
        } else {
          values[i] = low;
        }
      }
    }
  }

  /** Notes the value of the in-and-out scalar that the call is about to change. */
  void rememberScalars() {
    for (int i = 0; i < values.length && row != null; i++) {
      Argument argument = arguments.get(i);
      if (argument.direction() == Argument.Direction.INOUT) {
        try {
          switch (argument.type()) {
            case "int" -> before = memory.readInt(word(values[i]));
            case "loff" -> before = memory.readLong(word(values[i]));
            case "off" -> before = signedWord(memory.readWord(abi, word(values[i])));
            default -> {}
          }
        } catch (ErrnoException unreadable) {
          before = 0;
        }
      }
    }
  }

  /** The value that {@link #rememberScalars} noted. */
  long before() {
    return before;
  }

  int argumentCount() {
    return arguments.size();
  }

  Argument argument(int index) {
    return arguments.get(index);
  }

  /** The value of the argument of that name; 0 if there is none. */
  long value(String name) {
    int index = row.signature().indexOf(name);
    return index < 0 ? 0 : values[index];
  }

  /** True once the call failed or was interrupted: what it would have written is not there. */
  boolean failed() {
    return ended && result < 0 && result >= -4095;
  }

  /** A word as the ABI has it: unsigned. */
  long word(long value) {
    return abi == Abi.I386 ? value & 0xffff_ffffL : value;
  }

  /** A word as the ABI has it: signed. */
  long signedWord(long value) {
    return abi == Abi.I386 ? (int) value : value;
  }
}

package tollgate.trace;

import tollgate.abi.ErrnoException;
import tollgate.table.Argument;
import tollgate.table.Argument.Direction;

/** Prints the arguments of a call, in what the row says of them. */
final class ArgumentPrinter {
  private ArgumentPrinter() {}

  /** True if the argument's text depends on what the call does. */
  static boolean needsEnd(Argument argument) {
    return argument.direction() == Direction.OUT
        || (argument.direction() == Direction.INOUT && !StructPrinter.isTwoSided(argument.type()));
  }

  /**
   * True if strace leaves the argument out.
   *
   * @param index its position in the signature
   */
  static boolean isSilent(TracedCall call, int index) {
    Argument argument = call.argument(index);
    return switch (argument.type()) {
      case "mode" ->
          argument.group().equals("create")
              && (openFlags(call) & 0x40) == 0
              && (openFlags(call) & 0x410000) != 0x410000;
      case "ptr" -> isSilentPointer(call, argument.group());
      case "int", "uint" ->
          argument.group().equals("silent")
              || (argument.group().equals("membarrier") && (call.value("flags") & 1) == 0);
      case "hex" -> argument.group().equals("kcmp") && isPlainComparison((int) call.value("type"));
      case "mkdev" -> call.row.name().startsWith("mknod") && !isDevice((int) call.value("mode"));
      default -> false;
    };
  }

  private static long openFlags(TracedCall call) {
    return call.value("flags") | call.value("oflag");
  }

  private static boolean isSilentPointer(TracedCall call, String group) {
    return switch (group) {
      case "remap" -> (call.value("flags") & 2) == 0;
      case "create" -> (call.value("oflag") & 0x40) == 0;
      case "reboot" -> (int) call.value("op") != 0xa1b2c3d4;
      default -> false;
    };
  }

  private static boolean isPlainComparison(int type) {
    return type >= 1 && type <= 6;
  }

  private static boolean isDevice(int mode) {
    return (mode & 0170000) == 0020000 || (mode & 0170000) == 0060000;
  }

  /** Prints one argument. */
  static void print(TracedCall call, int index) {
    Argument argument = call.argument(index);
    long value = call.values[index];
    if (argument.direction() == Direction.VALUE) {
      switch (argument.type()) {
        case "path" -> GuestText.path(call.out, call.memory, call.word(value));
        case "str" -> GuestText.string(call.out, call.memory, call.word(value), GuestText.LIMIT);
        default -> ScalarPrinter.print(call, argument, value);
      }
    } else {
      indirect(call, argument, call.word(value));
    }
  }

  private static void indirect(TracedCall call, Argument argument, long address) {
    if (address == 0) {
      call.out.raw("NULL");
      return;
    }
    if (call.failed() && argument.direction() == Direction.OUT) {
      call.out.pointer(address);
      return;
    }
    int mark = call.out.length();
    try {
      if (argument.type().equals("bytes")) {
        boolean hexadecimal = call.row.name().equals("getrandom");
        GuestText.buffer(call.out, call.memory, address, count(call, argument), hexadecimal);
      } else if (argument.type().equals("iovec")) {
        IovecPrinter.print(call, argument, address);
      } else if (!argument.length().isEmpty() && !StructPrinter.countsItself(argument.type())) {
        array(call, argument, address);
      } else {
        StructPrinter.print(call, argument, address);
      }
    } catch (ErrnoException unreadable) {
      call.out.truncate(mark);
      call.out.pointer(address);
    }
  }

  private static void array(TracedCall call, Argument argument, long address) {
    long count = count(call, argument);
    if (count < 0) {
      call.out.pointer(address);
      return;
    }
    int size = StructPrinter.size(call, argument.type());
    call.out.raw('[');
    for (long i = 0; i < count; i++) {
      if (i > 0) {
        call.out.raw(", ");
      }
      if (i == GuestText.LIMIT) {
        call.out.raw("...");
        break;
      }
      StructPrinter.print(call, argument, address + i * size);
    }
    call.out.raw(']');
  }

  /** Elements of an array or bytes of a buffer, as the row says. */
  static long count(TracedCall call, Argument argument) {
    String length = argument.length();
    if (length.equals("result")) {
      return call.result;
    }
    if (Character.isDigit(length.charAt(0))) {
      return Long.parseLong(length);
    }
    int index = call.row.signature().indexOf(length);
    long value = call.values[index];
    return switch (call.argument(index).type()) {
      case "int" -> (int) value;
      case "uint" -> value & 0xffff_ffffL;
      default -> call.word(value);
    };
  }
}

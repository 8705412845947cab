package tollgate.trace;

import tollgate.abi.ErrnoException;

/** Prints the arguments behind prctl(2)'s option. */
final class PrctlPrinter {
  private static final int NAME_LIMIT = 15;

  private PrctlPrinter() {}

  static void print(TracedCall call) {
    TraceLine out = call.out;
    long second = call.word(call.values[1]);
    switch ((int) call.values[0]) {
      case 3, 7, 21, 27, 30, 31, 32, 14 -> {
        // PR_GET_DUMPABLE, GET_KEEPCAPS, GET_SECCOMP, GET_SECUREBITS, GET_TIMERSLACK: no argument
      }
      case 1 -> out.raw(SignalNames.name(second));
      case 2 -> signalOut(call, second);
      case 4 -> Constants.values("dumpable").printValue(out, second);
      case 8, 29, 36 -> out.unsigned(second);
      case 15 -> GuestText.string(out, call.memory, second, NAME_LIMIT);
      case 16 -> {
        if (call.failed()) {
          out.pointer(second);
        } else {
          GuestText.string(out, call.memory, second, NAME_LIMIT);
        }
      }
      case 23, 24 -> Constants.values("cap").printValue(out, second);
      case 38, 39 -> decimals(call);
      case 0x53564d41 -> virtualMemoryArea(call, second);
      default -> {
        for (int i = 1; i < 5; i++) {
          out.raw(i > 1 ? ", " : "").hex(call.word(call.values[i]));
        }
      }
    }
  }

  private static void signalOut(TracedCall call, long address) {
    try {
      int signo = call.memory.readInt(address);
      call.out.raw('[').raw(SignalNames.name(signo)).raw(']');
    } catch (ErrnoException unreadable) {
      call.out.pointer(address);
    }
  }

  private static void decimals(TracedCall call) {
    for (int i = 1; i < 5; i++) {
      call.out.raw(i > 1 ? ", " : "").unsigned(call.word(call.values[i]));
    }
  }

  private static void virtualMemoryArea(TracedCall call, long kind) {
    call.out.raw(kind == 0 ? "PR_SET_VMA_ANON_NAME" : "0x" + Long.toHexString(kind));
    call.out.raw(", ").pointer(call.word(call.values[2]));
    call.out.raw(", ").unsigned(call.word(call.values[3])).raw(", ");
    GuestText.string(call.out, call.memory, call.word(call.values[4]), GuestText.LIMIT);
  }
}

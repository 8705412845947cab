package tollgate.trace;

/** Makes the two halves of a call's line: what is known before the call, and the rest after it. */
final class CallFormat {
  private static final int RESULT_COLUMN = 40;

  private CallFormat() {}

  /** The call's name, {@code syscall_0x1ff} for a number without one. */
  static String name(TracedCall call) {
    return call.row == null ? "syscall_0x" + Integer.toHexString(call.number) : call.row.name();
  }

  /**
   * Prints the first half.
   *
   * @return true if the line is complete: the call never returns
   */
  static boolean begin(TracedCall call) {
    TraceLine out = call.out;
    out.raw(name(call)).raw('(');
    if (call.row == null) {
      for (int i = 0; i < call.values.length; i++) {
        out.raw(i > 0 ? ", " : "").hex(call.word(call.values[i]));
      }
      return false;
    }
    call.rememberScalars();
    out.raw(call.extra);
    arguments(call);
    if (!call.row.signature().result().equals("never")) {
      return false;
    }
    out.raw(") ").padTo(RESULT_COLUMN).raw("= ?").raw(call.suffix).raw('\n');
    return true;
  }

  /** Prints the second half, with the result. */
  static void end(TracedCall call) {
    TraceLine out = call.out;
    if (call.row != null) {
      arguments(call);
      if (!call.failed()) {
        ResultNotes.make(call);
      }
    }
    out.raw(") ").padTo(RESULT_COLUMN).raw("= ");
    ResultPrinter.print(call);
    out.raw(call.suffix).raw('\n');
  }

  /** Prints the arguments that can be printed now, up to the first that needs the call's end. */
  private static void arguments(TracedCall call) {
    TraceLine out = call.out;
    while (call.printed < call.argumentCount()) {
      int index = call.printed;
      boolean later =
          ArgumentPrinter.needsEnd(call.argument(index)) || SpecialArguments.needsEnd(call, index);
      if (later && !call.ended) {
        if (call.anyShown && ArgumentPrinter.needsEnd(call.argument(index))) {
          out.raw(", ");
          call.commaShown = true;
        }
        return;
      }
      if (ArgumentPrinter.isSilent(call, index)) {
        call.printed++;
        continue;
      }
      int mark = out.length();
      out.raw(call.anyShown && !call.commaShown ? ", " : "");
      call.commaShown = false;
      int start = out.length();
      int covered = SpecialArguments.print(call, index);
      if (covered == 0) {
        ArgumentPrinter.print(call, index);
        covered = 1;
      }
      if (out.length() == start) {
        out.truncate(mark);
      } else {
        call.anyShown = true;
      }
      call.printed += covered;
    }
  }
}

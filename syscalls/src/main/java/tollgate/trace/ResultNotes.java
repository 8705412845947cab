package tollgate.trace;

import tollgate.abi.ErrnoException;
import tollgate.abi.uapi.Pollfd;
import tollgate.abi.uapi.UserDesc;
import tollgate.table.Argument;

/** Makes the notes in parentheses behind the results of poll, select and their like. */
final class ResultNotes {
  private ResultNotes() {}

  /** Sets the note of a call that ended well; none for most calls. */
  static void make(TracedCall call) {
    TraceLine note = new TraceLine();
    try {
      switch (call.row.name()) {
        case "poll", "ppoll", "ppoll_time64" -> poll(call, note);
        case "select", "_newselect", "pselect6", "pselect6_time64" -> select(call, note);
        case "set_thread_area" -> {
          long at = call.word(call.values[0]);
          note.raw("entry_number=").dec(UserDesc.ENTRY_NUMBER.read(call.memory, call.abi, at));
        }
        default -> {
          return;
        }
      }
      call.note = note.length() == 0 ? null : note.from(0);
    } catch (ErrnoException unreadable) {
      call.note = null;
    }
  }

  private static void poll(TracedCall call, TraceLine note) {
    if (call.result == 0) {
      note.raw("Timeout");
      return;
    }
    long address = call.word(call.values[0]);
    int size = Pollfd.SCHEMA.size(call.abi);
    long left = call.result;
    String separator = "[";
    for (long i = 0; i < (call.values[1] & 0xffff_ffffL) && left > 0; i++) {
      long at = address + i * size;
      long events = Pollfd.REVENTS.read(call.memory, call.abi, at) & 0xffff;
      if (events != 0) {
        note.raw(separator).raw("{fd=").dec(Pollfd.FD.read(call.memory, call.abi, at));
        note.raw(", revents=");
        Constants.flags("poll").printFlags(note, events);
        note.raw('}');
        separator = ", ";
        left--;
      }
    }
    note.raw(']');
  }

  private static void select(TracedCall call, TraceLine note) {
    if (call.result == 0) {
      note.raw("Timeout");
      return;
    }
    String separator = "";
    String[] labels = {"in ", "out ", "except "};
    byte[] bits = new byte[128];
    int count = (int) Math.min(Math.max(0, (int) call.values[0]), 1024);
    for (int i = 0; i < 3; i++) {
      long address = call.word(call.values[i + 1]);
      if (address != 0) {
        call.memory.read(address, bits, 0, (count + 7) / 8);
        TraceLine set = new TraceLine();
        StructPrinter.bitNumbers(set, bits, count);
        if (!set.from(0).equals("[]")) {
          note.raw(separator).raw(labels[i]).raw(set.from(0));
          separator = ", ";
        }
      }
    }
    Argument timeout = call.argument(4);
    long address = call.word(call.values[4]);
    if (address != 0) {
      note.raw(separator).raw("left ");
      TraceLine left = timeLeft(call, timeout, address);
      note.raw(left.from(0));
    }
  }

  private static TraceLine timeLeft(TracedCall call, Argument timeout, long address) {
    int mark = call.out.length();
    TimePrinter.print(call, timeout.type(), address);
    TraceLine text = new TraceLine().raw(call.out.from(mark));
    call.out.truncate(mark);
    return text;
  }
}

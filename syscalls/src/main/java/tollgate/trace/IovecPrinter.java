package tollgate.trace;

import tollgate.abi.uapi.Iovec;
import tollgate.table.Argument;
import tollgate.table.Argument.Direction;

/** Prints scatter-gather vectors with what they point to. */
final class IovecPrinter {
  private IovecPrinter() {}

  /** Prints a vector; what a call read into it is as long as its result. */
  static void print(TracedCall call, Argument argument, long address) {
    TraceLine out = call.out;
    long count = ArgumentPrinter.count(call, argument);
    boolean written = argument.direction() == Direction.OUT;
    long left = written ? call.result : Long.MAX_VALUE;
    int size = Iovec.SCHEMA.size(call.abi);
    if (count < 0) {
      out.pointer(address);
      return;
    }
    out.raw('[');
    for (long i = 0; i < count; i++) {
      if (i > 0) {
        out.raw(", ");
      }
      if (i == GuestText.LIMIT) {
        out.raw("...");
        break;
      }
      long base = Iovec.IOV_BASE.read(call.memory, call.abi, address + i * size);
      long length = Iovec.IOV_LEN.read(call.memory, call.abi, address + i * size);
      out.raw("{iov_base=");
      GuestText.buffer(out, call.memory, base, Math.min(length, left));
      out.raw(", iov_len=").unsigned(length).raw('}');
      left = Math.max(0, left - length);
    }
    out.raw(']');
  }
}

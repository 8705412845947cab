package tollgate.trace;

import java.util.Arrays;
import tollgate.table.Argument;
import tollgate.table.Argument.Direction;

/** Prints socket addresses by family (unix(7), ip(7), ipv6(7)). */
final class SockaddrPrinter {
  private static final int UNIX = 1;
  private static final int INET = 2;

  private SockaddrPrinter() {}

  static void print(TracedCall call, Argument argument, long address) {
    TraceLine out = call.out;
    long length = ArgumentPrinter.count(call, argument);
    if (argument.direction() == Direction.OUT) {
      // The length lies behind a pointer there.
      length = Math.min(call.before(), call.memory.readInt(call.word(length)));
    }
    if (length < 2 || length > 128) {
      out.pointer(address);
      return;
    }
    byte[] bytes = new byte[128];
    call.memory.read(address, bytes, 0, (int) length);
    int family = bytes[0] & 0xff | (bytes[1] & 0xff) << 8;
    out.raw("{sa_family=");
    Constants.values("domain").printValue(out, family);
    if (family == UNIX && length > 2) {
      unix(out, bytes, (int) length);
    } else if (family == INET && length >= 8) {
      int port = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
      out.raw(", sin_port=htons(").dec(port).raw("), sin_addr=inet_addr(\"");
      out.dec(bytes[4] & 0xff).raw('.').dec(bytes[5] & 0xff).raw('.');
      out.dec(bytes[6] & 0xff).raw('.').dec(bytes[7] & 0xff).raw("\")");
    } else if (length > 2) {
      byte[] data = Arrays.copyOfRange(bytes, 2, (int) length);
      out.raw(", sa_data=").quoted(data, Math.min(data.length, GuestText.LIMIT));
      out.raw(data.length > GuestText.LIMIT ? "..." : "");
    }
    out.raw('}');
  }

  private static void unix(TraceLine out, byte[] bytes, int length) {
    out.raw(", sun_path=");
    if (bytes[2] == 0) {
      byte[] name = Arrays.copyOfRange(bytes, 3, Math.max(3, length));
      out.raw('@').quoted(name, name.length);
    } else {
      int end = 2;
      while (end < length && bytes[end] != 0) {
        end++;
      }
      byte[] name = Arrays.copyOfRange(bytes, 2, end);
      out.quoted(name, name.length);
    }
  }
}

package tollgate.trace;

import tollgate.abi.ErrnoException;
import tollgate.abi.GuestMemory;

/** Prints strings and buffers of the guest, cut to strace's default of 32 bytes. */
final class GuestText {
  /** Bytes or elements shown before {@code ...}. */
  static final int LIMIT = 32;

  private static final int PATH_LIMIT = 4096;

  private GuestText() {}

  /** A path, as long as it may be; its address where it cannot be read. */
  static void path(TraceLine out, GuestMemory memory, long address) {
    string(out, memory, address, PATH_LIMIT);
  }

  /** A NUL-terminated string. */
  static void string(TraceLine out, GuestMemory memory, long address, int limit) {
    if (address == 0) {
      out.raw("NULL");
      return;
    }
    byte[] bytes = new byte[limit + 1];
    int count = memory.readUpTo(address, bytes, 0, limit + 1);
    int end = 0;
    while (end < count && bytes[end] != 0) {
      end++;
    }
    if (end == count && count <= limit) {
      out.pointer(address);
      return;
    }
    out.quoted(bytes, Math.min(end, limit));
    if (end > limit) {
      out.raw("...");
    }
  }

  /** A buffer of known length; its address where its beginning cannot be read. */
  static void buffer(TraceLine out, GuestMemory memory, long address, long length) {
    buffer(out, memory, address, length, false);
  }

  /** The same, in {@code \xNN} only if asked for. */
  static void buffer(
      TraceLine out, GuestMemory memory, long address, long length, boolean hexadecimal) {
    if (address == 0) {
      out.raw("NULL");
      return;
    }
    int shown = (int) (length < 0 ? LIMIT : Math.min(length, LIMIT));
    byte[] bytes = new byte[LIMIT];
    try {
      memory.read(address, bytes, 0, shown);
    } catch (ErrnoException unreadable) {
      out.pointer(address);
      return;
    }
    if (hexadecimal) {
      out.quotedHex(bytes, shown);
    } else {
      out.quoted(bytes, shown);
    }
    if (length > shown || length < 0) {
      out.raw("...");
    }
  }
}

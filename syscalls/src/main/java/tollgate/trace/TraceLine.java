package tollgate.trace;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The text of a trace line under way, in strace's spelling of numbers, pointers and strings. Only
 * printable ASCII comes out of guest bytes. Owned by one thread.
 */
final class TraceLine {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder(256);

  /** Adds text as it is; never the guest's. */
  TraceLine raw(String s) {
    text.append(s);
    return this;
  }

  /** Adds a character as it is. */
  TraceLine raw(char c) {
    text.append(c);
    return this;
  }

  /** A signed decimal number. */
  TraceLine dec(long value) {
    text.append(value);
    return this;
  }

  /** An unsigned decimal number. */
  TraceLine unsigned(long value) {
    text.append(Long.toUnsignedString(value));
    return this;
  }

  /** {@code 0x…}, or 0 for zero. */
  TraceLine hex(long value) {
    text.append(value == 0 ? "0" : "0x" + Long.toHexString(value));
    return this;
  }

  /** {@code 0x…}, at least so many digits. */
  TraceLine hexPadded(long value, int digits) {
    String number = Long.toHexString(value);
    text.append("0x");
    for (int i = number.length(); i < digits; i++) {
      text.append('0');
    }
    text.append(number);
    return this;
  }

  /** {@code 0…}, or 0 for zero. */
  TraceLine octal(long value) {
    text.append(value == 0 ? "0" : "0" + Long.toOctalString(value));
    return this;
  }

  /** Permission bits: a leading 0 and at least three digits in all. */
  TraceLine mode(long value) {
    String number = "0" + Long.toOctalString(value & 0xffff);
    if (value == 0) {
      number = "0";
    }
    for (int i = number.length(); i < 3; i++) {
      text.append('0');
    }
    text.append(number);
    return this;
  }

  /** An address: {@code NULL} or {@code 0x…}. */
  TraceLine pointer(long value) {
    text.append(value == 0 ? "NULL" : "0x" + Long.toHexString(value));
    return this;
  }

  /** {@code " /* … *}{@code /"}; nothing if there is nothing to remark. */
  TraceLine remark(String remark) {
    if (!remark.isEmpty()) {
      text.append(" /* ").append(remark).append(" */");
    }
    return this;
  }

  /** {@code makedev(0x1, 0x3)} of a dev_t in the kernel's 64-bit encoding (glibc's makedev). */
  TraceLine device(long dev) {
    long major = (dev >>> 8 & 0xfff) | (dev >>> 32 & 0xfffff000L);
    long minor = (dev & 0xff) | (dev >>> 12 & 0xffffff00L);
    return raw("makedev(").hex(major).raw(", ").hex(minor).raw(')');
  }

  /** The ISO time of a number of seconds, {@code 2001-09-09T01:46:40+0000}. */
  TraceLine time(long seconds, long fraction, int digits) {
    if (seconds < -62_135_596_800L || seconds > 253_402_300_799L) {
      return dec(seconds);
    }
    text.append(SECONDS.format(Instant.ofEpochSecond(seconds)));
    if (fraction != 0 && digits > 0) {
      String number = Long.toString(fraction);
      text.append('.');
      for (int i = number.length(); i < digits; i++) {
        text.append('0');
      }
      text.append(number);
    }
    text.append("+0000");
    return this;
  }

  /** A string in C's spelling: octal escapes as short as the next character allows. */
  TraceLine quoted(byte[] bytes, int length) {
    text.append('"');
    for (int i = 0; i < length; i++) {
      int c = bytes[i] & 0xff;
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case 0x0b -> text.append("\\v");
        default -> {
          if (c >= ' ' && c < 0x7f) {
            text.append((char) c);
          } else {
            escape(c, i + 1 < length ? bytes[i + 1] : 0);
          }
        }
      }
    }
    text.append('"');
    return this;
  }

  private void escape(int c, int next) {
    text.append('\\');
    boolean digitFollows = next >= '0' && next <= '7';
    if (digitFollows || c > 0x3f) {
      text.append((char) ('0' + (c >> 6)));
    }
    if (digitFollows || c > 7) {
      text.append((char) ('0' + (c >> 3 & 7)));
    }
    text.append((char) ('0' + (c & 7)));
  }

  /** A string of {@code \xNN} only. */
  TraceLine quotedHex(byte[] bytes, int length) {
    text.append('"');
    for (int i = 0; i < length; i++) {
      text.append("\\x").append(HEX.charAt(bytes[i] >> 4 & 15)).append(HEX.charAt(bytes[i] & 15));
    }
    text.append('"');
    return this;
  }

  /** Fills up with spaces to a column. */
  TraceLine padTo(int column) {
    while (text.length() < column) {
      text.append(' ');
    }
    return this;
  }

  /** Characters so far. */
  int length() {
    return text.length();
  }

  /** Takes back what came after that length. */
  void truncate(int length) {
    text.setLength(length);
  }

  /** The text from a position on. */
  String from(int position) {
    return text.substring(position);
  }
}

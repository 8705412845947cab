package tollgate.machine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of guest memory in bytes: a positive multiple of 4096.
 *
 * @param bytes from {@link #LEAST} to {@link #MOST}
 */
public record MemorySize(long bytes) {
  /** The least a kernel and a small program need. */
  public static final long LEAST = 8L << 20;

  /** The engine's guest-physical addresses stay below 2^40; the arena gets a quarter of that. */
  public static final long MOST = 256L << 30;

  /** What a guest gets unless told otherwise; costs nothing until touched. */
  public static final MemorySize DEFAULT = new MemorySize(4L << 30);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,15})([kmgt]?)(i?b)?");

  /** Checks the range. */
  public MemorySize {
    if (bytes < LEAST || bytes > MOST) {
      throw new IllegalArgumentException("must be between 8M and 256G");
    }
    bytes = bytes + 4095 & -4096;
  }

  /** Reads a number of bytes with an optional suffix K, M, G or T (powers of 1024). */
  public static MemorySize parse(String text) {
    Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a size such as 512M or 4G");
    }
    int shift = " kmgt".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2)) * 10;
    long number = Long.parseLong(matcher.group(1));
    if (number > MOST >> shift) {
      throw new IllegalArgumentException("must be between 8M and 256G");
    }
    return new MemorySize(number << shift);
  }
}

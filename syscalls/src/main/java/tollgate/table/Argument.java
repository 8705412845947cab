package tollgate.table;

/**
 * One argument of a {@link Signature}.
 *
 * @param direction which way the pointed-to data travels; VALUE when the argument is no pointer to
 *     data
 * @param type the type word, as {@code fd}, {@code flags}, {@code timespec}; {@code bytes} for a
 *     plain buffer
 * @param group the constant group of {@code flags:group} and {@code enum:group}; else empty
 * @param name the parameter's name in the manual page
 * @param length for an array or buffer: the name of the argument that counts it, {@code result}, or
 *     a number; else empty
 */
public record Argument(Direction direction, String type, String group, String name, String length) {

  /** Which way the data behind a pointer travels. */
  public enum Direction {
    /** The argument itself is the value. */
    VALUE,
    /** The kernel reads what it points to. */
    IN,
    /** The kernel writes what it points to. */
    OUT,
    /** The kernel reads and then writes what it points to. */
    INOUT
  }

  /** True for a 64-bit value that i386 passes in two registers, low half first. */
  public boolean isWide() {
    return direction == Direction.VALUE
        && (type.equals("loff") || type.equals("u64") || type.equals("u64hex"));
  }

  /** True for a 64-bit value that both ABIs pass as two words, low first (preadv). */
  public boolean isPair() {
    return direction == Direction.VALUE && type.equals("loffpair");
  }

  /** True for a signed word: sign-extended when it comes from a 32-bit register. */
  public boolean isSignedWord() {
    return direction == Direction.VALUE
        && (type.equals("long") || type.equals("off") || type.equals("ssize"));
  }
}

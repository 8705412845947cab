package tollgate.trace;

/**
 * Named values that belong together: the bits of a flags argument, or the values of an enumeration.
 * Immutable.
 */
final class ConstantGroup {
  private final String unknown;
  private final String[] names;
  private final long[] values;

  /**
   * Makes a group.
   *
   * @param unknown what a value outside the group is called, as {@code O_???}; empty for nothing
   * @param names in the order in which they are printed
   * @param values unsigned, parallel to the names
   */
  ConstantGroup(String unknown, String[] names, long[] values) {
    this.unknown = unknown;
    this.names = names;
    this.values = values;
  }

  /** The name of a value, or null. */
  String name(long value) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == value) {
        return names[i];
      }
    }
    return null;
  }

  /** Prints the name of an enumeration's value, or its number and what it is not. */
  void printValue(TraceLine out, long value) {
    String name = name(value);
    if (name != null) {
      out.raw(name);
    } else {
      out.hex(value).remark(unknown);
    }
  }

  /** Prints the names of all bits, then what is left of the value in hexadecimal. */
  void printFlags(TraceLine out, long value) {
    if (value == 0) {
      String name = name(0);
      out.raw(name != null ? name : "0");
      return;
    }
    printMoreFlags(out, value, "");
  }

  /**
   * Prints a value's bits behind something that is already there; nothing for 0.
   *
   * @param separator what to print before the first bit
   */
  void printMoreFlags(TraceLine out, long value, String separator) {
    long rest = value;
    String next = separator;
    boolean named = !separator.isEmpty();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0 && (rest & values[i]) == values[i]) {
        out.raw(next).raw(names[i]);
        next = "|";
        named = true;
        rest &= ~values[i];
      }
    }
    if (rest != 0) {
      out.raw(next).hex(rest);
      if (!named) {
        out.remark(unknown);
      }
    }
  }
}

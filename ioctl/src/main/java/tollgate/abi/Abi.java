package tollgate.abi;

/**
 * One of the two Linux user-space ABIs that the machine speaks. Immutable; safe for all threads.
 */
public enum Abi {
  /** LP64: {@code long} and pointers are 8 bytes, everything aligns to its size. */
  X86_64("x86_64", 0, 8, 8),
  /**
   * ILP32: {@code long} and pointers are 4 bytes, {@code long long} and {@code double} align to 4.
   */
  I386("i386", 1, 4, 4);

  private final String label;
  private final int index;
  private final int wordSize;
  private final int longLongAlignment;

  Abi(String label, int index, int wordSize, int longLongAlignment) {
    this.label = label;
    this.index = index;
    this.wordSize = wordSize;
    this.longLongAlignment = longLongAlignment;
  }

  /** The name used in tables and on the command line: {@code x86_64} or {@code i386}. */
  public String label() {
    return label;
  }

  /** 0 for x86-64, 1 for i386: the place in tables that hold one value for each ABI. */
  public int index() {
    return index;
  }

  /** Bytes in a {@code long}, a {@code size_t} and a pointer: 8 or 4. */
  public int wordSize() {
    return wordSize;
  }

  /** Alignment in bytes of {@code long long} and {@code double} inside a struct: 8 or 4. */
  public int longLongAlignment() {
    return longLongAlignment;
  }
}

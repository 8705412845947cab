package tollgate.abi;

/**
 * An ioctl's request: name, direction, type, number and the type of what its argument points to.
 * The 32-bit request number follows from them (include/uapi/asm-generic/ioctl.h), for each ABI its
 * own where the argument's size differs. Requests older than that encoding have a fixed number.
 * Immutable.
 */
public final class IoctlRequest {
  /** Which way the argument travels, seen from the program, as the encoding has it. */
  public enum Direction {
    /** The argument is a number, or there is none: {@code _IOC_NONE}. */
    NONE(0),
    /** The kernel reads what the argument points to: {@code _IOC_WRITE}. */
    WRITE(1),
    /** The kernel fills what the argument points to: {@code _IOC_READ}. */
    READ(2),
    /** Both. */
    READ_WRITE(3);

    private final int bits;

    Direction(int bits) {
      this.bits = bits;
    }

    /** The kernel reads the argument. */
    public boolean in() {
      return (bits & 1) != 0;
    }

    /** The kernel fills the argument. */
    public boolean out() {
      return (bits & 2) != 0;
    }
  }

  private static final int NR_BITS = 8;
  private static final int TYPE_BITS = 8;
  private static final int SIZE_BITS = 14;
  private static final int TYPE_SHIFT = NR_BITS;
  private static final int SIZE_SHIFT = TYPE_SHIFT + TYPE_BITS;
  private static final int DIRECTION_SHIFT = SIZE_SHIFT + SIZE_BITS;

  private final String name;
  private final Direction direction;
  private final CType argument;
  private final int[] numbers;

  private IoctlRequest(String name, Direction direction, CType argument, int x8664, int i386) {
    this.name = name;
    this.direction = direction;
    this.argument = argument;
    this.numbers = new int[] {x8664, i386};
  }

  /** {@code _IO(type, nr)}: an argument by value, or none. */
  public static IoctlRequest io(String name, int type, int nr) {
    return encoded(name, Direction.NONE, type, nr, CType.ABSENT);
  }

  /** {@code _IOR(type, nr, argument)}: the kernel fills the argument. */
  public static IoctlRequest ior(String name, int type, int nr, CType argument) {
    return encoded(name, Direction.READ, type, nr, argument);
  }

  /** {@code _IOW(type, nr, argument)}: the kernel reads the argument. */
  public static IoctlRequest iow(String name, int type, int nr, CType argument) {
    return encoded(name, Direction.WRITE, type, nr, argument);
  }

  /** {@code _IOWR(type, nr, argument)}: both. */
  public static IoctlRequest iowr(String name, int type, int nr, CType argument) {
    return encoded(name, Direction.READ_WRITE, type, nr, argument);
  }

  /** A request with a number that encodes nothing, such as TCGETS. */
  public static IoctlRequest fixed(String name, int number, Direction direction, CType argument) {
    return new IoctlRequest(name, direction, argument, number, number);
  }

  private static IoctlRequest encoded(
      String name, Direction direction, int type, int nr, CType argument) {
    return new IoctlRequest(
        name,
        direction,
        argument,
        encode(direction, type, nr, argument.size(Abi.X86_64)),
        encode(direction, type, nr, argument.size(Abi.I386)));
  }

  private static int encode(Direction direction, int type, int nr, int size) {
    if (type >>> TYPE_BITS != 0 || nr >>> NR_BITS != 0 || size >>> SIZE_BITS != 0) {
      throw new IllegalArgumentException("_IOC(" + type + ", " + nr + ", " + size + ")");
    }
    return direction.bits << DIRECTION_SHIFT | size << SIZE_SHIFT | type << TYPE_SHIFT | nr;
  }

  /** The C name. */
  public String name() {
    return name;
  }

  /** Which way the argument travels. */
  public Direction direction() {
    return direction;
  }

  /** What the argument points to; {@link CType#ABSENT} when it is a number or unused. */
  public CType argument() {
    return argument;
  }

  /** The number that a program of this ABI passes. */
  public int number(Abi abi) {
    return numbers[abi.index()];
  }

  /** Spells a number that has no name: {@code _IOC(_IOC_READ|_IOC_WRITE, 0x62, 0x1, 0x30)}. */
  public static String describe(int number) {
    String direction =
        switch (number >>> DIRECTION_SHIFT) {
          case 0 -> "_IOC_NONE";
          case 1 -> "_IOC_WRITE";
          case 2 -> "_IOC_READ";
          default -> "_IOC_READ|_IOC_WRITE";
        };
    int type = number >>> TYPE_SHIFT & (1 << TYPE_BITS) - 1;
    int nr = number & (1 << NR_BITS) - 1;
    int size = number >>> SIZE_SHIFT & (1 << SIZE_BITS) - 1;
    return String.format("_IOC(%s, 0x%x, 0x%x, 0x%x)", direction, type, nr, size);
  }

  @Override
  public String toString() {
    return name;
  }
}

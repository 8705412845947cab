package tollgate.abi;

/**
 * A member of a struct: where it lies and how wide it is on each ABI. A constant beside its schema,
 * so that access costs two array loads and no lookup. Immutable once its schema is built; safe for
 * all threads.
 *
 * <p>A field that an ABI does not have ({@link CType#ABSENT}) reads as 0 and ignores writes. Values
 * that do not fit are cut to the field's width, as a C assignment does: whoever must fail instead
 * (EOVERFLOW of i386's stat) asks {@link #fits} first.
 */
public final class Field {
  private final StructSchema owner;
  private final String name;
  private final CType type;
  private final int[] offsets;
  private final int[] kinds;
  private final int[] strides;
  private final int[] counts;

  Field(StructSchema owner, String name, CType type) {
    this(
        owner,
        name,
        type,
        new int[2],
        perAbi(type.element()::kind),
        perAbi(type.element()::size),
        perAbi(type::count));
  }

  private Field(
      StructSchema owner,
      String name,
      CType type,
      int[] offsets,
      int[] kinds,
      int[] strides,
      int[] counts) {
    this.owner = owner;
    this.name = name;
    this.type = type;
    this.offsets = offsets;
    this.kinds = kinds;
    this.strides = strides;
    this.counts = counts;
  }

  /**
   * The member {@code inner} of this nested struct, as a field of the outer struct. When this field
   * is an array of structs, the result is an array over that member of each: index it.
   *
   * @throws IllegalArgumentException if {@code inner} belongs to another struct, or both are arrays
   */
  public Field dot(Field inner) {
    if (type.schema() != inner.owner) {
      throw new IllegalArgumentException(name + " has no " + inner.name);
    }
    owner.requireBuilt();
    if (type.isArray() && inner.type.isArray()) {
      throw new IllegalArgumentException(name + "." + inner.name + " has two dimensions");
    }
    Field indexed = type.isArray() ? this : inner;
    return new Field(
        owner,
        name + "." + inner.name,
        inner.type,
        perAbi(abi -> offset(abi) + inner.offset(abi)),
        inner.kinds,
        indexed.strides,
        indexed.counts);
  }

  /** The struct that holds the field; the outermost one for a path made by {@link #dot}. */
  public StructSchema owner() {
    return owner;
  }

  /** The C name, a path with dots for nested members. */
  public String name() {
    return name;
  }

  /** The declared type. */
  public CType type() {
    return type;
  }

  /** Bytes from the start of the struct. */
  public int offset(Abi abi) {
    return offsets[abi.index()];
  }

  /** Bytes of the whole field, all elements of an array together. */
  public int size(Abi abi) {
    return type.size(abi);
  }

  /** Elements that an index may name: 1 for what is no array. */
  public int count(Abi abi) {
    return counts[abi.index()];
  }

  /** Bytes from one element to the next. */
  public int stride(Abi abi) {
    return strides[abi.index()];
  }

  /** False when this ABI's struct lacks the field. */
  public boolean exists(Abi abi) {
    return type.element().size(abi) > 0;
  }

  /** True when a value survives being stored in the field and read back. */
  public boolean fits(Abi abi, long value) {
    return switch (kinds[abi.index()]) {
      case 1 -> (value & 0xff) == value;
      case -1 -> (byte) value == value;
      case 2 -> (value & 0xffff) == value;
      case -2 -> (short) value == value;
      case 4 -> (value & 0xffff_ffffL) == value;
      case -4 -> (int) value == value;
      case 8, -8 -> true;
      default -> value == 0;
    };
  }

  /** Reads this field alone of a struct in guest memory; EFAULT. */
  public long read(GuestMemory memory, Abi abi, long struct) {
    long at = struct + offsets[abi.index()];
    return switch (kinds[abi.index()]) {
      case 1 -> Byte.toUnsignedLong(memory.readByte(at));
      case -1 -> memory.readByte(at);
      case 2 -> Short.toUnsignedLong(memory.readShort(at));
      case -2 -> memory.readShort(at);
      case 4 -> Integer.toUnsignedLong(memory.readInt(at));
      case -4 -> memory.readInt(at);
      case 8, -8 -> memory.readLong(at);
      default -> 0;
    };
  }

  /** Writes this field alone of a struct in guest memory, nothing around it; EFAULT. */
  public void write(GuestMemory memory, Abi abi, long struct, long value) {
    long at = struct + offsets[abi.index()];
    switch (kinds[abi.index()]) {
      case 1, -1 -> memory.writeByte(at, (byte) value);
      case 2, -2 -> memory.writeShort(at, (short) value);
      case 4, -4 -> memory.writeInt(at, (int) value);
      case 8, -8 -> memory.writeLong(at, value);
      default -> {}
    }
  }

  @Override
  public String toString() {
    return owner.cName() + "." + name;
  }

  /** Bytes of one scalar, negative when signed, 0 for a nested struct. */
  int kind(int abi) {
    return kinds[abi];
  }

  int offsetAt(int abi, int index) {
    if (index < 0 || index >= counts[abi]) {
      throw new IndexOutOfBoundsException(index);
    }
    return offsets[abi] + index * strides[abi];
  }

  int offset(int abi) {
    return offsets[abi];
  }

  void place(Abi abi, int offset) {
    offsets[abi.index()] = offset;
  }

  private interface PerAbi {
    int of(Abi abi);
  }

  private static int[] perAbi(PerAbi value) {
    return new int[] {value.of(Abi.X86_64), value.of(Abi.I386)};
  }
}

package tollgate.abi;

/**
 * A C type as one of the two ABIs lays it out: a scalar, an array, or a struct. Immutable; the
 * scalars are the constants of this class. Source of truth: the System V psABI for i386 and x86-64,
 * and include/uapi/asm-generic/int-ll64.h; a test holds every schema against the C compiler.
 */
public final class CType {
  /** {@code char}, signed on both ABIs. */
  public static final CType CHAR = same("char", 1, true);

  /** {@code __u8}, {@code unsigned char}. */
  public static final CType U8 = same("__u8", 1, false);

  /** {@code __s8}. */
  public static final CType S8 = same("__s8", 1, true);

  /** {@code __u16}, {@code unsigned short}. */
  public static final CType U16 = same("__u16", 2, false);

  /** {@code __s16}, {@code short}. */
  public static final CType S16 = same("__s16", 2, true);

  /** {@code __u32}, {@code unsigned int}. */
  public static final CType U32 = same("__u32", 4, false);

  /** {@code __s32}, {@code int}. */
  public static final CType S32 = same("__s32", 4, true);

  /** {@code __u64}, {@code unsigned long long}: aligns to 4 on i386. */
  public static final CType U64 =
      new CType("__u64", words(8, 8), words(8, Abi.I386.longLongAlignment()), words(8, 8));

  /** {@code __s64}, {@code long long}: aligns to 4 on i386. */
  public static final CType S64 =
      new CType("__s64", words(8, 8), words(8, Abi.I386.longLongAlignment()), words(-8, -8));

  /** {@code __aligned_u64}: aligns to 8 on both. */
  public static final CType ALIGNED_U64 =
      new CType("__aligned_u64", words(8, 8), words(8, 8), words(8, 8));

  /** {@code int}. */
  public static final CType INT = same("int", 4, true);

  /** {@code long}: 8 or 4 bytes. */
  public static final CType LONG = new CType("long", words(8, 4), words(8, 4), words(-8, -4));

  /** {@code unsigned long}, {@code size_t}: 8 or 4 bytes. */
  public static final CType ULONG =
      new CType("unsigned long", words(8, 4), words(8, 4), words(8, 4));

  /** Any pointer: 8 or 4 bytes, unsigned. */
  public static final CType POINTER = new CType("void *", words(8, 4), words(8, 4), words(8, 4));

  /** What an ABI does not have: no bytes; reads as 0 and ignores writes. */
  public static final CType ABSENT = new CType("", words(0, 0), words(1, 1), words(0, 0));

  private final String name;
  private final int[] sizes;
  private final int[] alignments;

  /** Bytes of the scalar, negative when signed; 0 when this is no scalar. */
  private final int[] kinds;

  private final CType element;
  private final int[] counts;
  private final StructSchema schema;

  private CType(String name, int[] sizes, int[] alignments, int[] kinds) {
    this(name, sizes, alignments, kinds, null, words(1, 1), null);
  }

  private CType(
      String name,
      int[] sizes,
      int[] alignments,
      int[] kinds,
      CType element,
      int[] counts,
      StructSchema schema) {
    this.name = name;
    this.sizes = sizes;
    this.alignments = alignments;
    this.kinds = kinds;
    this.element = element;
    this.counts = counts;
    this.schema = schema;
  }

  /** The type of a struct, made by its schema. */
  CType(StructSchema schema, int[] sizes, int[] alignments) {
    this(schema.cName(), sizes, alignments, words(0, 0), null, words(1, 1), schema);
  }

  /** A scalar that has one type on x86-64 and another on i386. */
  public static CType either(CType x8664, CType i386) {
    if (x8664.schema != null || i386.schema != null) {
      throw new IllegalArgumentException("structs differ by their own schema");
    }
    if (x8664.element != null || i386.element != null) {
      CType a = x8664.element == null ? x8664 : x8664.element;
      CType b = i386.element == null ? i386 : i386.element;
      return either(a, b).array(x8664.counts[0], i386.counts[1]);
    }
    return new CType(
        x8664.name.equals(i386.name) || i386.kinds[1] == 0 ? x8664.name : i386.name,
        words(x8664.sizes[0], i386.sizes[1]),
        words(x8664.alignments[0], i386.alignments[1]),
        words(x8664.kinds[0], i386.kinds[1]));
  }

  /** An array of this type with the same count on both ABIs. */
  public CType array(int count) {
    return array(count, count);
  }

  /** An array of this type with a count for each ABI; 0 is a flexible or absent array. */
  public CType array(int x8664, int i386) {
    if (element != null) {
      throw new IllegalArgumentException("arrays have one dimension");
    }
    return new CType(
        name,
        words(sizes[0] * x8664, sizes[1] * i386),
        alignments,
        words(0, 0),
        this,
        words(x8664, i386),
        null);
  }

  /** The C spelling, without the count of an array. */
  public String name() {
    return name;
  }

  /** Bytes. */
  public int size(Abi abi) {
    return sizes[abi.index()];
  }

  /** Bytes; 1 or more. */
  public int alignment(Abi abi) {
    return alignments[abi.index()];
  }

  /** True for a scalar, or an array of scalars, that sign-extends. */
  public boolean signed(Abi abi) {
    return element().kind(abi) < 0;
  }

  /** Bytes of the scalar, negative when signed; 0 for arrays and structs. */
  int kind(Abi abi) {
    return kinds[abi.index()];
  }

  /** What the array holds, or this type itself. */
  public CType element() {
    return element == null ? this : element;
  }

  /** Elements of the array; 1 when this is no array. */
  public int count(Abi abi) {
    return counts[abi.index()];
  }

  /** True when this is an array. */
  public boolean isArray() {
    return element != null;
  }

  /** The schema when this is a struct or an array of structs, else null. */
  public StructSchema schema() {
    return element == null ? schema : element.schema;
  }

  @Override
  public String toString() {
    return element == null ? name : name + "[" + counts[0] + "]";
  }

  private static CType same(String name, int size, boolean signed) {
    int kind = signed ? -size : size;
    return new CType(name, words(size, size), words(size, size), words(kind, kind));
  }

  private static int[] words(int x8664, int i386) {
    return new int[] {x8664, i386};
  }
}

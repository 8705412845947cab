package tollgate.abi;

import java.util.ArrayList;
import java.util.List;

/**
 * A C struct or union, its members in C order under their C names, laid out for both ABIs. Declared
 * once as constants of a class in {@code tollgate.abi.uapi}:
 *
 * <pre>{@code
 * private static final StructSchema.Builder S =
 *     StructSchema.struct("struct winsize", "asm/termios.h");
 * public static final Field WS_ROW = S.field("ws_row", CType.U16);
 * public static final Field WS_COL = S.field("ws_col", CType.U16);
 * ...
 * public static final StructSchema SCHEMA = S.build();
 * }</pre>
 *
 * <p>Sizes, offsets and padding follow the psABI and are computed once, in {@link Builder#build}; a
 * test asks the C compiler about every schema. Immutable; safe for all threads.
 */
public final class StructSchema {
  private final String cName;
  private final String header;
  private final boolean union;
  private final List<Field> fields = new ArrayList<>();
  private Abi only;
  private CType type;

  private StructSchema(String cName, String header, boolean union) {
    this.cName = cName;
    this.header = header;
    this.union = union;
  }

  /**
   * Starts a struct.
   *
   * @param cName what C calls it: {@code "struct stat"}, or a typedef's name
   * @param header the header that declares it for user space, or {@code kernel.h}: our own
   *     declaration, with the kernel file it comes from, of what the kernel keeps to itself
   */
  public static Builder struct(String cName, String header) {
    return new Builder(new StructSchema(cName, header, false));
  }

  /** Starts a union: every member at offset 0. */
  public static Builder union(String cName, String header) {
    return new Builder(new StructSchema(cName, header, true));
  }

  /** What C calls it. */
  public String cName() {
    return cName;
  }

  /** The header that declares it. */
  public String header() {
    return header;
  }

  /** True for a union. */
  public boolean isUnion() {
    return union;
  }

  /** False when this ABI's kernel has no such struct; its layout then means nothing. */
  public boolean exists(Abi abi) {
    return only == null || only == abi;
  }

  /** The members in the order of declaration (x86-64's, where the ABIs differ). */
  public List<Field> fields() {
    return List.copyOf(fields);
  }

  /** Bytes, the padding at the end included. */
  public int size(Abi abi) {
    return type.size(abi);
  }

  /** Bytes. */
  public int alignment(Abi abi) {
    return type.alignment(abi);
  }

  /** The schema as the type of a member of another struct. */
  public CType type() {
    return type;
  }

  @Override
  public String toString() {
    return cName;
  }

  void requireBuilt() {
    if (type == null) {
      throw new IllegalStateException(cName + " is not built yet");
    }
  }

  /** Collects the members of one schema. Used by one thread, inside a class initialiser. */
  public static final class Builder {
    private final StructSchema schema;
    private final List<List<Field>> orders = new ArrayList<>();
    private final int[] packing = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    private final int[] alignment = {1, 1};

    private Builder(StructSchema schema) {
      this.schema = schema;
      orders.add(schema.fields);
      orders.add(schema.fields);
    }

    /** Appends a member. */
    public Field field(String name, CType type) {
      Field field = new Field(schema, name, type);
      schema.fields.add(field);
      return field;
    }

    /** Appends a member that is a struct or union itself. */
    public Field field(String name, StructSchema struct) {
      return field(name, struct.type());
    }

    /** Appends a scalar or array member whose type differs between the ABIs. */
    public Field field(String name, CType x8664, CType i386) {
      return field(name, CType.either(x8664, i386));
    }

    /** Removes all padding on one ABI: {@code __attribute__((packed))}. */
    public Builder packed(Abi abi) {
      packing[abi.index()] = 1;
      return this;
    }

    /** Raises the alignment of the whole struct: {@code __attribute__((aligned(n)))}. */
    public Builder aligned(int x8664, int i386) {
      alignment[0] = x8664;
      alignment[1] = i386;
      return this;
    }

    /** Says that the struct exists on one ABI alone. */
    public Builder only(Abi abi) {
      schema.only = abi;
      return this;
    }

    /** Gives i386 another order of the members; those left out do not exist there. */
    public Builder orderOnI386(Field... order) {
      orders.set(Abi.I386.index(), List.of(order));
      return this;
    }

    /** Lays the struct out and finishes it. */
    public StructSchema build() {
      int[] sizes = new int[2];
      int[] alignments = new int[2];
      for (Abi abi : Abi.values()) {
        int at = abi.index();
        int end = 0;
        int widest = alignment[at];
        for (Field field : orders.get(at)) {
          int align = Math.min(field.type().alignment(abi), packing[at]);
          int offset = schema.union ? 0 : roundUp(end, align);
          field.place(abi, offset);
          end = Math.max(end, offset + field.size(abi));
          widest = Math.max(widest, align);
        }
        sizes[at] = roundUp(end, widest);
        alignments[at] = widest;
      }
      schema.type = new CType(schema, sizes, alignments);
      return schema;
    }

    private static int roundUp(int value, int multiple) {
      return (value + multiple - 1) / multiple * multiple;
    }
  }
}

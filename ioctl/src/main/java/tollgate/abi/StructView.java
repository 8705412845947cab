package tollgate.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A reusable buffer seen as one struct of one ABI:
 *
 * <pre>{@code
 * StructView v = task.view(Stat.SCHEMA);   // zero-filled, padding included
 * v.set(Stat.ST_INO, inode);
 * v.copyOut(memory, address);
 * }</pre>
 *
 * <p>Values travel as {@code long}: sign-extended from signed fields, zero-extended from unsigned
 * ones and pointers, cut to the field's width when stored (see {@link #fits}). No method allocates
 * once the buffer has grown to its largest struct, except those that make a String. Owned by one
 * thread.
 */
public final class StructView {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[256];
  private StructSchema schema;
  private Abi abi;
  private int index;
  private int size;

  /** A view that must be {@link #reset} before use. */
  public StructView() {}

  /** A view of one struct, zero-filled. */
  public StructView(StructSchema schema, Abi abi) {
    reset(schema, abi);
  }

  /** Binds the buffer to a struct and an ABI and fills it with zeros. */
  public StructView reset(StructSchema schema, Abi abi) {
    this.schema = schema;
    this.abi = abi;
    index = abi.index();
    size = schema.size(abi);
    if (size > bytes.length) {
      bytes = new byte[size];
    } else {
      Arrays.fill(bytes, 0, size, (byte) 0);
    }
    return this;
  }

  /** The struct that the buffer holds. */
  public StructSchema schema() {
    return schema;
  }

  /** The ABI whose layout it has. */
  public Abi abi() {
    return abi;
  }

  /** Bytes of the struct. */
  public int size() {
    return size;
  }

  /** The buffer itself; the struct is its first {@link #size} bytes. Changes when it grows. */
  public byte[] bytes() {
    return bytes;
  }

  /** The value of a scalar, or of an array's first element. */
  public long get(Field field) {
    return load(field, field.offset(index));
  }

  /** The value of one element of an array. */
  public long get(Field field, int element) {
    return load(field, field.offsetAt(index, element));
  }

  /** Stores a scalar, or an array's first element. */
  public StructView set(Field field, long value) {
    store(field, field.offset(index), value);
    return this;
  }

  /** Stores one element of an array. */
  public StructView set(Field field, int element, long value) {
    store(field, field.offsetAt(index, element), value);
    return this;
  }

  /** True when the value survives being stored in the field. */
  public boolean fits(Field field, long value) {
    return field.fits(abi, value);
  }

  /** Copies the bytes of a field, whatever its type; {@code into} needs room for all of them. */
  public void getBytes(Field field, byte[] into, int offset) {
    assert field.owner() == schema : field;
    System.arraycopy(bytes, field.offset(index), into, offset, field.size(abi));
  }

  /** Stores the first bytes of a field; at most its size, the rest stays. */
  public StructView setBytes(Field field, byte[] from, int offset, int length) {
    assert field.owner() == schema : field;
    if (length > field.size(abi)) {
      throw new IndexOutOfBoundsException(length);
    }
    System.arraycopy(from, offset, bytes, field.offset(index), length);
    return this;
  }

  /** Copies the bytes of one element of an array, whatever its type. */
  public void getBytes(Field field, int element, byte[] into, int offset) {
    assert field.owner() == schema : field;
    System.arraycopy(bytes, field.offsetAt(index, element), into, offset, field.stride(abi));
  }

  /** Stores the bytes of one element of an array, whatever its type. */
  public StructView setBytes(Field field, int element, byte[] from, int offset) {
    assert field.owner() == schema : field;
    System.arraycopy(from, offset, bytes, field.offsetAt(index, element), field.stride(abi));
    return this;
  }

  /** The text of a char array up to its first NUL, one char a byte. */
  public String getString(Field field) {
    assert field.owner() == schema : field;
    int start = field.offset(index);
    int end = start;
    while (end < start + field.size(abi) && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, start, end - start, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** Stores text (one char a byte) in a char array, cut so that a NUL always follows. */
  public StructView setString(Field field, String text) {
    assert field.owner() == schema : field;
    int start = field.offset(index);
    int room = field.size(abi);
    int length = Math.min(text.length(), room - 1);
    for (int i = 0; i < length; i++) {
      bytes[start + i] = (byte) text.charAt(i);
    }
    Arrays.fill(bytes, start + length, start + room, (byte) 0);
    return this;
  }

  /** Reads the whole struct from the guest; EFAULT. */
  public StructView copyIn(GuestMemory memory, long address) {
    memory.read(address, bytes, 0, size);
    return this;
  }

  /** Reads the first {@code length} bytes (at most the size); the rest stays. EFAULT. */
  public StructView copyIn(GuestMemory memory, long address, int length) {
    memory.read(address, bytes, 0, Math.min(length, size));
    return this;
  }

  /** Writes the whole struct, padding included, to the guest; EFAULT. */
  public void copyOut(GuestMemory memory, long address) {
    memory.write(address, bytes, 0, size);
  }

  /** Writes the first {@code length} bytes (at most the size) to the guest; EFAULT. */
  public void copyOut(GuestMemory memory, long address, int length) {
    memory.write(address, bytes, 0, Math.min(length, size));
  }

  private long load(Field field, int at) {
    assert field.owner() == schema : field;
    return switch (field.kind(index)) {
      case 1 -> Byte.toUnsignedLong(bytes[at]);
      case -1 -> bytes[at];
      case 2 -> Short.toUnsignedLong((short) SHORT.get(bytes, at));
      case -2 -> (short) SHORT.get(bytes, at);
      case 4 -> Integer.toUnsignedLong((int) INT.get(bytes, at));
      case -4 -> (int) INT.get(bytes, at);
      case 8, -8 -> (long) LONG.get(bytes, at);
      default -> 0;
    };
  }

  private void store(Field field, int at, long value) {
    assert field.owner() == schema : field;
    switch (field.kind(index)) {
      case 1, -1 -> bytes[at] = (byte) value;
      case 2, -2 -> SHORT.set(bytes, at, (short) value);
      case 4, -4 -> INT.set(bytes, at, (int) value);
      case 8, -8 -> LONG.set(bytes, at, value);
      default -> {}
    }
  }
}

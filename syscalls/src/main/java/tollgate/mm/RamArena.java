package tollgate.mm;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * The guest's physical memory: one block of host memory that the Host mapped without committing it,
 * divided into 4 KiB frames. A physical address is an offset into the block. Offsets are checked by
 * the frame allocator and the page table, which are the only ones that make them; the accessors
 * here check nothing but are the only place that touches raw memory.
 */
public final class RamArena {
  /** Bytes in a frame. */
  public static final int FRAME_SIZE = 4096;

  static final Unsafe UNSAFE = unsafe();

  private final long base;
  private final long size;

  /**
   * Wraps host memory.
   *
   * @param base host address, page aligned, zero-filled
   * @param size bytes, a multiple of the frame size
   */
  public RamArena(long base, long size) {
    if ((base & (FRAME_SIZE - 1)) != 0 || (size & (FRAME_SIZE - 1)) != 0 || size <= 0) {
      throw new IllegalArgumentException(
          "arena not in whole frames: base " + base + " size " + size);
    }
    this.base = base;
    this.size = size;
  }

  /** Host address of physical address 0. */
  public long base() {
    return base;
  }

  /** Bytes in the arena. */
  public long size() {
    return size;
  }

  /** Reads eight bytes at a physical address. */
  public long getLong(long physical) {
    return UNSAFE.getLong(base + physical);
  }

  /** Writes eight bytes at a physical address. */
  public void putLong(long physical, long value) {
    UNSAFE.putLong(base + physical, value);
  }

  /** Reads four bytes at a physical address. */
  public int getInt(long physical) {
    return UNSAFE.getInt(base + physical);
  }

  /** Writes four bytes at a physical address. */
  public void putInt(long physical, int value) {
    UNSAFE.putInt(base + physical, value);
  }

  /** Reads two bytes at a physical address. */
  public short getShort(long physical) {
    return UNSAFE.getShort(base + physical);
  }

  /** Writes two bytes at a physical address. */
  public void putShort(long physical, short value) {
    UNSAFE.putShort(base + physical, value);
  }

  /** Reads one byte at a physical address. */
  public byte getByte(long physical) {
    return UNSAFE.getByte(base + physical);
  }

  /** Writes one byte at a physical address. */
  public void putByte(long physical, byte value) {
    UNSAFE.putByte(base + physical, value);
  }

  /** Copies out of the arena. */
  public void get(long physical, byte[] into, int offset, int length) {
    UNSAFE.copyMemory(
        null, base + physical, into, Unsafe.ARRAY_BYTE_BASE_OFFSET + (long) offset, length);
  }

  /** Copies into the arena. */
  public void put(long physical, byte[] from, int offset, int length) {
    UNSAFE.copyMemory(
        from, Unsafe.ARRAY_BYTE_BASE_OFFSET + (long) offset, null, base + physical, length);
  }

  /** Copies within the arena. */
  public void copy(long from, long to, long length) {
    UNSAFE.copyMemory(base + from, base + to, length);
  }

  /** Fills a range with zeros. */
  public void clear(long physical, long length) {
    UNSAFE.setMemory(base + physical, length, (byte) 0);
  }

  private static Unsafe unsafe() {
    try {
      Field field = Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return (Unsafe) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this JVM has no sun.misc.Unsafe", e);
    }
  }
}

package tollgate.unicorn;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * The JVM's own memory by address, for the structures that the engine shares with its user. Nothing
 * is checked: an address must come from {@link #allocate} or from the engine.
 */
public final class HostMemory {
  private static final Unsafe UNSAFE = unsafe();

  private HostMemory() {}

  /** Allocates zeroed memory; never freed by the collector. */
  public static long allocate(long bytes) {
    long address = UNSAFE.allocateMemory(bytes);
    UNSAFE.setMemory(address, bytes, (byte) 0);
    return address;
  }

  /** Frees what {@link #allocate} returned; 0 is ignored. */
  public static void free(long address) {
    UNSAFE.freeMemory(address);
  }

  /** Reads eight bytes. */
  public static long getLong(long address) {
    return UNSAFE.getLong(address);
  }

  /** Writes eight bytes. */
  public static void putLong(long address, long value) {
    UNSAFE.putLong(address, value);
  }

  /** Reads four bytes. */
  public static int getInt(long address) {
    return UNSAFE.getInt(address);
  }

  /** Writes four bytes. */
  public static void putInt(long address, int value) {
    UNSAFE.putInt(address, value);
  }

  /** Reads two bytes. */
  public static short getShort(long address) {
    return UNSAFE.getShort(address);
  }

  /** Writes two bytes. */
  public static void putShort(long address, short value) {
    UNSAFE.putShort(address, value);
  }

  /** Reads a byte. */
  public static byte getByte(long address) {
    return UNSAFE.getByte(address);
  }

  /** Writes a byte. */
  public static void putByte(long address, byte value) {
    UNSAFE.putByte(address, value);
  }

  /** Copies memory. */
  public static void copy(long from, long to, long bytes) {
    UNSAFE.copyMemory(from, to, bytes);
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

package tollgate.abi;

/**
 * A task's memory as the kernel and its devices see it: user addresses, checked on every access.
 *
 * <p>Every method that cannot reach all of its bytes fails with {@link Errno#EFAULT}; the methods
 * named {@code UpTo} instead say how many bytes came before the first unreachable one, as Linux's
 * {@code copy_from_user} and {@code copy_to_user} do. Values are little-endian and need no
 * alignment. Calls may only be made by the thread that runs the task (see lib/usercopy.c in the
 * kernel).
 */
public interface GuestMemory {
  /** Reads one byte, not sign-extended by the guest's view: the Java byte. */
  byte readByte(long address);

  /** Reads two bytes. */
  short readShort(long address);

  /** Reads four bytes. */
  int readInt(long address);

  /** Reads eight bytes. */
  long readLong(long address);

  /** Writes one byte. */
  void writeByte(long address, byte value);

  /** Writes two bytes. */
  void writeShort(long address, short value);

  /** Writes four bytes. */
  void writeInt(long address, int value);

  /** Writes eight bytes. */
  void writeLong(long address, long value);

  /** Copies {@code length} bytes from the guest; all or EFAULT. */
  default void read(long address, byte[] into, int offset, int length) {
    if (readUpTo(address, into, offset, length) != length) {
      throw Errno.EFAULT.failure();
    }
  }

  /**
   * Copies {@code length} bytes to the guest; all or EFAULT (the bytes before the bad one stay
   * written).
   */
  default void write(long address, byte[] from, int offset, int length) {
    if (writeUpTo(address, from, offset, length) != length) {
      throw Errno.EFAULT.failure();
    }
  }

  /**
   * Copies from the guest until {@code length} bytes or the first unreadable one; returns the
   * count.
   */
  int readUpTo(long address, byte[] into, int offset, int length);

  /**
   * Copies to the guest until {@code length} bytes or the first unwritable one; returns the count.
   */
  int writeUpTo(long address, byte[] from, int offset, int length);

  /** Writes zeros until {@code length} bytes or the first unwritable one; returns the count. */
  long clearUpTo(long address, long length);

  /**
   * Reads a NUL-terminated string of at most {@code limit} bytes without its NUL, one char a byte
   * (ISO-8859-1).
   *
   * @return the string, or null if no NUL came within {@code limit} bytes
   */
  String readCString(long address, int limit);

  /** Reads a {@code long}, {@code size_t} or pointer of the given ABI, zero-extended on i386. */
  default long readWord(Abi abi, long address) {
    return abi == Abi.I386 ? Integer.toUnsignedLong(readInt(address)) : readLong(address);
  }

  /** Writes the low bytes of a {@code long}, {@code size_t} or pointer of the given ABI. */
  default void writeWord(Abi abi, long address, long value) {
    if (abi == Abi.I386) {
      writeInt(address, (int) value);
    } else {
      writeLong(address, value);
    }
  }
}

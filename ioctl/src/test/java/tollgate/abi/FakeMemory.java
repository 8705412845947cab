package tollgate.abi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Guest memory for tests: one range of bytes, everything outside it faults. */
public final class FakeMemory implements GuestMemory {
  private final long base;
  private final ByteBuffer bytes;

  /** Memory at {@code base}, zero-filled. */
  public FakeMemory(long base, int length) {
    this.base = base;
    bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The bytes from {@code base} on. */
  public byte[] bytes() {
    return bytes.array();
  }

  @Override
  public byte readByte(long address) {
    return bytes.get(at(address, 1));
  }

  @Override
  public short readShort(long address) {
    return bytes.getShort(at(address, 2));
  }

  @Override
  public int readInt(long address) {
    return bytes.getInt(at(address, 4));
  }

  @Override
  public long readLong(long address) {
    return bytes.getLong(at(address, 8));
  }

  @Override
  public void writeByte(long address, byte value) {
    bytes.put(at(address, 1), value);
  }

  @Override
  public void writeShort(long address, short value) {
    bytes.putShort(at(address, 2), value);
  }

  @Override
  public void writeInt(long address, int value) {
    bytes.putInt(at(address, 4), value);
  }

  @Override
  public void writeLong(long address, long value) {
    bytes.putLong(at(address, 8), value);
  }

  @Override
  public int readUpTo(long address, byte[] into, int offset, int length) {
    int count = reachable(address, length);
    if (count > 0) {
      bytes.get((int) (address - base), into, offset, count);
    }
    return count;
  }

  @Override
  public int writeUpTo(long address, byte[] from, int offset, int length) {
    int count = reachable(address, length);
    if (count > 0) {
      bytes.put((int) (address - base), from, offset, count);
    }
    return count;
  }

  @Override
  public long clearUpTo(long address, long length) {
    int count = reachable(address, length);
    for (int i = 0; i < count; i++) {
      bytes.put((int) (address - base) + i, (byte) 0);
    }
    return count;
  }

  @Override
  public String readCString(long address, int limit) {
    for (int i = 0; i < limit; i++) {
      if (readByte(address + i) == 0) {
        return new String(bytes.array(), (int) (address - base), i, StandardCharsets.ISO_8859_1);
      }
    }
    return null;
  }

  private int at(long address, int length) {
    if (reachable(address, length) < length) {
      throw Errno.EFAULT.failure();
    }
    return (int) (address - base);
  }

  private int reachable(long address, long length) {
    long offset = address - base;
    if (offset < 0 || offset >= bytes.capacity()) {
      return 0;
    }
    return (int) Math.min(length, bytes.capacity() - offset);
  }
}

package tollgate.trace;

import java.util.Arrays;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;

/** Guest memory for tests: one array at one address; everything else is unreadable. */
final class ArrayMemory implements GuestMemory {
  private final long base;
  private final byte[] bytes;

  ArrayMemory(long base, int size) {
    this.base = base;
    bytes = new byte[size];
  }

  private int room(long address, long length) {
    long offset = address - base;
    return offset < 0 || offset >= bytes.length ? 0 : (int) Math.min(length, bytes.length - offset);
  }

  private int at(long address, int length) {
    if (room(address, length) != length) {
      throw Errno.EFAULT.failure();
    }
    return (int) (address - base);
  }

  @Override
  public byte readByte(long address) {
    return bytes[at(address, 1)];
  }

  @Override
  public short readShort(long address) {
    return (short) little(address, 2);
  }

  @Override
  public int readInt(long address) {
    return (int) little(address, 4);
  }

  @Override
  public long readLong(long address) {
    return little(address, 8);
  }

  private long little(long address, int length) {
    int at = at(address, length);
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xff;
    }
    return value;
  }

  private void little(long address, int length, long value) {
    int at = at(address, length);
    for (int i = 0; i < length; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }

  @Override
  public void writeByte(long address, byte value) {
    little(address, 1, value);
  }

  @Override
  public void writeShort(long address, short value) {
    little(address, 2, value);
  }

  @Override
  public void writeInt(long address, int value) {
    little(address, 4, value);
  }

  @Override
  public void writeLong(long address, long value) {
    little(address, 8, value);
  }

  @Override
  public int readUpTo(long address, byte[] into, int offset, int length) {
    int room = room(address, length);
    if (room > 0) {
      System.arraycopy(bytes, (int) (address - base), into, offset, room);
    }
    return room;
  }

  @Override
  public int writeUpTo(long address, byte[] from, int offset, int length) {
    int room = room(address, length);
    if (room > 0) {
      System.arraycopy(from, offset, bytes, (int) (address - base), room);
    }
    return room;
  }

  @Override
  public long clearUpTo(long address, long length) {
    int room = room(address, length);
    if (room > 0) {
      int at = (int) (address - base);
      Arrays.fill(bytes, at, at + room, (byte) 0);
    }
    return room;
  }

  @Override
  public String readCString(long address, int limit) {
    StringBuilder text = new StringBuilder();
    while (text.length() < limit) {
      byte b = readByte(address + text.length());
      if (b == 0) {
        return text.toString();
      }
      text.append((char) (b & 0xff));
    }
    return null;
  }

  /** Puts a NUL-terminated string (one byte a char) and returns its address. */
  long string(long address, String text) {
    for (int i = 0; i < text.length(); i++) {
      writeByte(address + i, (byte) text.charAt(i));
    }
    writeByte(address + text.length(), (byte) 0);
    return address;
  }
}

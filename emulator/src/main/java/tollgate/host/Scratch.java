package tollgate.host;

import com.kenai.jffi.MemoryIO;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tollgate.platform.HostFiles;

/**
 * Native memory for the arguments of one host call: two names, a structure and a block of data.
 * Each thread has its own; it goes away with the thread.
 */
final class Scratch {
  /** Room for a name or link target with its NUL (PATH_MAX). */
  static final int NAME_BYTES = 4096;

  private static final int STRUCT = 2 * NAME_BYTES;
  private static final int STRUCT_BYTES = 512;
  private static final ThreadLocal<Scratch> CURRENT = ThreadLocal.withInitial(Scratch::new);

  private final ByteBuffer small =
      ByteBuffer.allocateDirect(STRUCT + STRUCT_BYTES).order(ByteOrder.nativeOrder());
  private final long smallAddress = MemoryIO.getInstance().getDirectBufferAddress(small);
  private ByteBuffer data;
  private long dataAddress;

  private Scratch() {}

  static Scratch current() {
    return CURRENT.get();
  }

  /**
   * Puts a string of bytes into the first or second name slot.
   *
   * @param slot 0 or 1
   * @return its address; 0 if it does not fit or has a NUL in it
   */
  long string(int slot, String bytes) {
    int length = bytes.length();
    if (length >= NAME_BYTES || bytes.indexOf('\0') >= 0) {
      return 0;
    }
    int at = slot * NAME_BYTES;
    for (int i = 0; i < length; i++) {
      small.put(at + i, (byte) bytes.charAt(i));
    }
    small.put(at + length, (byte) 0);
    return smallAddress + at;
  }

  /** The address of the structure slot. */
  long struct() {
    return smallAddress + STRUCT;
  }

  long getLong(int offset) {
    return small.getLong(STRUCT + offset);
  }

  int getInt(int offset) {
    return small.getInt(STRUCT + offset);
  }

  short getShort(int offset) {
    return small.getShort(STRUCT + offset);
  }

  void putLong(int offset, long value) {
    small.putLong(STRUCT + offset, value);
  }

  void putInt(int offset, int value) {
    small.putInt(STRUCT + offset, value);
  }

  void putShort(int offset, short value) {
    small.putShort(STRUCT + offset, value);
  }

  /** Copies an array of at most 512 bytes into the structure slot. */
  void putStruct(byte[] from) {
    small.put(STRUCT, from, 0, from.length);
  }

  /** Copies the structure slot into an array of at most 512 bytes. */
  void getStruct(byte[] into) {
    small.get(STRUCT, into, 0, into.length);
  }

  /** The data block of {@link HostFiles#MAX_ARRAY_BYTES}, little-endian. */
  ByteBuffer data() {
    if (data == null) {
      data = ByteBuffer.allocateDirect(HostFiles.MAX_ARRAY_BYTES).order(ByteOrder.nativeOrder());
      dataAddress = MemoryIO.getInstance().getDirectBufferAddress(data);
    }
    return data;
  }

  /** The address of {@link #data}. */
  long dataAddress() {
    data();
    return dataAddress;
  }
}

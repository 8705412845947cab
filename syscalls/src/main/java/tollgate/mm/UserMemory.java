package tollgate.mm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;

/**
 * The kernel's way to user addresses: a small table of translations in front of the page table, and
 * copies a page at a time. An entry holds page number and frame in one long, so that a reader on
 * another thread sees both or neither.
 */
abstract class UserMemory implements GuestMemory {
  /** What {@link #translate} returns for an address that cannot be reached. */
  static final long UNREACHABLE = -1;

  private static final int ENTRIES = 256;
  private static final int FRAME_BITS = 28;
  private static final long FRAME_MASK = (1L << FRAME_BITS) - 1;
  private static final long EMPTY = Long.MIN_VALUE;
  private static final int OFFSET = RamArena.FRAME_SIZE - 1;

  private final RamArena arena;
  private final long[] readable = new long[ENTRIES];
  private final long[] writable = new long[ENTRIES];

  UserMemory(RamArena arena) {
    this.arena = arena;
    forgetAll();
  }

  /**
   * Makes a page present with the right to read or write it.
   *
   * @return the frame, or {@link FrameAllocator#NONE}
   */
  abstract int reach(long page, boolean write);

  /**
   * The physical address of a user address, made present if need be. It stays valid until the
   * mapping changes: use it at once.
   *
   * @return {@link #UNREACHABLE} where the guest has no such right
   */
  public final long translate(long address, boolean write) {
    long number = address >>> 12;
    int index = (int) number & ENTRIES - 1;
    long entry = (write ? writable : readable)[index];
    if (entry >> FRAME_BITS == number) {
      return (entry & FRAME_MASK) << 12 | address & OFFSET;
    }
    return translateSlowly(address, write);
  }

  /** Forgets the translation of one page. */
  final void forget(long page) {
    int index = (int) (page >>> 12) & ENTRIES - 1;
    readable[index] = EMPTY;
    writable[index] = EMPTY;
  }

  /** Forgets all translations. */
  final void forgetAll() {
    Arrays.fill(readable, EMPTY);
    Arrays.fill(writable, EMPTY);
  }

  private long translateSlowly(long address, boolean write) {
    int frame = reach(address & ~(long) OFFSET, write);
    if (frame == FrameAllocator.NONE) {
      return UNREACHABLE;
    }
    long number = address >>> 12;
    (write ? writable : readable)[(int) number & ENTRIES - 1] = number << FRAME_BITS | frame;
    return FrameAllocator.address(frame) | address & OFFSET;
  }

  private long required(long address, boolean write) {
    long physical = translate(address, write);
    if (physical == UNREACHABLE) {
      throw Errno.EFAULT.failure();
    }
    return physical;
  }

  private static boolean crosses(long address, int size) {
    return (address & OFFSET) > RamArena.FRAME_SIZE - size;
  }

  @Override
  public byte readByte(long address) {
    return arena.getByte(required(address, false));
  }

  @Override
  public short readShort(long address) {
    return crosses(address, 2)
        ? (short) readSplit(address, 2)
        : arena.getShort(required(address, false));
  }

  @Override
  public int readInt(long address) {
    return crosses(address, 4)
        ? (int) readSplit(address, 4)
        : arena.getInt(required(address, false));
  }

  @Override
  public long readLong(long address) {
    return crosses(address, 8) ? readSplit(address, 8) : arena.getLong(required(address, false));
  }

  @Override
  public void writeByte(long address, byte value) {
    arena.putByte(required(address, true), value);
  }

  @Override
  public void writeShort(long address, short value) {
    if (crosses(address, 2)) {
      writeSplit(address, value, 2);
    } else {
      arena.putShort(required(address, true), value);
    }
  }

  @Override
  public void writeInt(long address, int value) {
    if (crosses(address, 4)) {
      writeSplit(address, value, 4);
    } else {
      arena.putInt(required(address, true), value);
    }
  }

  @Override
  public void writeLong(long address, long value) {
    if (crosses(address, 8)) {
      writeSplit(address, value, 8);
    } else {
      arena.putLong(required(address, true), value);
    }
  }

  private long readSplit(long address, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= Byte.toUnsignedLong(readByte(address + i)) << 8 * i;
    }
    return value;
  }

  private void writeSplit(long address, long value, int size) {
    for (int i = 0; i < size; i++) {
      writeByte(address + i, (byte) (value >>> 8 * i));
    }
  }

  @Override
  public int readUpTo(long address, byte[] into, int offset, int length) {
    int done = 0;
    while (done < length) {
      long physical = translate(address + done, false);
      if (physical == UNREACHABLE) {
        break;
      }
      int part = part(address + done, length - done);
      arena.get(physical, into, offset + done, part);
      done += part;
    }
    return done;
  }

  @Override
  public int writeUpTo(long address, byte[] from, int offset, int length) {
    int done = 0;
    while (done < length) {
      long physical = translate(address + done, true);
      if (physical == UNREACHABLE) {
        break;
      }
      int part = part(address + done, length - done);
      arena.put(physical, from, offset + done, part);
      done += part;
    }
    return done;
  }

  @Override
  public long clearUpTo(long address, long length) {
    long done = 0;
    while (done < length) {
      long physical = translate(address + done, true);
      if (physical == UNREACHABLE) {
        break;
      }
      int part = part(address + done, length - done);
      arena.clear(physical, part);
      done += part;
    }
    return done;
  }

  @Override
  public String readCString(long address, int limit) {
    int length = 0;
    while (length < limit) {
      long physical = required(address + length, false);
      int part = part(address + length, limit - length);
      int nul = 0;
      while (nul < part && arena.getByte(physical + nul) != 0) {
        nul++;
      }
      length += nul;
      if (nul < part) {
        byte[] bytes = new byte[length];
        read(address, bytes, 0, length);
        return terminated(bytes);
      }
    }
    return null;
  }

  /** Another thread may have put a NUL there since the length was taken. */
  private static String terminated(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
  }

  private static int part(long address, long left) {
    return (int) Math.min(left, RamArena.FRAME_SIZE - (address & OFFSET));
  }
}

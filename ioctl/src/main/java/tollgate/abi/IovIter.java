package tollgate.abi;

/**
 * A cursor over the user memory of one read or write: one buffer, or the buffers of an iovec
 * (include/linux/uio.h calls it {@code iov_iter}). Copies advance it; a copy that meets an
 * unreachable byte stops there and says how far it came. Reused by its owner; one thread at a time.
 */
public final class IovIter {
  /** The most buffers one call may name (UIO_MAXIOV). */
  public static final int MAX_SEGMENTS = 1024;

  /** The most bytes one call may move: Linux's MAX_RW_COUNT. */
  public static final long MAX_BYTES = 0x7fff_f000L;

  private GuestMemory memory;
  private byte[] bytes;
  private long[] addresses = new long[8];
  private long[] lengths = new long[8];
  private int count;
  private int segment;
  private long offset;
  private long remaining;

  /** Starts over on one user buffer; a longer length is cut to {@link #MAX_BYTES}. */
  public IovIter reset(GuestMemory memory, long address, long length) {
    start(memory, null);
    return add(address, length);
  }

  /** Starts over on a kernel buffer: what the kernel itself reads or writes through a file. */
  public IovIter reset(byte[] buffer, int start, int length) {
    start(null, buffer);
    return add(start, length);
  }

  /**
   * Appends a user buffer; the total is cut to {@link #MAX_BYTES}.
   *
   * <p>Fails with EINVAL for a negative length or more than {@link #MAX_SEGMENTS} buffers.
   */
  public IovIter add(long address, long length) {
    if (length < 0 || count == MAX_SEGMENTS) {
      throw Errno.EINVAL.failure();
    }
    if (count == addresses.length) {
      addresses = java.util.Arrays.copyOf(addresses, count * 2);
      lengths = java.util.Arrays.copyOf(lengths, count * 2);
    }
    long taken = Math.min(length, MAX_BYTES - remaining);
    addresses[count] = address;
    lengths[count] = taken;
    count++;
    remaining += taken;
    return this;
  }

  /** Bytes not yet copied or skipped. */
  public long remaining() {
    return remaining;
  }

  /** Copies to the user; returns how many bytes came before the end or the first unwritable one. */
  public int copyTo(byte[] from, int start, int length) {
    return move(from, start, length, true);
  }

  /**
   * Copies from the user; returns how many bytes came before the end or the first unreadable one.
   */
  public int copyFrom(byte[] into, int start, int length) {
    return move(into, start, length, false);
  }

  /** Writes zeros to the user; returns how many. */
  public long clear(long length) {
    long done = 0;
    while (done < length && nextSegment()) {
      long part = Math.min(length - done, lengths[segment] - offset);
      long cleared;
      if (bytes != null) {
        int at = (int) (addresses[segment] + offset);
        java.util.Arrays.fill(bytes, at, at + (int) part, (byte) 0);
        cleared = part;
      } else {
        cleared = memory.clearUpTo(addresses[segment] + offset, part);
      }
      advance(cleared);
      done += cleared;
      if (cleared < part) {
        break;
      }
    }
    return done;
  }

  /** Cuts what remains to at most {@code length} bytes (iov_iter_truncate). */
  public void truncate(long length) {
    if (length >= remaining) {
      return;
    }
    long left = length;
    int last = segment;
    long room = last < count ? lengths[last] - offset : 0;
    while (last < count && left > room) {
      left -= room;
      last++;
      room = lengths[last];
    }
    lengths[last] -= room - left;
    count = last + 1;
    remaining = length;
  }

  /** Skips bytes without touching them. */
  public void skip(long length) {
    long left = Math.min(length, remaining);
    while (left > 0 && nextSegment()) {
      long part = Math.min(left, lengths[segment] - offset);
      advance(part);
      left -= part;
    }
  }

  /** The user address of the next byte; only meaningful while {@link #contiguous} is positive. */
  public long address() {
    return nextSegment() ? addresses[segment] + offset : 0;
  }

  /** Bytes up to the end of the current buffer. */
  public long contiguous() {
    return nextSegment() ? lengths[segment] - offset : 0;
  }

  /** The memory that the addresses belong to; null when the iterator is over a kernel buffer. */
  public GuestMemory memory() {
    return memory;
  }

  private void start(GuestMemory guest, byte[] kernel) {
    memory = guest;
    bytes = kernel;
    count = 0;
    segment = 0;
    offset = 0;
    remaining = 0;
  }

  private int move(byte[] array, int start, int length, boolean toUser) {
    int done = 0;
    while (done < length && nextSegment()) {
      int part = (int) Math.min(length - done, lengths[segment] - offset);
      int moved = moveInSegment(array, start + done, part, toUser);
      advance(moved);
      done += moved;
      if (moved < part) {
        break;
      }
    }
    return done;
  }

  private int moveInSegment(byte[] array, int start, int length, boolean toUser) {
    long at = addresses[segment] + offset;
    if (bytes == null) {
      return toUser
          ? memory.writeUpTo(at, array, start, length)
          : memory.readUpTo(at, array, start, length);
    }
    if (toUser) {
      System.arraycopy(array, start, bytes, (int) at, length);
    } else {
      System.arraycopy(bytes, (int) at, array, start, length);
    }
    return length;
  }

  private void advance(long by) {
    offset += by;
    remaining -= by;
  }

  private boolean nextSegment() {
    while (segment < count && offset == lengths[segment]) {
      segment++;
      offset = 0;
    }
    return segment < count;
  }
}

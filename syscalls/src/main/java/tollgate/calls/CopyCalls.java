package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.OpenFile;
import tollgate.kernel.Task;
import tollgate.sched.Waiter;

/** Moves bytes between two descriptors: sendfile(2), copy_file_range(2). */
public final class CopyCalls {
  private static final int PIECE = 65536;

  private CopyCalls() {}

  /** Implements sendfile(2) with the ABI's own off_t. */
  public static long sendfile(Task task, long out, long in, long offset, long count) {
    boolean narrow = task.abi() == Abi.I386;
    return send(task, out, in, offset, count, narrow, narrow ? 0x7fff_ffffL : Long.MAX_VALUE);
  }

  /** Implements i386's sendfile64. */
  public static long sendfile64(Task task, long out, long in, long offset, long count) {
    return send(task, out, in, offset, count, false, Long.MAX_VALUE);
  }

  private static long send(
      Task task, long outFd, long inFd, long offset, long count, boolean narrow, long max) {
    GuestMemory memory = task.memory();
    long start = 0;
    if (offset != 0) {
      start = narrow ? memory.readInt(offset) : memory.readLong(offset);
    }
    OpenFile in = ReadWriteCalls.readable(task, inFd);
    if (offset != 0) {
      ReadWriteCalls.seekable(in);
    } else {
      start = in.position();
    }
    if (start < 0 || (task.abi() == Abi.X86_64 && count < 0)) {
      throw Errno.EINVAL.failure();
    }
    OpenFile out = ReadWriteCalls.writable(task, outFd);
    if ((out.flags() & Fcntl.O_APPEND) != 0 || !in.seekable() || isDirectory(in)) {
      throw Errno.EINVAL.failure();
    }
    if (start > max) {
      throw Errno.EOVERFLOW.failure();
    }
    long length = Math.min(Math.min(count, IovIter.MAX_BYTES), max - start);
    long done = copy(task, in, start, out, -1, length);
    if (offset == 0) {
      in.seek(start + done, Fcntl.SEEK_SET);
    } else if (narrow) {
      memory.writeInt(offset, (int) (start + done));
    } else {
      memory.writeLong(offset, start + done);
    }
    return done;
  }

  /** Implements copy_file_range(2). */
  public static long copyFileRange(
      Task task, long inFd, long inOffset, long outFd, long outOffset, long count, long flags) {
    GuestMemory memory = task.memory();
    OpenFile in = task.files().get((int) inFd);
    OpenFile out = task.files().get((int) outFd);
    long from = inOffset == 0 ? in.position() : memory.readLong(inOffset);
    long to = outOffset == 0 ? out.position() : memory.readLong(outOffset);
    if ((int) flags != 0) {
      throw Errno.EINVAL.failure();
    }
    requireCopyable(in, out);
    if (from < 0 || to < 0 || (task.abi() == Abi.X86_64 && count < 0)) {
      throw Errno.EINVAL.failure();
    }
    long length = Math.min(count, IovIter.MAX_BYTES);
    if (in.inode().isSame(out.inode()) && from < to + length && to < from + length) {
      throw Errno.EINVAL.failure();
    }
    long done = copy(task, in, from, out, to, length);
    advance(memory, in, inOffset, from + done);
    advance(memory, out, outOffset, to + done);
    return done;
  }

  private static void requireCopyable(OpenFile in, OpenFile out) {
    if (isDirectory(in) || isDirectory(out)) {
      throw Errno.EISDIR.failure();
    }
    if (!StatMode.isRegular(in.inode().mode()) || !StatMode.isRegular(out.inode().mode())) {
      throw Errno.EINVAL.failure();
    }
    ReadWriteCalls.requireReadable(in);
    ReadWriteCalls.requireWritable(out);
    if ((out.flags() & Fcntl.O_APPEND) != 0) {
      throw Errno.EBADF.failure();
    }
  }

  private static void advance(GuestMemory memory, OpenFile file, long pointer, long position) {
    if (pointer == 0) {
      file.seek(position, Fcntl.SEEK_SET);
    } else {
      memory.writeLong(pointer, position);
    }
  }

  /** Copies until the input ends; {@code to} -1 writes at the position. Partial counts win. */
  private static long copy(Task task, OpenFile in, long from, OpenFile out, long to, long length) {
    if (length > PIECE && out.pollQueue() != null) {
      Waiter.current().leaveGuest();
    }
    byte[] piece = new byte[(int) Math.min(length, PIECE)];
    IovIter iov = task.iov();
    long done = 0;
    while (done < length) {
      long moved;
      try {
        int part = (int) Math.min(length - done, piece.length);
        long got = in.readAt(iov.reset(piece, 0, part), from + done);
        if (got == 0) {
          break;
        }
        IovIter rest = iov.reset(piece, 0, (int) got);
        long at = to < 0 ? out.position() : to + done;
        ReadWriteCalls.limited(task, out, rest, at);
        moved = to < 0 ? out.write(rest) : out.writeAt(rest, at);
      } catch (RuntimeException e) {
        if (done > 0) {
          return done;
        }
        throw e;
      }
      done += moved;
      if (moved < piece.length) {
        break;
      }
    }
    return done;
  }

  private static boolean isDirectory(OpenFile file) {
    return StatMode.isDirectory(file.inode().mode());
  }
}

package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Iovec;
import tollgate.abi.uapi.Signal;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.FileStatus;
import tollgate.fs.OpenFile;
import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;

/** Moves bytes between descriptors and memory: read(2), write(2) and their relatives. */
public final class ReadWriteCalls {
  /** The largest offset for files that were opened without O_LARGEFILE (MAX_NON_LFS). */
  static final long MAX_NON_LFS = 0x7fff_ffffL;

  private static final int RWF_DSYNC = 0x2;
  private static final int RWF_SYNC = 0x4;
  private static final int RWF_APPEND = 0x10;
  private static final int RWF_HIPRI = 0x1;

  private ReadWriteCalls() {}

  /** Implements read(2). */
  public static long read(Task task, long fd, long buffer, long count) {
    OpenFile file = readable(task, fd);
    UserPath.requireRange(task, buffer, count);
    return file.read(task.iov().reset(task.memory(), buffer, count));
  }

  /** Implements write(2). */
  public static long write(Task task, long fd, long buffer, long count) {
    OpenFile file = writable(task, fd);
    UserPath.requireRange(task, buffer, count);
    IovIter from = task.iov().reset(task.memory(), buffer, count);
    return file.write(limited(task, file, from, file.position()));
  }

  /** Implements pread64(2). */
  public static long pread64(Task task, long fd, long buffer, long count, long offset) {
    requireOffset(offset);
    OpenFile file = seekable(readableAny(task, fd));
    requireReadable(file);
    UserPath.requireRange(task, buffer, count);
    return file.readAt(task.iov().reset(task.memory(), buffer, count), offset);
  }

  /** Implements pwrite64(2). */
  public static long pwrite64(Task task, long fd, long buffer, long count, long offset) {
    requireOffset(offset);
    OpenFile file = seekable(readableAny(task, fd));
    requireWritable(file);
    UserPath.requireRange(task, buffer, count);
    IovIter from = task.iov().reset(task.memory(), buffer, count);
    return file.writeAt(limited(task, file, from, offset), offset);
  }

  /** Implements readv(2). */
  public static long readv(Task task, long fd, long vector, long count) {
    OpenFile file = readable(task, fd);
    return file.read(gather(task, vector, count));
  }

  /** Implements writev(2). */
  public static long writev(Task task, long fd, long vector, long count) {
    OpenFile file = writable(task, fd);
    IovIter from = gather(task, vector, count);
    return file.write(limited(task, file, from, file.position()));
  }

  /** Implements preadv(2). */
  public static long preadv(Task task, long fd, long vector, long count, long offset) {
    requireOffset(offset);
    OpenFile file = seekable(readableAny(task, fd));
    requireReadable(file);
    return file.readAt(gather(task, vector, count), offset);
  }

  /** Implements pwritev(2). */
  public static long pwritev(Task task, long fd, long vector, long count, long offset) {
    requireOffset(offset);
    OpenFile file = seekable(readableAny(task, fd));
    requireWritable(file);
    IovIter from = gather(task, vector, count);
    return file.writeAt(limited(task, file, from, offset), offset);
  }

  /** Implements preadv2(2): RWF_HIPRI, RWF_DSYNC and RWF_SYNC ask for nothing more here. */
  public static long preadv2(Task task, long fd, long vector, long count, long offset, long flags) {
    requireKnown((int) flags, RWF_HIPRI | RWF_DSYNC | RWF_SYNC);
    return offset == -1 ? readv(task, fd, vector, count) : preadv(task, fd, vector, count, offset);
  }

  /** Implements pwritev2(2). */
  public static long pwritev2(
      Task task, long fd, long vector, long count, long offset, long flags) {
    requireKnown((int) flags, RWF_HIPRI | RWF_DSYNC | RWF_SYNC | RWF_APPEND);
    long done;
    if ((flags & RWF_APPEND) != 0) {
      OpenFile file = writable(task, fd);
      IovIter from = gather(task, vector, count);
      done = append(task, file, from);
    } else {
      done =
          offset == -1 ? writev(task, fd, vector, count) : pwritev(task, fd, vector, count, offset);
    }
    if (done > 0 && (flags & (RWF_DSYNC | RWF_SYNC)) != 0) {
      task.files().get((int) fd).sync((flags & RWF_SYNC) == 0);
    }
    return done;
  }

  private static long append(Task task, OpenFile file, IovIter from) {
    FileStatus status = new FileStatus();
    file.inode().status(status);
    return file.writeAt(limited(task, file, from, status.size), status.size);
  }

  /** Implements lseek(2). */
  public static long lseek(Task task, long fd, long offset, long whence) {
    OpenFile file = task.files().get((int) fd);
    requireWhence((int) whence);
    return file.seek(offset, (int) whence);
  }

  /** Implements i386's _llseek. */
  public static long llseek(Task task, long fd, long high, long low, long result, long whence) {
    OpenFile file = task.files().get((int) fd);
    requireWhence((int) whence);
    long position = file.seek(high << 32 | low & 0xffff_ffffL, (int) whence);
    task.memory().writeLong(result, position);
    return 0;
  }

  private static void requireWhence(int whence) {
    if (whence < 0 || whence > Fcntl.SEEK_MAX) {
      throw Errno.EINVAL.failure();
    }
  }

  private static void requireKnown(int flags, int known) {
    if ((flags & ~known) != 0) {
      throw Errno.EOPNOTSUPP.failure();
    }
  }

  private static void requireOffset(long offset) {
    if (offset < 0) {
      throw Errno.EINVAL.failure();
    }
  }

  static OpenFile readable(Task task, long fd) {
    OpenFile file = task.files().get((int) fd);
    requireReadable(file);
    return file;
  }

  static OpenFile writable(Task task, long fd) {
    OpenFile file = task.files().get((int) fd);
    requireWritable(file);
    return file;
  }

  private static OpenFile readableAny(Task task, long fd) {
    return task.files().get((int) fd);
  }

  static OpenFile seekable(OpenFile file) {
    if (!file.seekable()) {
      throw Errno.ESPIPE.failure();
    }
    return file;
  }

  static void requireReadable(OpenFile file) {
    if (!file.readable()) {
      throw Errno.EBADF.failure();
    }
  }

  static void requireWritable(OpenFile file) {
    if (!file.writable()) {
      throw Errno.EBADF.failure();
    }
  }

  /** Reads an array of iovec: EINVAL for too many or a negative length, EFAULT. */
  static IovIter gather(Task task, long vector, long count) {
    if (Long.compareUnsigned(count, IovIter.MAX_SEGMENTS) > 0) {
      throw Errno.EINVAL.failure();
    }
    GuestMemory memory = task.memory();
    Abi abi = task.abi();
    IovIter iov = task.iov().reset(memory, 0, 0);
    int size = Iovec.SCHEMA.size(abi);
    for (int i = 0; i < count; i++) {
      long at = vector + (long) i * size;
      long base = Iovec.IOV_BASE.read(memory, abi, at);
      long length = Iovec.IOV_LEN.read(memory, abi, at);
      if (length < 0 || (abi == Abi.I386 && (int) length < 0)) {
        throw Errno.EINVAL.failure();
      }
      UserPath.requireRange(task, base, length);
      if (length > 0) {
        iov.add(base, length);
      }
    }
    return iov;
  }

  /**
   * Cuts a write to a regular file to what RLIMIT_FSIZE and a missing O_LARGEFILE leave
   * (generic_write_checks): EFBIG, with SIGXFSZ for the limit, when nothing is left.
   */
  static IovIter limited(Task task, OpenFile file, IovIter from, long position) {
    long limit = task.process().limits().soft(ResourceLimits.FSIZE);
    boolean large = (file.flags() & Fcntl.O_LARGEFILE) != 0;
    if ((limit == ResourceLimits.INFINITY && large)
        || from.remaining() == 0
        || !StatMode.isRegular(file.inode().mode())) {
      return from;
    }
    long at = position;
    if ((file.flags() & Fcntl.O_APPEND) != 0) {
      FileStatus status = new FileStatus();
      file.inode().status(status);
      at = status.size;
    }
    if (limit != ResourceLimits.INFINITY) {
      if (Long.compareUnsigned(at, limit) >= 0) {
        task.raise(Signal.SIGXFSZ);
        throw Errno.EFBIG.failure();
      }
      from.truncate(limit - at);
    }
    if (!large) {
      if (at >= MAX_NON_LFS) {
        throw Errno.EFBIG.failure();
      }
      from.truncate(MAX_NON_LFS - at);
    }
    return from;
  }
}

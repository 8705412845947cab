package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Signal;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Attributes;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.OpenFile;
import tollgate.fs.PathWalk;
import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;

/** Size, space and stability: truncate(2), fallocate(2), fadvise(2), fsync(2). */
public final class FileSizeCalls {
  private static final int FALLOC_FLAGS =
      Fcntl.FALLOC_FL_KEEP_SIZE
          | Fcntl.FALLOC_FL_PUNCH_HOLE
          | Fcntl.FALLOC_FL_COLLAPSE_RANGE
          | Fcntl.FALLOC_FL_ZERO_RANGE
          | Fcntl.FALLOC_FL_INSERT_RANGE
          | Fcntl.FALLOC_FL_UNSHARE_RANGE;
  private static final int SYNC_FILE_RANGE_FLAGS = 7;
  private static final int LAST_ADVICE = 5;

  private FileSizeCalls() {}

  /** Implements truncate(2), on i386 truncate64 too. */
  public static long truncate(Task task, long path, long length) {
    if (length < 0) {
      throw Errno.EINVAL.failure();
    }
    String name = UserPath.read(task, path);
    Dentry dentry = UserPath.walk(task).find(Fcntl.AT_FDCWD, name, PathWalk.FOLLOW);
    requireLimit(task, dentry, length);
    Attributes.truncate(dentry, length, task.credentials());
    return 0;
  }

  /** Implements ftruncate(2): beyond 2 GiB the file must be open with O_LARGEFILE. */
  public static long ftruncate(Task task, long fd, long length) {
    OpenFile file = task.files().get((int) fd);
    if ((file.flags() & Fcntl.O_LARGEFILE) == 0 && length > ReadWriteCalls.MAX_NON_LFS) {
      requireTruncatable(file, length);
      throw Errno.EINVAL.failure();
    }
    return ftruncate64(task, fd, length);
  }

  /** Implements i386's ftruncate64. */
  public static long ftruncate64(Task task, long fd, long length) {
    OpenFile file = task.files().get((int) fd);
    requireTruncatable(file, length);
    requireLimit(task, file.dentry(), length);
    file.inode().truncate(length);
    return 0;
  }

  private static void requireTruncatable(OpenFile file, long length) {
    if (length < 0 || !StatMode.isRegular(file.inode().mode()) || !file.writable()) {
      throw Errno.EINVAL.failure();
    }
  }

  /** RLIMIT_FSIZE stops files from growing: SIGXFSZ and EFBIG (inode_newsize_ok). */
  private static void requireLimit(Task task, Dentry dentry, long length) {
    long limit = task.process().limits().soft(ResourceLimits.FSIZE);
    if (limit == ResourceLimits.INFINITY || Long.compareUnsigned(length, limit) <= 0) {
      return;
    }
    FileStatus status = new FileStatus();
    dentry.inode().status(status);
    if (length > status.size) {
      task.raise(Signal.SIGXFSZ);
      throw Errno.EFBIG.failure();
    }
  }

  /** Implements fallocate(2). */
  public static long fallocate(Task task, long fd, long mode, long offset, long length) {
    OpenFile file = task.files().get((int) fd);
    int how = (int) mode;
    if (offset < 0 || length <= 0) {
      throw Errno.EINVAL.failure();
    }
    boolean punch = (how & Fcntl.FALLOC_FL_PUNCH_HOLE) != 0;
    if ((how & ~FALLOC_FLAGS) != 0
        || (punch && (how & Fcntl.FALLOC_FL_KEEP_SIZE) == 0)
        || (punch && (how & Fcntl.FALLOC_FL_ZERO_RANGE) != 0)) {
      throw Errno.EOPNOTSUPP.failure();
    }
    ReadWriteCalls.requireWritable(file);
    int type = file.inode().mode();
    if (StatMode.isFifo(type)) {
      throw Errno.ESPIPE.failure();
    }
    if (StatMode.isDirectory(type)) {
      throw Errno.EISDIR.failure();
    }
    if (!StatMode.isRegular(type)) {
      throw Errno.ENODEV.failure();
    }
    if (offset + length < 0) {
      throw Errno.EFBIG.failure();
    }
    if ((how & Fcntl.FALLOC_FL_KEEP_SIZE) == 0) {
      requireLimit(task, file.dentry(), offset + length);
    }
    file.allocate(how, offset, length);
    return 0;
  }

  /** Implements fadvise64(2), on i386 fadvise64_64 too: advice is checked, then ignored. */
  public static long fadvise64(Task task, long fd, long offset, long length, long advice) {
    OpenFile file = task.files().get((int) fd);
    if (StatMode.isFifo(file.inode().mode())) {
      throw Errno.ESPIPE.failure();
    }
    if (length < 0 || (int) advice < 0 || (int) advice > LAST_ADVICE) {
      throw Errno.EINVAL.failure();
    }
    return 0;
  }

  /** Implements readahead(2): checked, then ignored. */
  public static long readahead(Task task, long fd, long offset, long count) {
    OpenFile file = ReadWriteCalls.readable(task, fd);
    if (!StatMode.isRegular(file.inode().mode())) {
      throw Errno.EINVAL.failure();
    }
    return 0;
  }

  /** Implements fsync(2). */
  public static long fsync(Task task, long fd) {
    task.files().get((int) fd).sync(false);
    return 0;
  }

  /** Implements fdatasync(2). */
  public static long fdatasync(Task task, long fd) {
    task.files().get((int) fd).sync(true);
    return 0;
  }

  /** Implements sync(2): what was written is with the host already. */
  public static long sync(Task task) {
    return 0;
  }

  /** Implements syncfs(2). */
  public static long syncfs(Task task, long fd) {
    task.files().get((int) fd);
    return 0;
  }

  /** Implements sync_file_range(2). */
  public static long syncFileRange(Task task, long fd, long offset, long length, long flags) {
    OpenFile file = task.files().get((int) fd);
    if (((int) flags & ~SYNC_FILE_RANGE_FLAGS) != 0
        || offset < 0
        || length < 0
        || offset + length < 0) {
      throw Errno.EINVAL.failure();
    }
    int type = file.inode().mode();
    if (StatMode.isFifo(type) || (type & StatMode.S_IFMT) == StatMode.S_IFCHR) {
      throw Errno.ESPIPE.failure();
    }
    if ((int) flags != 0 && StatMode.isRegular(type)) {
      file.sync(true);
    }
    return 0;
  }
}

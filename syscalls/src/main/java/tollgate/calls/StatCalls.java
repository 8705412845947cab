package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.Field;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.OldKernelStat;
import tollgate.abi.uapi.Stat;
import tollgate.abi.uapi.Stat64;
import tollgate.abi.uapi.Statx;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.PathWalk;
import tollgate.kernel.Task;

/** What is known about a file: stat(2) in all its forms (fs/stat.c). */
public final class StatCalls {
  private static final int STAT_FLAGS =
      Fcntl.AT_SYMLINK_NOFOLLOW
          | Fcntl.AT_NO_AUTOMOUNT
          | Fcntl.AT_EMPTY_PATH
          | Fcntl.AT_STATX_SYNC_TYPE;
  private static final int STATX_BASIC_STATS = 0x7ff;
  private static final int STATX_BTIME = 0x800;
  private static final int STATX_MNT_ID = 0x1000;
  private static final int STATX_RESERVED = 0x8000_0000;
  private static final int STATX_ATTR_MOUNT_ROOT = 0x2000;

  /** What 16-bit fields show for ids that do not fit (overflowuid). */
  private static final int OVERFLOW_ID = 65534;

  private StatCalls() {}

  /** Implements stat(2) with the ABI's struct stat. */
  public static long stat(Task task, long path, long buffer) {
    return putStat(task, at(task, Fcntl.AT_FDCWD, path, 0), buffer);
  }

  /** Implements lstat(2). */
  public static long lstat(Task task, long path, long buffer) {
    return putStat(task, at(task, Fcntl.AT_FDCWD, path, Fcntl.AT_SYMLINK_NOFOLLOW), buffer);
  }

  /** Implements fstat(2). */
  public static long fstat(Task task, long fd, long buffer) {
    return putStat(task, of(task, fd), buffer);
  }

  /** Implements x86-64's newfstatat(2). */
  public static long newfstatat(Task task, long dirfd, long path, long buffer, long flags) {
    UserPath.requireFlags(flags, STAT_FLAGS);
    return putStat(task, at(task, (int) dirfd, path, (int) flags), buffer);
  }

  /** Implements i386's oldstat. */
  public static long oldstat(Task task, long path, long buffer) {
    return putOldStat(task, at(task, Fcntl.AT_FDCWD, path, 0), buffer);
  }

  /** Implements i386's oldlstat. */
  public static long oldlstat(Task task, long path, long buffer) {
    return putOldStat(task, at(task, Fcntl.AT_FDCWD, path, Fcntl.AT_SYMLINK_NOFOLLOW), buffer);
  }

  /** Implements i386's oldfstat. */
  public static long oldfstat(Task task, long fd, long buffer) {
    return putOldStat(task, of(task, fd), buffer);
  }

  /** Implements i386's stat64. */
  public static long stat64(Task task, long path, long buffer) {
    return putStat64(task, at(task, Fcntl.AT_FDCWD, path, 0), buffer);
  }

  /** Implements i386's lstat64. */
  public static long lstat64(Task task, long path, long buffer) {
    return putStat64(task, at(task, Fcntl.AT_FDCWD, path, Fcntl.AT_SYMLINK_NOFOLLOW), buffer);
  }

  /** Implements i386's fstat64. */
  public static long fstat64(Task task, long fd, long buffer) {
    return putStat64(task, of(task, fd), buffer);
  }

  /** Implements i386's fstatat64. */
  public static long fstatat64(Task task, long dirfd, long path, long buffer, long flags) {
    UserPath.requireFlags(flags, STAT_FLAGS);
    return putStat64(task, at(task, (int) dirfd, path, (int) flags), buffer);
  }

  /** Implements statx(2). */
  public static long statx(Task task, long dirfd, long path, long flags, long mask, long buffer) {
    int at = (int) flags;
    if (((int) mask & STATX_RESERVED) != 0
        || (at & Fcntl.AT_STATX_SYNC_TYPE) == Fcntl.AT_STATX_SYNC_TYPE) {
      throw Errno.EINVAL.failure();
    }
    UserPath.requireFlags(flags, STAT_FLAGS);
    Dentry dentry = find(task, (int) dirfd, path, at);
    FileStatus status = new FileStatus();
    dentry.inode().status(status);
    return putStatx(task, dentry, status, (int) mask, buffer);
  }

  private static FileStatus of(Task task, long fd) {
    FileStatus status = new FileStatus();
    task.files().getAny((int) fd).status(status);
    return status;
  }

  private static FileStatus at(Task task, int dirfd, long path, int flags) {
    String name = UserPath.read(task, path, flags);
    if (name.isEmpty() && dirfd != Fcntl.AT_FDCWD) {
      return of(task, dirfd);
    }
    FileStatus status = new FileStatus();
    UserPath.walk(task).find(dirfd, name, UserPath.lookup(flags)).inode().status(status);
    return status;
  }

  private static Dentry find(Task task, int dirfd, long path, int flags) {
    String name = UserPath.read(task, path, flags);
    PathWalk walk = UserPath.walk(task);
    return walk.find(dirfd, name, UserPath.lookup(flags));
  }

  private static long putStat(Task task, FileStatus s, long buffer) {
    boolean narrow = task.abi() == Abi.I386;
    StructView v = task.view(Stat.SCHEMA);
    v.set(Stat.ST_DEV, s.device);
    fit(v, Stat.ST_INO, s.inode);
    fit(v, Stat.ST_NLINK, s.links);
    v.set(Stat.ST_MODE, s.mode);
    v.set(Stat.ST_UID, narrow ? shortId(s.uid) : s.uid);
    v.set(Stat.ST_GID, narrow ? shortId(s.gid) : s.gid);
    v.set(Stat.ST_RDEV, s.rawDevice);
    if (narrow && Long.compareUnsigned(s.size, ReadWriteCalls.MAX_NON_LFS) > 0) {
      throw Errno.EOVERFLOW.failure();
    }
    v.set(Stat.ST_SIZE, s.size);
    v.set(Stat.ST_BLKSIZE, s.blockSize);
    v.set(Stat.ST_BLOCKS, s.blocks);
    v.set(Stat.ST_ATIME, s.accessSeconds);
    v.set(Stat.ST_ATIME_NSEC, s.accessNanos);
    v.set(Stat.ST_MTIME, s.modificationSeconds);
    v.set(Stat.ST_MTIME_NSEC, s.modificationNanos);
    v.set(Stat.ST_CTIME, s.changeSeconds);
    v.set(Stat.ST_CTIME_NSEC, s.changeNanos);
    v.copyOut(task.memory(), buffer);
    return 0;
  }

  private static long putStat64(Task task, FileStatus s, long buffer) {
    StructView v = task.view(Stat64.SCHEMA);
    v.set(Stat64.ST_DEV, s.device);
    v.set(Stat64.ST_INO_LOW, s.inode);
    v.set(Stat64.ST_INO, s.inode);
    v.set(Stat64.ST_MODE, s.mode);
    v.set(Stat64.ST_NLINK, s.links);
    v.set(Stat64.ST_UID, s.uid);
    v.set(Stat64.ST_GID, s.gid);
    v.set(Stat64.ST_RDEV, s.rawDevice);
    v.set(Stat64.ST_SIZE, s.size);
    v.set(Stat64.ST_BLKSIZE, s.blockSize);
    v.set(Stat64.ST_BLOCKS, s.blocks);
    v.set(Stat64.ST_ATIME, s.accessSeconds);
    v.set(Stat64.ST_ATIME_NSEC, s.accessNanos);
    v.set(Stat64.ST_MTIME, s.modificationSeconds);
    v.set(Stat64.ST_MTIME_NSEC, s.modificationNanos);
    v.set(Stat64.ST_CTIME, s.changeSeconds);
    v.set(Stat64.ST_CTIME_NSEC, s.changeNanos);
    v.copyOut(task.memory(), buffer);
    return 0;
  }

  private static long putOldStat(Task task, FileStatus s, long buffer) {
    StructView v = task.view(OldKernelStat.SCHEMA);
    v.set(OldKernelStat.ST_DEV, oldDevice(s.device));
    fit(v, OldKernelStat.ST_INO, s.inode);
    fit(v, OldKernelStat.ST_NLINK, s.links);
    v.set(OldKernelStat.ST_MODE, s.mode);
    v.set(OldKernelStat.ST_UID, shortId(s.uid));
    v.set(OldKernelStat.ST_GID, shortId(s.gid));
    v.set(OldKernelStat.ST_RDEV, oldDevice(s.rawDevice));
    if (Long.compareUnsigned(s.size, ReadWriteCalls.MAX_NON_LFS) > 0) {
      throw Errno.EOVERFLOW.failure();
    }
    v.set(OldKernelStat.ST_SIZE, s.size);
    v.set(OldKernelStat.ST_ATIME, s.accessSeconds);
    v.set(OldKernelStat.ST_MTIME, s.modificationSeconds);
    v.set(OldKernelStat.ST_CTIME, s.changeSeconds);
    v.copyOut(task.memory(), buffer);
    return 0;
  }

  private static long putStatx(Task task, Dentry dentry, FileStatus s, int wanted, long buffer) {
    // File systems tell the birth time only when asked: getting it may cost them.
    boolean born = (wanted & STATX_BTIME) != 0 && (s.birthSeconds != 0 || s.birthNanos != 0);
    StructView v = task.view(Statx.SCHEMA);
    v.set(Statx.STX_MASK, STATX_BASIC_STATS | STATX_MNT_ID | (born ? STATX_BTIME : 0));
    v.set(Statx.STX_BLKSIZE, s.blockSize);
    v.set(Statx.STX_ATTRIBUTES_MASK, STATX_ATTR_MOUNT_ROOT);
    v.set(Statx.STX_ATTRIBUTES, isMountRoot(dentry) ? STATX_ATTR_MOUNT_ROOT : 0);
    v.set(Statx.STX_NLINK, s.links);
    v.set(Statx.STX_UID, s.uid);
    v.set(Statx.STX_GID, s.gid);
    v.set(Statx.STX_MODE, s.mode);
    v.set(Statx.STX_INO, s.inode);
    v.set(Statx.STX_SIZE, s.size);
    v.set(Statx.STX_BLOCKS, s.blocks);
    v.set(Statx.STX_ATIME_SEC, s.accessSeconds);
    v.set(Statx.STX_ATIME_NSEC, s.accessNanos);
    v.set(Statx.STX_BTIME_SEC, born ? s.birthSeconds : 0);
    v.set(Statx.STX_BTIME_NSEC, born ? s.birthNanos : 0);
    v.set(Statx.STX_CTIME_SEC, s.changeSeconds);
    v.set(Statx.STX_CTIME_NSEC, s.changeNanos);
    v.set(Statx.STX_MTIME_SEC, s.modificationSeconds);
    v.set(Statx.STX_MTIME_NSEC, s.modificationNanos);
    v.set(Statx.STX_RDEV_MAJOR, major(s.rawDevice));
    v.set(Statx.STX_RDEV_MINOR, minor(s.rawDevice));
    v.set(Statx.STX_DEV_MAJOR, major(s.device));
    v.set(Statx.STX_DEV_MINOR, minor(s.device));
    v.set(Statx.STX_MNT_ID, dentry.mount() == null ? 0 : dentry.mount().id());
    v.copyOut(task.memory(), buffer);
    return 0;
  }

  private static boolean isMountRoot(Dentry dentry) {
    return dentry.mount() != null && dentry.mount().root() == dentry;
  }

  private static void fit(StructView view, Field field, long value) {
    if (!view.fits(field, value)) {
      throw Errno.EOVERFLOW.failure();
    }
    view.set(field, value);
  }

  private static int shortId(int id) {
    return (id & 0xffff_0000) == 0 ? id : OVERFLOW_ID;
  }

  /** The 16-bit dev_t; EOVERFLOW when major or minor need more than a byte. */
  private static long oldDevice(long device) {
    if (major(device) > 255 || minor(device) > 255) {
      throw Errno.EOVERFLOW.failure();
    }
    return major(device) << 8 | minor(device);
  }

  private static long major(long device) {
    return device >>> 8 & 0xfff;
  }

  private static long minor(long device) {
    return (device & 0xff) | (device >>> 12 & 0xf_ff00);
  }
}

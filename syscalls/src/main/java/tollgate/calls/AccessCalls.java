package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.FsCredentials;
import tollgate.fs.PathWalk;
import tollgate.fs.Permission;
import tollgate.kernel.Credentials;
import tollgate.kernel.Task;

/** Whether a file may be used: access(2), faccessat2(2) (fs/open.c). */
public final class AccessCalls {
  private static final int FLAGS =
      Fcntl.AT_EACCESS | Fcntl.AT_SYMLINK_NOFOLLOW | Fcntl.AT_EMPTY_PATH;

  private AccessCalls() {}

  /** Implements access(2). */
  public static long access(Task task, long path, long mode) {
    return check(task, Fcntl.AT_FDCWD, path, (int) mode, 0);
  }

  /** Implements faccessat(2), which has no flags in the kernel. */
  public static long faccessat(Task task, long dirfd, long path, long mode) {
    return check(task, (int) dirfd, path, (int) mode, 0);
  }

  /** Implements faccessat2(2). */
  public static long faccessat2(Task task, long dirfd, long path, long mode, long flags) {
    return check(task, (int) dirfd, path, (int) mode, (int) flags);
  }

  private static long check(Task task, int dirfd, long path, int mode, int flags) {
    if ((mode & ~7) != 0) {
      throw Errno.EINVAL.failure();
    }
    UserPath.requireFlags(flags, FLAGS);
    FsCredentials who =
        (flags & Fcntl.AT_EACCESS) != 0 ? task.credentials() : real(task.credentials());
    PathWalk walk = new PathWalk(task.fs(), task.files(), who);
    String name = UserPath.read(task, path, flags);
    Dentry dentry = walk.find(dirfd, name, UserPath.lookup(flags));
    if (mode == 0) {
      return 0;
    }
    Permission.require(dentry.inode(), who, mode);
    int type = dentry.inode().mode();
    boolean special = StatMode.isDevice(type) || StatMode.isFifo(type);
    if ((mode & Permission.WRITE) != 0
        && !special
        && dentry.mount() != null
        && dentry.mount().readOnly()) {
      throw Errno.EROFS.failure();
    }
    return 0;
  }

  private static FsCredentials real(Credentials task) {
    return task.uid() == task.fsuid() && task.gid() == task.fsgid()
        ? task
        : new RealCredentials(task);
  }

  /** The real ids in place of the file-access ids; root's capabilities for the real root only. */
  private record RealCredentials(Credentials task) implements FsCredentials {
    @Override
    public int fsuid() {
      return task.uid();
    }

    @Override
    public int fsgid() {
      return task.gid();
    }

    @Override
    public boolean inGroup(int group) {
      return group == task.gid() || (group != task.fsgid() && task.inGroup(group));
    }

    @Override
    public boolean capable(int capability) {
      return task.uid() == 0;
    }
  }
}

package tollgate.calls;

import java.nio.charset.StandardCharsets;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.FsCredentials;
import tollgate.fs.PathWalk;
import tollgate.kernel.Task;

/** Makes, removes, moves and reads names: mkdir(2) to rename(2), readlink(2) (fs/namei.c). */
public final class NameCalls {
  private static final int S_IRWXUGO = 0777;

  private NameCalls() {}

  /** Implements mkdir(2). */
  public static long mkdir(Task task, long path, long mode) {
    return mkdirat(task, Fcntl.AT_FDCWD, path, mode);
  }

  /** Implements mkdirat(2). */
  public static long mkdirat(Task task, long dirfd, long path, long mode) {
    PathWalk walk = toCreate(task, (int) dirfd, UserPath.read(task, path), true);
    int permissions = (int) mode & (S_IRWXUGO | StatMode.S_ISVTX) & ~task.fs().umask();
    walk.vfs()
        .changes()
        .makeDirectory(walk.directory(), walk.name(), permissions, walk.credentials());
    return 0;
  }

  /** Implements mknod(2). */
  public static long mknod(Task task, long path, long mode, long device) {
    return mknodat(task, Fcntl.AT_FDCWD, path, mode, device);
  }

  /** Implements mknodat(2). */
  public static long mknodat(Task task, long dirfd, long path, long mode, long device) {
    int type = (int) mode & StatMode.S_IFMT;
    switch (type) {
      case 0,
          StatMode.S_IFREG,
          StatMode.S_IFCHR,
          StatMode.S_IFBLK,
          StatMode.S_IFIFO,
          StatMode.S_IFSOCK -> {}
      case StatMode.S_IFDIR -> throw Errno.EPERM.failure();
      default -> throw Errno.EINVAL.failure();
    }
    PathWalk walk = toCreate(task, (int) dirfd, UserPath.read(task, path), false);
    int permissions = (int) mode & StatMode.PERMISSIONS & ~task.fs().umask();
    int full = (type == 0 ? StatMode.S_IFREG : type) | permissions;
    walk.vfs()
        .changes()
        .create(walk.directory(), walk.name(), full, device & 0xffff_ffffL, walk.credentials());
    return 0;
  }

  /** Implements symlink(2). */
  public static long symlink(Task task, long target, long path) {
    return symlinkat(task, target, Fcntl.AT_FDCWD, path);
  }

  /** Implements symlinkat(2). */
  public static long symlinkat(Task task, long target, long dirfd, long path) {
    String text = UserPath.read(task, target);
    PathWalk walk = toCreate(task, (int) dirfd, UserPath.read(task, path), false);
    walk.vfs().changes().makeSymbolicLink(walk.directory(), walk.name(), text, walk.credentials());
    return 0;
  }

  /** Implements link(2). */
  public static long link(Task task, long oldPath, long newPath) {
    return linkat(task, Fcntl.AT_FDCWD, oldPath, Fcntl.AT_FDCWD, newPath, 0);
  }

  /** Implements linkat(2). */
  public static long linkat(
      Task task, long oldFd, long oldPath, long newFd, long newPath, long flags) {
    UserPath.requireFlags(flags, Fcntl.AT_SYMLINK_FOLLOW | Fcntl.AT_EMPTY_PATH);
    int lookup = ((int) flags & Fcntl.AT_SYMLINK_FOLLOW) != 0 ? PathWalk.FOLLOW : 0;
    if (((int) flags & Fcntl.AT_EMPTY_PATH) != 0) {
      if (!task.credentials().capable(FsCredentials.CAP_DAC_READ_SEARCH)) {
        throw Errno.ENOENT.failure();
      }
      lookup |= PathWalk.EMPTY;
    }
    String oldName = UserPath.read(task, oldPath, (int) flags);
    Dentry target = UserPath.walk(task).find((int) oldFd, oldName, lookup);
    PathWalk walk = toCreate(task, (int) newFd, UserPath.read(task, newPath), false);
    walk.vfs().changes().link(target, walk.directory(), walk.name(), walk.credentials());
    return 0;
  }

  /** Implements unlink(2). */
  public static long unlink(Task task, long path) {
    return unlinkFile(task, Fcntl.AT_FDCWD, path);
  }

  /** Implements rmdir(2). */
  public static long rmdir(Task task, long path) {
    return removeDirectory(task, Fcntl.AT_FDCWD, path);
  }

  /** Implements unlinkat(2). */
  public static long unlinkat(Task task, long dirfd, long path, long flags) {
    UserPath.requireFlags(flags, Fcntl.AT_REMOVEDIR);
    return ((int) flags & Fcntl.AT_REMOVEDIR) != 0
        ? removeDirectory(task, (int) dirfd, path)
        : unlinkFile(task, (int) dirfd, path);
  }

  private static long unlinkFile(Task task, int dirfd, long path) {
    PathWalk walk = UserPath.walk(task);
    walk.parent(dirfd, UserPath.read(task, path));
    if (!walk.isOrdinaryName()) {
      throw Errno.EISDIR.failure();
    }
    walk.vfs().changes().unlink(walk.directory(), walk.name(), walk.slash(), walk.credentials());
    return 0;
  }

  private static long removeDirectory(Task task, int dirfd, long path) {
    PathWalk walk = UserPath.walk(task);
    walk.parent(dirfd, UserPath.read(task, path));
    if (walk.name() == null) {
      throw Errno.EBUSY.failure();
    }
    if (!walk.isOrdinaryName()) {
      throw (walk.name().equals(".") ? Errno.EINVAL : Errno.ENOTEMPTY).failure();
    }
    walk.vfs().changes().removeDirectory(walk.directory(), walk.name(), walk.credentials());
    return 0;
  }

  /** Implements rename(2). */
  public static long rename(Task task, long oldPath, long newPath) {
    return renameat2(task, Fcntl.AT_FDCWD, oldPath, Fcntl.AT_FDCWD, newPath, 0);
  }

  /** Implements renameat(2). */
  public static long renameat(Task task, long oldFd, long oldPath, long newFd, long newPath) {
    return renameat2(task, oldFd, oldPath, newFd, newPath, 0);
  }

  /** Implements renameat2(2); RENAME_WHITEOUT is for overlays and refused. */
  public static long renameat2(
      Task task, long oldFd, long oldPath, long newFd, long newPath, long flags) {
    int how = (int) flags;
    UserPath.requireFlags(how, Fcntl.RENAME_NOREPLACE | Fcntl.RENAME_EXCHANGE);
    if (how == (Fcntl.RENAME_NOREPLACE | Fcntl.RENAME_EXCHANGE)) {
      throw Errno.EINVAL.failure();
    }
    PathWalk from = UserPath.walk(task);
    PathWalk to = UserPath.walk(task);
    String oldName = UserPath.read(task, oldPath);
    String newName = UserPath.read(task, newPath);
    from.parent((int) oldFd, oldName);
    to.parent((int) newFd, newName);
    if (from.directory().mount() != to.directory().mount()) {
      throw Errno.EXDEV.failure();
    }
    if (!from.isOrdinaryName()) {
      throw Errno.EBUSY.failure();
    }
    if (!to.isOrdinaryName()) {
      throw ((how & Fcntl.RENAME_NOREPLACE) != 0 ? Errno.EEXIST : Errno.EBUSY).failure();
    }
    from.vfs()
        .changes()
        .rename(
            from.directory(),
            from.name(),
            from.slash(),
            to.directory(),
            to.name(),
            to.slash(),
            how,
            from.credentials());
    return 0;
  }

  /** Implements readlink(2). */
  public static long readlink(Task task, long path, long buffer, long size) {
    return readlinkat(task, Fcntl.AT_FDCWD, path, buffer, size);
  }

  /** Implements readlinkat(2): an empty path means a link that was opened itself. */
  public static long readlinkat(Task task, long dirfd, long path, long buffer, long size) {
    if ((int) size <= 0) {
      throw Errno.EINVAL.failure();
    }
    String name = UserPath.readAny(task, path);
    Dentry link = UserPath.walk(task).find((int) dirfd, name, PathWalk.EMPTY);
    if (!StatMode.isSymbolicLink(link.inode().mode())) {
      throw (name.isEmpty() ? Errno.ENOENT : Errno.EINVAL).failure();
    }
    byte[] target = link.inode().readLink().getBytes(StandardCharsets.ISO_8859_1);
    int length = Math.min(target.length, (int) size);
    task.memory().write(buffer, target, 0, length);
    return length;
  }

  /** filename_create: finds where a name is to be made. */
  private static PathWalk toCreate(Task task, int dirfd, String path, boolean directory) {
    PathWalk walk = UserPath.walk(task);
    walk.parent(dirfd, path);
    if (!walk.isOrdinaryName()) {
      throw Errno.EEXIST.failure();
    }
    if (walk.slash() && !directory) {
      throw (walk.exists() ? Errno.EEXIST : Errno.ENOENT).failure();
    }
    return walk;
  }
}

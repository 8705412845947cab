package tollgate.calls;

import tollgate.abi.uapi.Fcntl;
import tollgate.fs.Attributes;
import tollgate.fs.Dentry;
import tollgate.fs.PathWalk;
import tollgate.kernel.Task;

/** Mode and owner: chmod(2), chown(2) and their relatives (fs/open.c). */
public final class AttributeCalls {
  private AttributeCalls() {}

  /** Implements chmod(2). */
  public static long chmod(Task task, long path, long mode) {
    return chmod(task, Fcntl.AT_FDCWD, path, mode, 0);
  }

  /** Implements fchmod(2). */
  public static long fchmod(Task task, long fd, long mode) {
    Dentry dentry = task.files().get((int) fd).dentry();
    Attributes.changeMode(dentry, (int) mode, task.credentials());
    return 0;
  }

  /** Implements fchmodat(2), which has no flags in the kernel. */
  public static long fchmodat(Task task, long dirfd, long path, long mode) {
    return chmod(task, (int) dirfd, path, mode, 0);
  }

  /** Implements fchmodat2(2). */
  public static long fchmodat2(Task task, long dirfd, long path, long mode, long flags) {
    UserPath.requireFlags(flags, Fcntl.AT_SYMLINK_NOFOLLOW | Fcntl.AT_EMPTY_PATH);
    return chmod(task, (int) dirfd, path, mode, (int) flags);
  }

  private static long chmod(Task task, int dirfd, long path, long mode, int flags) {
    Attributes.changeMode(find(task, dirfd, path, flags), (int) mode, task.credentials());
    return 0;
  }

  /** Implements chown(2), on i386 chown32. */
  public static long chown(Task task, long path, long uid, long gid) {
    return chown(task, Fcntl.AT_FDCWD, path, (int) uid, (int) gid, 0);
  }

  /** Implements lchown(2), on i386 lchown32. */
  public static long lchown(Task task, long path, long uid, long gid) {
    return chown(task, Fcntl.AT_FDCWD, path, (int) uid, (int) gid, Fcntl.AT_SYMLINK_NOFOLLOW);
  }

  /** Implements fchown(2), on i386 fchown32. */
  public static long fchown(Task task, long fd, long uid, long gid) {
    Dentry dentry = task.files().get((int) fd).dentry();
    Attributes.changeOwner(dentry, (int) uid, (int) gid, task.credentials());
    return 0;
  }

  /** Implements fchownat(2). */
  public static long fchownat(Task task, long dirfd, long path, long uid, long gid, long flags) {
    UserPath.requireFlags(flags, Fcntl.AT_SYMLINK_NOFOLLOW | Fcntl.AT_EMPTY_PATH);
    return chown(task, (int) dirfd, path, (int) uid, (int) gid, (int) flags);
  }

  /** Implements i386's chown with 16-bit ids. */
  public static long chown16(Task task, long path, long uid, long gid) {
    return chown(task, Fcntl.AT_FDCWD, path, wide(uid), wide(gid), 0);
  }

  /** Implements i386's lchown with 16-bit ids. */
  public static long lchown16(Task task, long path, long uid, long gid) {
    return chown(task, Fcntl.AT_FDCWD, path, wide(uid), wide(gid), Fcntl.AT_SYMLINK_NOFOLLOW);
  }

  /** Implements i386's fchown with 16-bit ids. */
  public static long fchown16(Task task, long fd, long uid, long gid) {
    return fchown(task, fd, wide(uid), wide(gid));
  }

  private static long chown(Task task, int dirfd, long path, int uid, int gid, int flags) {
    Attributes.changeOwner(find(task, dirfd, path, flags), uid, gid, task.credentials());
    return 0;
  }

  private static Dentry find(Task task, int dirfd, long path, int flags) {
    String name = UserPath.read(task, path, flags);
    PathWalk walk = UserPath.walk(task);
    return walk.find(dirfd, name, UserPath.lookup(flags));
  }

  /** low2highuid: 0xffff stands for -1. */
  private static int wide(long id) {
    int low = (int) id & 0xffff;
    return low == 0xffff ? -1 : low;
  }
}

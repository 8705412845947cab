package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.PathWalk;
import tollgate.kernel.Task;

/**
 * Extended attributes, which no file system here keeps: files have none, and none can be set
 * (fs/xattr.c).
 */
public final class XattrCalls {
  private static final int NAME_MAX = 255;

  private XattrCalls() {}

  /** Implements setxattr(2). */
  public static long setxattr(Task task, long path, long name, long value, long size, long flags) {
    return refuse(task, path, name, PathWalk.FOLLOW);
  }

  /** Implements lsetxattr(2). */
  public static long lsetxattr(Task task, long path, long name, long value, long size, long flags) {
    return refuse(task, path, name, 0);
  }

  /** Implements fsetxattr(2). */
  public static long fsetxattr(Task task, long fd, long name, long value, long size, long flags) {
    return refuseOpen(task, fd, name);
  }

  /** Implements getxattr(2). */
  public static long getxattr(Task task, long path, long name, long value, long size) {
    return refuse(task, path, name, PathWalk.FOLLOW);
  }

  /** Implements lgetxattr(2). */
  public static long lgetxattr(Task task, long path, long name, long value, long size) {
    return refuse(task, path, name, 0);
  }

  /** Implements fgetxattr(2). */
  public static long fgetxattr(Task task, long fd, long name, long value, long size) {
    return refuseOpen(task, fd, name);
  }

  /** Implements listxattr(2). */
  public static long listxattr(Task task, long path, long list, long size) {
    find(task, path, PathWalk.FOLLOW);
    return 0;
  }

  /** Implements llistxattr(2). */
  public static long llistxattr(Task task, long path, long list, long size) {
    find(task, path, 0);
    return 0;
  }

  /** Implements flistxattr(2). */
  public static long flistxattr(Task task, long fd, long list, long size) {
    task.files().get((int) fd);
    return 0;
  }

  /** Implements removexattr(2). */
  public static long removexattr(Task task, long path, long name) {
    return refuse(task, path, name, PathWalk.FOLLOW);
  }

  /** Implements lremovexattr(2). */
  public static long lremovexattr(Task task, long path, long name) {
    return refuse(task, path, name, 0);
  }

  /** Implements fremovexattr(2). */
  public static long fremovexattr(Task task, long fd, long name) {
    return refuseOpen(task, fd, name);
  }

  private static long refuse(Task task, long path, long name, int lookup) {
    requireName(task, name);
    find(task, path, lookup);
    throw Errno.EOPNOTSUPP.failure();
  }

  private static long refuseOpen(Task task, long fd, long name) {
    task.files().get((int) fd);
    requireName(task, name);
    throw Errno.EOPNOTSUPP.failure();
  }

  private static void find(Task task, long path, int lookup) {
    UserPath.walk(task).find(Fcntl.AT_FDCWD, UserPath.read(task, path), lookup);
  }

  private static void requireName(Task task, long address) {
    String name = task.memory().readCString(address, NAME_MAX + 1);
    if (name == null || name.isEmpty()) {
      throw Errno.ERANGE.failure();
    }
  }
}

package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.PathWalk;
import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;

/** How calls read path arguments and start to walk them (fs/namei.c, getname_flags). */
final class UserPath {
  private UserPath() {}

  /** Reads a path: EFAULT, ENAMETOOLONG, ENOENT when it is empty. */
  static String read(Task task, long address) {
    String path = readAny(task, address);
    if (path.isEmpty()) {
      throw Errno.ENOENT.failure();
    }
    return path;
  }

  /** Reads a path that may be empty or a null pointer where AT_EMPTY_PATH is among the flags. */
  static String read(Task task, long address, int atFlags) {
    if ((atFlags & Fcntl.AT_EMPTY_PATH) == 0) {
      return read(task, address);
    }
    return address == 0 ? "" : readAny(task, address);
  }

  /** Reads a path that may be empty. */
  static String readAny(Task task, long address) {
    String path = task.memory().readCString(address, PathWalk.PATH_MAX);
    if (path == null) {
      throw Errno.ENAMETOOLONG.failure();
    }
    return path;
  }

  /** A walk for the task. */
  static PathWalk walk(Task task) {
    return new PathWalk(task.fs(), task.files(), task.credentials());
  }

  /** The walk's flags for AT_* flags of a call that follows links unless told not to. */
  static int lookup(int atFlags) {
    return ((atFlags & Fcntl.AT_SYMLINK_NOFOLLOW) != 0 ? 0 : PathWalk.FOLLOW)
        | ((atFlags & Fcntl.AT_EMPTY_PATH) != 0 ? PathWalk.EMPTY : 0);
  }

  /** Fails with EINVAL unless all flags are among those that are known. */
  static void requireFlags(long flags, long known) {
    if (((int) flags & ~known) != 0) {
      throw Errno.EINVAL.failure();
    }
  }

  /** RLIMIT_NOFILE. */
  static long descriptorLimit(Task task) {
    return task.process().limits().soft(ResourceLimits.NOFILE);
  }

  /** access_ok(): on x86-64 a range that wraps or reaches the kernel's half is EFAULT at once. */
  static void requireRange(Task task, long address, long length) {
    if (task.abi() == Abi.X86_64 && (address < 0 || length < 0 || address + length < 0)) {
      throw Errno.EFAULT.failure();
    }
  }
}

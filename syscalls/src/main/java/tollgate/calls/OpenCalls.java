package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.OpenHow;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.FileTable;
import tollgate.fs.FsCredentials;
import tollgate.fs.OpenFile;
import tollgate.fs.PathWalk;
import tollgate.fs.Vfs;
import tollgate.kernel.Task;

/** Makes and ends descriptors: open(2), openat2(2), close(2), dup(2). */
public final class OpenCalls {
  private static final int PATH_FLAGS =
      Fcntl.O_PATH | Fcntl.O_DIRECTORY | Fcntl.O_NOFOLLOW | Fcntl.O_CLOEXEC;
  private static final int RESOLVE_FLAGS =
      Fcntl.RESOLVE_NO_XDEV
          | Fcntl.RESOLVE_NO_MAGICLINKS
          | Fcntl.RESOLVE_NO_SYMLINKS
          | Fcntl.RESOLVE_BENEATH
          | Fcntl.RESOLVE_IN_ROOT
          | Fcntl.RESOLVE_CACHED;
  private static final int CLOSE_RANGE_UNSHARE = 2;
  private static final int CLOSE_RANGE_CLOEXEC = 4;
  private static final int PAGE = 4096;

  private OpenCalls() {}

  /** Implements open(2). */
  public static long open(Task task, long path, long flags, long mode) {
    return openat(task, Fcntl.AT_FDCWD, path, flags, mode);
  }

  /** Implements creat(2). */
  public static long creat(Task task, long path, long mode) {
    return open(task, path, Fcntl.O_CREAT | Fcntl.O_WRONLY | Fcntl.O_TRUNC, mode);
  }

  /** Implements openat(2). */
  public static long openat(Task task, long dirfd, long path, long flags, long mode) {
    int how = largeFile(task, (int) flags & Fcntl.VALID_OPEN_FLAGS);
    if ((how & Fcntl.O_PATH) != 0) {
      how &= PATH_FLAGS;
    }
    return open(task, (int) dirfd, path, how, (int) mode & StatMode.PERMISSIONS, 0);
  }

  /** Implements openat2(2), which takes no flag or mode bit that it does not know. */
  public static long openat2(Task task, long dirfd, long path, long how, long size) {
    int known = OpenHow.SCHEMA.size(task.abi());
    if (size < known) {
      throw Errno.EINVAL.failure();
    }
    if (size > PAGE) {
      throw Errno.E2BIG.failure();
    }
    StructView view = task.view(OpenHow.SCHEMA).copyIn(task.memory(), how);
    for (long at = known; at < size; at++) {
      if (task.memory().readByte(how + at) != 0) {
        throw Errno.E2BIG.failure();
      }
    }
    long flags = view.get(OpenHow.FLAGS);
    long mode = view.get(OpenHow.MODE);
    long resolve = view.get(OpenHow.RESOLVE);
    boolean both = (resolve & Fcntl.RESOLVE_BENEATH) != 0 && (resolve & Fcntl.RESOLVE_IN_ROOT) != 0;
    if ((flags & ~Fcntl.VALID_OPEN_FLAGS) != 0 || (resolve & ~RESOLVE_FLAGS) != 0 || both) {
      throw Errno.EINVAL.failure();
    }
    boolean creates = (flags & (Fcntl.O_CREAT | Fcntl.O_TMPFILE_ONLY)) != 0;
    if ((mode & ~StatMode.PERMISSIONS) != 0 || (!creates && mode != 0)) {
      throw Errno.EINVAL.failure();
    }
    if ((flags & Fcntl.O_PATH) != 0 && (flags & ~PATH_FLAGS) != 0) {
      throw Errno.EINVAL.failure();
    }
    if ((resolve & Fcntl.RESOLVE_CACHED) != 0) {
      throw Errno.EAGAIN.failure();
    }
    int given = (int) flags;
    if ((given & Fcntl.O_PATH) == 0) {
      given = largeFile(task, given);
    }
    return open(task, (int) dirfd, path, given, (int) mode, (int) resolve);
  }

  private static int largeFile(Task task, int flags) {
    return task.abi() == Abi.X86_64 ? flags | Fcntl.O_LARGEFILE : flags;
  }

  private static long open(
      Task task, int dirfd, long pathAddress, int flags, int mode, int resolve) {
    requireSensible(flags);
    String path = UserPath.read(task, pathAddress);
    FileTable files = task.files();
    long limit = UserPath.descriptorLimit(task);
    files.requireFree(1, limit);
    PathWalk walk = UserPath.walk(task).resolve(resolve);
    OpenFile file =
        (flags & Fcntl.O_TMPFILE_ONLY) != 0
            ? openNameless(task, walk, dirfd, path, flags, mode)
            : openNamed(task, walk, dirfd, path, flags, mode);
    return install(task, file, flags);
  }

  /** Gives a new description a descriptor, or closes it when there is none. */
  static long install(Task task, OpenFile file, int flags) {
    try {
      return task.files()
          .install(file, (flags & Fcntl.O_CLOEXEC) != 0, UserPath.descriptorLimit(task));
    } catch (ErrnoException e) {
      file.release();
      throw e;
    }
  }

  private static void requireSensible(int flags) {
    boolean tmpfile = (flags & Fcntl.O_TMPFILE_ONLY) != 0;
    boolean creat = (flags & Fcntl.O_CREAT) != 0;
    boolean directory = (flags & Fcntl.O_DIRECTORY) != 0;
    if (tmpfile) {
      if (!directory || creat || (flags & Fcntl.O_ACCMODE) == Fcntl.O_RDONLY) {
        throw Errno.EINVAL.failure();
      }
    } else if (creat && directory) {
      throw Errno.EINVAL.failure();
    }
  }

  private static OpenFile openNamed(
      Task task, PathWalk walk, int dirfd, String path, int flags, int mode) {
    Vfs vfs = walk.vfs();
    FsCredentials who = walk.credentials();
    boolean exclusive = (flags & Fcntl.O_CREAT) != 0 && (flags & Fcntl.O_EXCL) != 0;
    int lookup = (flags & Fcntl.O_NOFOLLOW) != 0 || exclusive ? 0 : PathWalk.FOLLOW;
    lookup |= (flags & Fcntl.O_DIRECTORY) != 0 ? PathWalk.DIRECTORY : 0;
    if ((flags & Fcntl.O_CREAT) == 0) {
      return requireSmall(vfs.open(walk.find(dirfd, path, lookup), flags, who, false));
    }
    while (true) {
      Dentry found = walk.findOrParent(dirfd, path, lookup | PathWalk.CREATE);
      if (found != null) {
        if (exclusive) {
          throw Errno.EEXIST.failure();
        }
        if (StatMode.isDirectory(found.inode().mode())) {
          throw Errno.EISDIR.failure();
        }
        return requireSmall(vfs.open(found, flags, who, false));
      }
      int permissions = mode & ~task.fs().umask();
      try {
        Dentry made =
            vfs.changes()
                .create(walk.directory(), walk.name(), StatMode.S_IFREG | permissions, 0, who);
        return vfs.open(made, flags, who, true);
      } catch (ErrnoException e) {
        if (e.errno() != Errno.EEXIST || exclusive) {
          throw e;
        }
      }
    }
  }

  private static OpenFile openNameless(
      Task task, PathWalk walk, int dirfd, String path, int flags, int mode) {
    Dentry directory = walk.find(dirfd, path, PathWalk.FOLLOW | PathWalk.DIRECTORY);
    int permissions = mode & ~task.fs().umask();
    return walk.vfs()
        .openNameless(directory, flags, StatMode.S_IFREG | permissions, walk.credentials());
  }

  /** generic_file_open: without O_LARGEFILE no file beyond 2 GiB, EOVERFLOW. */
  private static OpenFile requireSmall(OpenFile file) {
    if ((file.flags() & (Fcntl.O_LARGEFILE | Fcntl.O_PATH)) == 0
        && StatMode.isRegular(file.inode().mode())) {
      FileStatus status = new FileStatus();
      file.inode().status(status);
      if (status.size > ReadWriteCalls.MAX_NON_LFS) {
        file.release();
        throw Errno.EOVERFLOW.failure();
      }
    }
    return file;
  }

  /** Implements close(2). */
  public static long close(Task task, long fd) {
    task.files().close((int) fd);
    return 0;
  }

  /** Implements close_range(2). */
  public static long closeRange(Task task, long first, long last, long flags) {
    UserPath.requireFlags(flags, CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC);
    long from = first & 0xffff_ffffL;
    long to = last & 0xffff_ffffL;
    if (from > to) {
      throw Errno.EINVAL.failure();
    }
    if (from < FileTable.MAX_DESCRIPTORS) {
      int end = (int) Math.min(to, FileTable.MAX_DESCRIPTORS);
      if ((flags & CLOSE_RANGE_CLOEXEC) != 0) {
        task.files().closeRangeOnExec((int) from, end);
      } else {
        task.files().closeRange((int) from, end);
      }
    }
    return 0;
  }

  /** Implements dup(2). */
  public static long dup(Task task, long fd) {
    return duplicate(task, task.files().getAny((int) fd), 0, false);
  }

  /** Implements dup2(2). */
  public static long dup2(Task task, long oldFd, long newFd) {
    if ((int) oldFd == (int) newFd) {
      task.files().getAny((int) oldFd);
      return (int) newFd;
    }
    return duplicateAt(task, (int) oldFd, (int) newFd, false);
  }

  /** Implements dup3(2). */
  public static long dup3(Task task, long oldFd, long newFd, long flags) {
    UserPath.requireFlags(flags, Fcntl.O_CLOEXEC);
    if ((int) oldFd == (int) newFd) {
      throw Errno.EINVAL.failure();
    }
    return duplicateAt(task, (int) oldFd, (int) newFd, ((int) flags & Fcntl.O_CLOEXEC) != 0);
  }

  /** The lowest free descriptor from {@code lowest} on for a description that is open already. */
  static long duplicate(Task task, OpenFile file, int lowest, boolean cloexec) {
    file.acquire();
    try {
      return task.files().install(file, cloexec, lowest, UserPath.descriptorLimit(task));
    } catch (ErrnoException e) {
      file.release();
      throw e;
    }
  }

  private static long duplicateAt(Task task, int oldFd, int newFd, boolean cloexec) {
    long limit = UserPath.descriptorLimit(task);
    if (newFd < 0 || Long.compareUnsigned(newFd, limit) >= 0) {
      throw Errno.EBADF.failure();
    }
    OpenFile file = task.files().getAny(oldFd);
    file.acquire();
    task.files().installAt(newFd, file, cloexec, limit);
    return newFd;
  }
}

package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.abi.uapi.Timespec;
import tollgate.abi.uapi.Timespec64;
import tollgate.abi.uapi.Timeval;
import tollgate.abi.uapi.Utimbuf;
import tollgate.fs.Attributes;
import tollgate.fs.Dentry;
import tollgate.kernel.Task;

/** Access and modification times: utime(2) to utimensat(2) (fs/utimes.c). */
public final class FileTimeCalls {
  private static final long NANOS = 1_000_000_000L;

  private FileTimeCalls() {}

  /** Implements utime(2). */
  public static long utime(Task task, long path, long times) {
    if (times == 0) {
      return now(task, Fcntl.AT_FDCWD, path, 0);
    }
    StructView v = task.view(Utimbuf.SCHEMA).copyIn(task.memory(), times);
    return set(task, Fcntl.AT_FDCWD, path, 0, v.get(Utimbuf.ACTIME), 0, v.get(Utimbuf.MODTIME), 0);
  }

  /** Implements utimes(2). */
  public static long utimes(Task task, long path, long times) {
    return futimesat(task, Fcntl.AT_FDCWD, path, times);
  }

  /** Implements futimesat(2). */
  public static long futimesat(Task task, long dirfd, long path, long times) {
    if (times == 0) {
      return now(task, (int) dirfd, path, 0);
    }
    int size = Timeval.SCHEMA.size(task.abi());
    StructView v = task.view(Timeval.SCHEMA).copyIn(task.memory(), times);
    long access = v.get(Timeval.TV_SEC);
    long accessMicros = v.get(Timeval.TV_USEC);
    v.copyIn(task.memory(), times + size);
    long mod = v.get(Timeval.TV_SEC);
    long modMicros = v.get(Timeval.TV_USEC);
    requireBelow(accessMicros, 1_000_000);
    requireBelow(modMicros, 1_000_000);
    return set(
        task, (int) dirfd, path, 0, access, (int) accessMicros * 1000, mod, (int) modMicros * 1000);
  }

  /** Implements utimensat(2) with the ABI's own timespec. */
  public static long utimensat(Task task, long dirfd, long path, long times, long flags) {
    return utimensat(
        task, dirfd, path, times, flags, Timespec.SCHEMA, Timespec.TV_SEC, Timespec.TV_NSEC);
  }

  /** Implements i386's utimensat_time64. */
  public static long utimensatTime64(Task task, long dirfd, long path, long times, long flags) {
    return utimensat(
        task, dirfd, path, times, flags, Timespec64.SCHEMA, Timespec64.TV_SEC, Timespec64.TV_NSEC);
  }

  private static long utimensat(
      Task task,
      long dirfd,
      long path,
      long times,
      long flags,
      StructSchema schema,
      Field seconds,
      Field nanos) {
    if (times == 0) {
      return now(task, (int) dirfd, path, (int) flags);
    }
    StructView v = task.view(schema).copyIn(task.memory(), times);
    long access = v.get(seconds);
    long accessNanos = nanos(task, v.get(nanos));
    v.copyIn(task.memory(), times + schema.size(task.abi()));
    long mod = v.get(seconds);
    long modNanos = nanos(task, v.get(nanos));
    if (accessNanos == StatMode.UTIME_OMIT && modNanos == StatMode.UTIME_OMIT) {
      return 0;
    }
    requireNanos(accessNanos);
    requireNanos(modNanos);
    return set(
        task, (int) dirfd, path, (int) flags, access, (int) accessNanos, mod, (int) modNanos);
  }

  /** i386's 64-bit timespec has garbage in the upper half of the nanoseconds. */
  private static long nanos(Task task, long value) {
    return task.abi() == tollgate.abi.Abi.I386 ? (int) value : value;
  }

  private static long now(Task task, int dirfd, long path, int flags) {
    return set(task, dirfd, path, flags, 0, StatMode.UTIME_NOW, 0, StatMode.UTIME_NOW);
  }

  private static long set(
      Task task,
      int dirfd,
      long path,
      int flags,
      long access,
      int accessNanos,
      long mod,
      int modNanos) {
    Dentry dentry = find(task, dirfd, path, flags);
    Attributes.changeTimes(dentry, access, accessNanos, mod, modNanos, task.credentials());
    return 0;
  }

  /** A null path means the descriptor itself, which takes no flags. */
  private static Dentry find(Task task, int dirfd, long path, int flags) {
    if (path == 0 && dirfd != Fcntl.AT_FDCWD) {
      if (flags != 0) {
        throw Errno.EINVAL.failure();
      }
      return task.files().get(dirfd).dentry();
    }
    UserPath.requireFlags(flags, Fcntl.AT_SYMLINK_NOFOLLOW | Fcntl.AT_EMPTY_PATH);
    String name = UserPath.read(task, path, flags);
    return UserPath.walk(task).find(dirfd, name, UserPath.lookup(flags));
  }

  private static void requireNanos(long nanos) {
    if (nanos != StatMode.UTIME_NOW && nanos != StatMode.UTIME_OMIT) {
      requireBelow(nanos, NANOS);
    }
  }

  private static void requireBelow(long value, long limit) {
    if (value < 0 || value >= limit) {
      throw Errno.EINVAL.failure();
    }
  }
}

package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.Field;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Flock;
import tollgate.abi.uapi.Flock64;
import tollgate.fs.FileLocks;
import tollgate.fs.FileStatus;
import tollgate.fs.OpenFile;
import tollgate.kernel.Task;

/** The lock commands of fcntl(2): struct flock in and out (fs/locks.c). */
final class RecordLocks {
  private static final long MAX_32 = 0x7fff_ffffL;

  private RecordLocks() {}

  static long control(Task task, OpenFile file, int command, long address, boolean wide) {
    StructView view =
        task.view(wide ? Flock64.SCHEMA : Flock.SCHEMA).copyIn(task.memory(), address);
    Shape shape = wide ? Shape.WIDE : Shape.NATIVE;
    boolean ofd =
        command == Fcntl.F_OFD_GETLK
            || command == Fcntl.F_OFD_SETLK
            || command == Fcntl.F_OFD_SETLKW;
    boolean get =
        command == Fcntl.F_GETLK || command == Fcntl.F_GETLK64 || command == Fcntl.F_OFD_GETLK;
    int type = (int) view.get(shape.type);
    if (type != Fcntl.F_RDLCK && type != Fcntl.F_WRLCK && (get || type != Fcntl.F_UNLCK)) {
      throw Errno.EINVAL.failure();
    }
    if (ofd && view.get(shape.pid) != 0) {
      throw Errno.EINVAL.failure();
    }
    long base = base(file, (int) view.get(shape.whence));
    long start = view.get(shape.start);
    if (start > Long.MAX_VALUE - base) {
      throw Errno.EOVERFLOW.failure();
    }
    long first = base + start;
    long length = view.get(shape.length);
    long last = last(first, length);
    if (length < 0) {
      first += length;
    }
    if (first < 0) {
      throw Errno.EINVAL.failure();
    }
    Object owner = ofd ? file : task.files();
    if (get) {
      return report(task, file, owner, view, shape, type, first, last, address);
    }
    requireMode(file, type);
    boolean wait =
        command == Fcntl.F_SETLKW || command == Fcntl.F_SETLKW64 || command == Fcntl.F_OFD_SETLKW;
    int pid = ofd ? -1 : task.process().pid();
    file.inode().locks().lockRange(owner, pid, type, first, last, wait);
    return 0;
  }

  private static long base(OpenFile file, int whence) {
    return switch (whence) {
      case Fcntl.SEEK_SET -> 0;
      case Fcntl.SEEK_CUR -> file.position();
      case Fcntl.SEEK_END -> {
        FileStatus status = new FileStatus();
        file.status(status);
        yield status.size;
      }
      default -> throw Errno.EINVAL.failure();
    };
  }

  private static long last(long first, long length) {
    if (length == 0) {
      return FileLocks.TO_END;
    }
    if (length < 0) {
      return first - 1;
    }
    if (length - 1 > Long.MAX_VALUE - first) {
      throw Errno.EOVERFLOW.failure();
    }
    return first + length - 1;
  }

  private static void requireMode(OpenFile file, int type) {
    if ((type == Fcntl.F_RDLCK && !file.readable())
        || (type == Fcntl.F_WRLCK && !file.writable())) {
      throw Errno.EBADF.failure();
    }
  }

  private static long report(
      Task task,
      OpenFile file,
      Object owner,
      StructView view,
      Shape shape,
      int type,
      long first,
      long last,
      long address) {
    FileLocks.Range found = file.inode().locks().conflict(owner, type, first, last);
    if (found == null) {
      view.set(shape.type, Fcntl.F_UNLCK);
    } else {
      long length = found.last() == FileLocks.TO_END ? 0 : found.last() - found.first() + 1;
      if (shape == Shape.NATIVE && task.abi() == Abi.I386) {
        if (found.first() > MAX_32) {
          throw Errno.EOVERFLOW.failure();
        }
        length = Math.min(length, MAX_32);
      }
      view.set(shape.type, found.type());
      view.set(shape.whence, Fcntl.SEEK_SET);
      view.set(shape.start, found.first());
      view.set(shape.length, length);
      view.set(shape.pid, found.pid());
    }
    view.copyOut(task.memory(), address);
    return 0;
  }

  /** The fields of the two structs. */
  private enum Shape {
    NATIVE(Flock.L_TYPE, Flock.L_WHENCE, Flock.L_START, Flock.L_LEN, Flock.L_PID),
    WIDE(Flock64.L_TYPE, Flock64.L_WHENCE, Flock64.L_START, Flock64.L_LEN, Flock64.L_PID);

    private final Field type;
    private final Field whence;
    private final Field start;
    private final Field length;
    private final Field pid;

    Shape(Field type, Field whence, Field start, Field length, Field pid) {
      this.type = type;
      this.whence = whence;
      this.start = start;
      this.length = length;
      this.pid = pid;
    }
  }
}

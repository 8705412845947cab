package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.FsCredentials;
import tollgate.fs.OpenFile;
import tollgate.fs.Permission;
import tollgate.fs.pipe.Pipe;
import tollgate.fs.pipe.PipeFile;
import tollgate.kernel.Task;

/** Controls descriptors and descriptions: fcntl(2), fcntl64, flock(2) (fs/fcntl.c). */
public final class FcntlCalls {
  private static final int SETFL_MASK =
      Fcntl.O_APPEND | Fcntl.O_NONBLOCK | Fcntl.O_DIRECT | Fcntl.O_NOATIME | Fcntl.FASYNC;

  private FcntlCalls() {}

  /** Implements fcntl(2) with the ABI's own struct flock. */
  public static long fcntl(Task task, long fd, long command, long argument) {
    return switch ((int) command) {
      case Fcntl.F_GETLK64, Fcntl.F_SETLK64, Fcntl.F_SETLKW64 -> throw Errno.EINVAL.failure();
      case Fcntl.F_OFD_GETLK, Fcntl.F_OFD_SETLK, Fcntl.F_OFD_SETLKW -> {
        if (task.abi() == Abi.I386) {
          throw Errno.EINVAL.failure();
        }
        yield control(task, fd, command, argument);
      }
      default -> control(task, fd, command, argument);
    };
  }

  /** Implements i386's fcntl64, which knows struct flock64 too. */
  public static long fcntl64(Task task, long fd, long command, long argument) {
    return control(task, fd, command, argument);
  }

  private static long control(Task task, long fd, long command, long argument) {
    OpenFile file = task.files().getAny((int) fd);
    int cmd = (int) command;
    if ((file.flags() & Fcntl.O_PATH) != 0 && !worksOnPath(cmd)) {
      throw Errno.EBADF.failure();
    }
    return switch (cmd) {
      case Fcntl.F_DUPFD -> duplicate(task, file, argument, false);
      case Fcntl.F_DUPFD_CLOEXEC -> duplicate(task, file, argument, true);
      case Fcntl.F_GETFD -> task.files().isCloseOnExec((int) fd) ? Fcntl.FD_CLOEXEC : 0;
      case Fcntl.F_SETFD -> {
        task.files().setCloseOnExec((int) fd, (argument & Fcntl.FD_CLOEXEC) != 0);
        yield 0;
      }
      case Fcntl.F_GETFL -> file.flags();
      case Fcntl.F_SETFL -> setFlags(task, file, (int) argument);
      case Fcntl.F_GETLK, Fcntl.F_SETLK, Fcntl.F_SETLKW ->
          RecordLocks.control(task, file, cmd, argument, false);
      case Fcntl.F_GETLK64,
          Fcntl.F_SETLK64,
          Fcntl.F_SETLKW64,
          Fcntl.F_OFD_GETLK,
          Fcntl.F_OFD_SETLK,
          Fcntl.F_OFD_SETLKW ->
          RecordLocks.control(task, file, cmd, argument, true);
      case Fcntl.F_GETOWN -> file.signalOwner();
      case Fcntl.F_SETOWN -> {
        file.setSignalOwner((int) argument);
        yield 0;
      }
      case Fcntl.F_DUPFD_QUERY -> task.files().getAny((int) argument) == file ? 1 : 0;
      case Fcntl.F_GETPIPE_SZ -> pipe(file).capacity();
      case Fcntl.F_SETPIPE_SZ ->
          pipe(file)
              .setCapacity(
                  argument & 0xffff_ffffL,
                  task.credentials().capable(FsCredentials.CAP_SYS_RESOURCE));
      default -> throw Errno.EINVAL.failure();
    };
  }

  private static boolean worksOnPath(int command) {
    return switch (command) {
      case Fcntl.F_DUPFD,
          Fcntl.F_DUPFD_CLOEXEC,
          Fcntl.F_DUPFD_QUERY,
          Fcntl.F_GETFD,
          Fcntl.F_SETFD,
          Fcntl.F_GETFL ->
          true;
      default -> false;
    };
  }

  private static long duplicate(Task task, OpenFile file, long lowest, boolean cloexec) {
    int from = (int) lowest;
    if (from < 0 || Long.compareUnsigned(from, UserPath.descriptorLimit(task)) >= 0) {
      throw Errno.EINVAL.failure();
    }
    return OpenCalls.duplicate(task, file, from, cloexec);
  }

  private static long setFlags(Task task, OpenFile file, int wanted) {
    int now = file.flags();
    if ((wanted & ~now & Fcntl.O_NOATIME) != 0) {
      Permission.requireOwner(file.inode(), task.credentials());
    }
    file.setFlags((wanted & SETFL_MASK) | (now & ~SETFL_MASK));
    return 0;
  }

  private static Pipe pipe(OpenFile file) {
    if (file instanceof PipeFile pipeFile) {
      return pipeFile.pipe();
    }
    throw Errno.EBADF.failure();
  }

  /** Implements flock(2). */
  public static long flock(Task task, long fd, long operation) {
    int how = (int) operation & ~Fcntl.LOCK_NB;
    if (how != Fcntl.LOCK_SH && how != Fcntl.LOCK_EX && how != Fcntl.LOCK_UN) {
      throw Errno.EINVAL.failure();
    }
    OpenFile file = task.files().get((int) fd);
    if (how != Fcntl.LOCK_UN && (file.flags() & Fcntl.O_ACCMODE) == Fcntl.O_ACCMODE) {
      throw Errno.EBADF.failure();
    }
    file.inode().locks().lockWhole(file, how, ((int) operation & Fcntl.LOCK_NB) == 0);
    return 0;
  }
}

package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Fs;
import tollgate.abi.uapi.StatMode;
import tollgate.abi.uapi.Tty;
import tollgate.fs.FileStatus;
import tollgate.fs.OpenFile;
import tollgate.kernel.Task;

/** Controls what is behind a descriptor: ioctl(2) (fs/ioctl.c). */
public final class DeviceCalls {
  private DeviceCalls() {}

  /**
   * Implements ioctl(2): the requests that every file knows, then the file's own; ENOTTY when
   * nobody knows it.
   */
  public static long ioctl(Task task, long fd, long request, long argument) {
    OpenFile file = task.files().get((int) fd);
    switch ((int) request) {
      case Tty.FIOCLEX -> task.files().setCloseOnExec((int) fd, true);
      case Tty.FIONCLEX -> task.files().setCloseOnExec((int) fd, false);
      case Tty.FIONBIO -> setFlag(file, Fcntl.O_NONBLOCK, task.memory().readInt(argument) != 0);
      case Tty.FIOASYNC -> asynchronous(file, task.memory().readInt(argument) != 0);
      case Tty.FIOQSIZE -> task.memory().writeLong(argument, size(file));
      case Fs.FIGETBSZ -> task.memory().writeInt(argument, (int) status(file).blockSize);
      case Tty.FIONREAD -> {
        if (!StatMode.isRegular(file.inode().mode())) {
          return own(task, file, request, argument);
        }
        task.memory().writeInt(argument, (int) (status(file).size - position(file)));
      }
      default -> {
        return own(task, file, request, argument);
      }
    }
    return 0;
  }

  private static long own(Task task, OpenFile file, long request, long argument) {
    return file.ioctl(task.memory(), task.abi(), (int) request, argument);
  }

  /** The position of an open regular file, also where it is not the description's own. */
  private static long position(OpenFile file) {
    return file.seekable() ? file.seek(0, Fcntl.SEEK_CUR) : 0;
  }

  private static void setFlag(OpenFile file, int flag, boolean on) {
    file.setFlags(on ? file.flags() | flag : file.flags() & ~flag);
  }

  /** No file sends SIGIO: leaving it off is fine, switching it on is ENOTTY. */
  private static void asynchronous(OpenFile file, boolean on) {
    if (on && (file.flags() & Fcntl.FASYNC) == 0) {
      throw Errno.ENOTTY.failure();
    }
    setFlag(file, Fcntl.FASYNC, on);
  }

  private static long size(OpenFile file) {
    int mode = file.inode().mode();
    if (!StatMode.isRegular(mode) && !StatMode.isDirectory(mode)) {
      throw Errno.ENOTTY.failure();
    }
    return status(file).size;
  }

  private static FileStatus status(OpenFile file) {
    FileStatus status = new FileStatus();
    file.inode().status(status);
    return status;
  }
}

package tollgate.calls;

import java.util.ArrayList;
import java.util.List;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Signal;
import tollgate.exec.ExecException;
import tollgate.fs.OpenFile;
import tollgate.kernel.ExitStatus;
import tollgate.kernel.Process;
import tollgate.kernel.Task;

/** New programs: execve(2) and execveat(2). */
public final class ExecCalls {
  /** MAX_ARG_STRLEN: one string with its NUL. */
  private static final int MAX_STRING = 128 * 1024;

  /**
   * The most bytes of all strings: a quarter of the largest useful stack limit (6 MiB in Linux).
   */
  private static final long MAX_TOTAL = 6L << 20;

  private ExecCalls() {}

  /** Implements execve(2). */
  public static long execve(Task task, long path, long arguments, long environment) {
    return exec(task, Fcntl.AT_FDCWD, UserPath.read(task, path), arguments, environment, 0);
  }

  /** Implements execveat(2). */
  public static long execveat(
      Task task, long dirfd, long path, long arguments, long environment, long flags) {
    UserPath.requireFlags(flags, Fcntl.AT_SYMLINK_NOFOLLOW | Fcntl.AT_EMPTY_PATH);
    String name = UserPath.read(task, path, (int) flags);
    return exec(task, (int) dirfd, name, arguments, environment, (int) flags);
  }

  private static long exec(
      Task task, int dirfd, String path, long argumentsAt, long environmentAt, int flags) {
    task.leaveGuest();
    OpenFile file = Execution.open(UserPath.walk(task), dirfd, path, UserPath.lookup(flags));
    try {
      long[] room = {MAX_TOTAL};
      List<String> arguments = strings(task, argumentsAt, room);
      List<String> environment = strings(task, environmentAt, room);
      if (arguments.isEmpty()) {
        arguments.add("");
      }
      endOtherTasks(task);
      Execution.start(task, file, shownPath(dirfd, path), arguments, environment);
      task.process().returnMemory();
      return 0;
    } catch (ExecException e) {
      if (e.fatal()) {
        task.process().exit(ExitStatus.killed(Signal.SIGSEGV, false));
      }
      throw e.errno().failure();
    } finally {
      file.release();
    }
  }

  /** What a script's interpreter is told: fexecve(3) programs are known by descriptor. */
  private static String shownPath(int dirfd, String path) {
    if (dirfd == Fcntl.AT_FDCWD || path.startsWith("/")) {
      return path;
    }
    return path.isEmpty() ? "/dev/fd/" + dirfd : "/dev/fd/" + dirfd + "/" + path;
  }

  private static List<String> strings(Task task, long address, long[] room) {
    List<String> result = new ArrayList<>();
    if (address == 0) {
      return result;
    }
    int word = task.abi().wordSize();
    for (long at = address; ; at += word) {
      long pointer = task.memory().readWord(task.abi(), at);
      if (pointer == 0) {
        return result;
      }
      String text = task.memory().readCString(pointer, MAX_STRING);
      room[0] -= text == null ? room[0] + 1 : text.length() + 1 + word;
      if (room[0] < 0) {
        throw Errno.E2BIG.failure();
      }
      result.add(text);
    }
  }

  /** de_thread: a new program has one task. */
  private static void endOtherTasks(Task task) {
    Process process = task.process();
    for (Task other : process.tasks()) {
      if (other != task) {
        other.exit();
        other.notice();
      }
    }
    process.changes().awaitUninterruptibly(() -> process.tasks().size() == 1);
    task.kernel().becomeLeader(task);
  }
}

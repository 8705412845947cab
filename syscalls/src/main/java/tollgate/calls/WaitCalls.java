package tollgate.calls;

import java.util.function.Predicate;
import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Rusage;
import tollgate.abi.uapi.SigCode;
import tollgate.abi.uapi.Siginfo;
import tollgate.abi.uapi.Signal;
import tollgate.abi.uapi.Wait;
import tollgate.kernel.Process;
import tollgate.kernel.ProcessTree;
import tollgate.kernel.Task;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;
import tollgate.signal.SigInfo;

/** What became of children: wait4(2), waitpid(2), waitid(2). */
public final class WaitCalls {
  private static final int P_ALL = 0;
  private static final int P_PID = 1;
  private static final int P_PGID = 2;

  /** A continued child's status word. */
  private static final int CONTINUED = 0xffff;

  private static final long WAIT4_OPTIONS =
      Wait.WNOHANG
          | Wait.WUNTRACED
          | Wait.WCONTINUED
          | Wait.__WNOTHREAD
          | Wait.__WCLONE
          | Wait.__WALL;

  private static final long WAITID_OPTIONS =
      WAIT4_OPTIONS & ~Wait.WUNTRACED | Wait.WEXITED | Wait.WSTOPPED | Wait.WNOWAIT;

  private WaitCalls() {}

  /** What a wait found. */
  private record News(Process child, int code, int value, int status) {}

  /** Implements wait4(2). */
  public static long wait4(Task task, long pid, long status, long options, long usage) {
    if ((options & 0xffff_ffffL & ~WAIT4_OPTIONS) != 0) {
      throw Errno.EINVAL.failure();
    }
    int id = (int) pid;
    if (id == Integer.MIN_VALUE) {
      throw Errno.ESRCH.failure();
    }
    int group = task.process().group();
    Predicate<Process> meant =
        id > 0
            ? p -> p.pid() == id
            : id == -1 ? p -> true : p -> p.group() == (id == 0 ? group : -id);
    News news = await(task, meant, options | Wait.WEXITED, false);
    if (news == null) {
      return 0;
    }
    if (status != 0) {
      task.memory().writeInt(status, news.status());
    }
    writeUsage(task, usage);
    return news.child().pid();
  }

  /** Implements waitpid(2). */
  public static long waitpid(Task task, long pid, long status, long options) {
    return wait4(task, pid, status, options, 0);
  }

  /** Implements waitid(2). */
  public static long waitid(Task task, long type, long id, long info, long options, long usage) {
    long kinds = Wait.WEXITED | Wait.WSTOPPED | Wait.WCONTINUED;
    if ((options & 0xffff_ffffL & ~WAITID_OPTIONS) != 0 || (options & kinds) == 0) {
      throw Errno.EINVAL.failure();
    }
    Predicate<Process> meant = selected(task, (int) type, (int) id);
    News news = await(task, meant, options, (options & Wait.WNOWAIT) != 0);
    if (info != 0) {
      StructView view = task.view(Siginfo.SCHEMA);
      if (news != null) {
        int uid = news.child().mainTask().credentials().uid();
        SigInfo.child(Signal.SIGCHLD, news.code(), news.child().pid(), uid, news.value())
            .fill(view);
      }
      view.copyOut(task.memory(), info);
    }
    if (news != null) {
      writeUsage(task, usage);
    }
    return 0;
  }

  private static Predicate<Process> selected(Task task, int type, int id) {
    switch (type) {
      case P_ALL:
        return p -> true;
      case P_PID:
        requireValid(id > 0);
        return p -> p.pid() == id;
      case P_PGID:
        requireValid(id >= 0);
        int group = id == 0 ? task.process().group() : id;
        return p -> p.group() == group;
      default:
        throw Errno.EINVAL.failure();
    }
  }

  private static News await(Task task, Predicate<Process> meant, long options, boolean keep) {
    task.leaveGuest();
    Process parent = task.process();
    ProcessTree tree = task.kernel().tree();
    Predicate<Process> eligible = p -> meant.test(p) && isKind(p, options);
    News[] found = new News[1];
    boolean[] childless = new boolean[1];
    WaitQueue.Outcome outcome =
        parent
            .changes()
            .await(
                () -> {
                  found[0] = look(tree, parent, eligible, options, keep);
                  childless[0] = found[0] == null && !tree.hasChild(parent, eligible);
                  return found[0] != null || childless[0] || (options & Wait.WNOHANG) != 0;
                },
                WaitQueue.FOREVER);
    if (outcome == WaitQueue.Outcome.INTERRUPTED) {
      throw Restart.ERESTARTSYS.failure();
    }
    if (childless[0]) {
      throw Errno.ECHILD.failure();
    }
    return found[0];
  }

  /** __WCLONE means children whose end is not told by SIGCHLD; __WALL means all. */
  private static boolean isKind(Process child, long options) {
    boolean clone = child.exitSignal() != Signal.SIGCHLD;
    return (options & Wait.__WALL & 0xffff_ffffL) != 0
        || clone == ((options & Wait.__WCLONE & 0xffff_ffffL) != 0);
  }

  private static News look(
      ProcessTree tree, Process parent, Predicate<Process> meant, long options, boolean keep) {
    if ((options & Wait.WEXITED) != 0) {
      Process dead = tree.findZombie(parent, meant);
      if (dead != null && (keep || tree.reap(dead))) {
        return new News(
            dead,
            ProcessTree.endCode(dead),
            ProcessTree.endValue(dead),
            dead.exitStatus().waitStatus());
      }
    }
    if ((options & Wait.WSTOPPED) != 0) {
      Process stopped = tree.findChanged(parent, meant, p -> p.takeStopped(keep));
      if (stopped != null) {
        int signal = stopped.stopSignal();
        return new News(stopped, SigCode.CLD_STOPPED, signal, signal << 8 | 0x7f);
      }
    }
    if ((options & Wait.WCONTINUED) != 0) {
      Process continued = tree.findChanged(parent, meant, p -> p.takeContinued(keep));
      if (continued != null) {
        return new News(continued, SigCode.CLD_CONTINUED, Signal.SIGCONT, CONTINUED);
      }
    }
    return null;
  }

  private static void writeUsage(Task task, long address) {
    if (address != 0) {
      task.view(Rusage.SCHEMA).copyOut(task.memory(), address);
    }
  }

  private static void requireValid(boolean valid) {
    if (!valid) {
      throw Errno.EINVAL.failure();
    }
  }
}

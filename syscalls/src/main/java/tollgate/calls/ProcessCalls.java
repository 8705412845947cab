package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.uapi.Personality;
import tollgate.kernel.ExitStatus;
import tollgate.kernel.Process;
import tollgate.kernel.Task;

/** Ids and the end of processes: exit_group(2), getpid(2), setsid(2), setpgid(2) … */
public final class ProcessCalls {
  private ProcessCalls() {}

  /** Implements exit(2): ends the task, and the process with its last task. */
  public static long exit(Task task, long status) {
    if (task.process().tasks().size() == 1) {
      return exitGroup(task, status);
    }
    task.exit();
    return 0;
  }

  /** Implements exit_group(2). */
  public static long exitGroup(Task task, long status) {
    task.process().exit(ExitStatus.exited((int) status));
    return 0;
  }

  /** Implements getpid(2). */
  public static long getpid(Task task) {
    return task.process().pid();
  }

  /** Implements getppid(2). */
  public static long getppid(Task task) {
    return task.process().parentPid();
  }

  /** Implements gettid(2). */
  public static long gettid(Task task) {
    return task.tid();
  }

  /** Implements getpgid(2). */
  public static long getpgid(Task task, long pid) {
    return find(task, (int) pid).group();
  }

  /** Implements getpgrp(2). */
  public static long getpgrp(Task task) {
    return task.process().group();
  }

  /** Implements getsid(2). */
  public static long getsid(Task task, long pid) {
    return find(task, (int) pid).session();
  }

  /** Implements setpgid(2): a process may found a group of its own or join one of its session. */
  public static long setpgid(Task task, long pid, long group) {
    int wanted = (int) group;
    if (wanted < 0) {
      throw Errno.EINVAL.failure();
    }
    Process target = find(task, (int) pid);
    if (target != task.process() && target.parentPid() != task.process().pid()) {
      throw Errno.ESRCH.failure();
    }
    if (target.session() == target.pid() || target.session() != task.process().session()) {
      throw Errno.EPERM.failure();
    }
    int chosen = wanted == 0 ? target.pid() : wanted;
    if (chosen != target.pid()
        && task.kernel().processes().stream()
            .noneMatch(p -> p.group() == chosen && p.session() == target.session())) {
      throw Errno.EPERM.failure();
    }
    target.setGroup(chosen);
    return 0;
  }

  /** Implements setsid(2): fails for the leader of a group. */
  public static long setsid(Task task) {
    Process process = task.process();
    boolean leads = task.kernel().processes().stream().anyMatch(p -> p.group() == process.pid());
    if (leads) {
      throw Errno.EPERM.failure();
    }
    process.setSession(process.pid());
    process.setGroup(process.pid());
    return process.pid();
  }

  /** Implements personality(2): all ones only asks. */
  public static long personality(Task task, long persona) {
    int old = task.process().personality();
    if ((int) persona != -1) {
      task.process().setPersonality((int) persona);
      task.memory().setReadImpliesExec((persona & Personality.READ_IMPLIES_EXEC) != 0);
    }
    return old;
  }

  /** The process of a pid, the caller's for 0; ESRCH when there is none. */
  static Process find(Task task, int pid) {
    if (pid == 0) {
      return task.process();
    }
    Task found = task.kernel().task(pid);
    if (found == null) {
      throw Errno.ESRCH.failure();
    }
    return found.process();
  }
}

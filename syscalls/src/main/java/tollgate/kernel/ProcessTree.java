package tollgate.kernel;

import java.util.function.Predicate;
import tollgate.abi.uapi.SigCode;
import tollgate.abi.uapi.Signal;
import tollgate.sched.WaitQueue;
import tollgate.signal.SigAction;
import tollgate.signal.SigInfo;

/**
 * Parents and children: what a process's end, stop and continuation mean to others (kernel/exit.c,
 * kernel/signal.c do_notify_parent). Its monitor guards who is whose parent. Thread-safe.
 */
public final class ProcessTree {
  private final Kernel kernel;

  ProcessTree(Kernel kernel) {
    this.kernel = kernel;
  }

  /** A process has no tasks left: its children become orphans, its parent learns of it. */
  void ended(Process process) {
    Process parent;
    boolean told;
    synchronized (this) {
      process.setZombie();
      for (Process child : kernel.processes()) {
        if (child.parent() == process) {
          orphan(child, process);
        }
      }
      parent = process.parent();
      told = parent != null && wantsToKnow(parent, process);
      if (!told) {
        kernel.forget(process);
      }
    }
    if (parent != null) {
      if (process.exitSignal() != 0) {
        tell(parent, process, process.exitSignal(), endCode(process), endValue(process));
      }
      parent.changes().wake();
    }
  }

  private void orphan(Process child, Process dead) {
    Process reaper = dead.parent();
    while (reaper != null && !reaper.flags().subreaper) {
      reaper = reaper.parent();
    }
    child.setParent(reaper);
    child.setExitSignal(Signal.SIGCHLD);
    int signal = child.flags().parentDeathSignal;
    if (signal != 0) {
      SignalSender.toProcess(child, SigInfo.fromUser(signal, SigCode.SI_USER, dead.pid(), 0));
    }
    if (child.zombie()) {
      if (reaper == null) {
        kernel.forget(child);
      } else {
        reaper.changes().wake();
      }
    }
  }

  /** A parent that ignores SIGCHLD, or says SA_NOCLDWAIT, has no zombies. */
  private static boolean wantsToKnow(Process parent, Process child) {
    if (child.exitSignal() != Signal.SIGCHLD) {
      return true;
    }
    SigAction action = parent.actions().get(Signal.SIGCHLD);
    return action.handler() != SigAction.IGNORE && !action.has(Signal.SA_NOCLDWAIT);
  }

  /** Stops a process by a job-control signal. */
  public void stop(Process process, int signal) {
    Process parent = process.parent();
    if (parent == null) {
      kernel.stopListener().stopped(process, signal);
      return;
    }
    process.stop(signal);
    tellOfStop(parent, process, SigCode.CLD_STOPPED, signal);
  }

  /** Lets a stopped process go on (SIGCONT). */
  void resume(Process process) {
    if (process.resume()) {
      Process parent = process.parent();
      if (parent != null) {
        tellOfStop(parent, process, SigCode.CLD_CONTINUED, Signal.SIGCONT);
      }
    }
  }

  /** Holds a task of a stopped process until the process goes on or is killed. */
  public void sleepWhileStopped(Task task) {
    Process process = task.process();
    WaitQueue queue = process.changes();
    while (process.stopSignal() != 0 && !process.exiting()) {
      queue.awaitUninterruptibly(() -> process.stopSignal() == 0 || process.exiting());
    }
    task.recalculateAttention();
  }

  private static void tellOfStop(Process parent, Process child, int code, int signal) {
    if (!parent.actions().get(Signal.SIGCHLD).has(Signal.SA_NOCLDSTOP)) {
      tell(parent, child, Signal.SIGCHLD, code, signal);
    }
    parent.changes().wake();
  }

  private static void tell(Process parent, Process child, int signal, int code, int value) {
    int uid = child.mainTask().credentials().uid();
    SignalSender.toProcess(parent, SigInfo.child(signal, code, child.pid(), uid, value));
  }

  /** si_code of a process's end. */
  public static int endCode(Process process) {
    return process.exitStatus().signaled() ? SigCode.CLD_KILLED : SigCode.CLD_EXITED;
  }

  /** si_status of a process's end. */
  public static int endValue(Process process) {
    ExitStatus status = process.exitStatus();
    return status.signaled() ? status.signal() : status.code();
  }

  /** True when a process has a child that the predicate means. */
  public synchronized boolean hasChild(Process parent, Predicate<Process> meant) {
    return kernel.processes().stream().anyMatch(p -> p.parent() == parent && meant.test(p));
  }

  /** A child that the predicate means and that is a zombie; null when there is none. */
  public synchronized Process findZombie(Process parent, Predicate<Process> meant) {
    for (Process child : kernel.processes()) {
      if (child.parent() == parent && child.zombie() && meant.test(child)) {
        return child;
      }
    }
    return null;
  }

  /** A child that the predicate means and whose state has news; null when there is none. */
  public synchronized Process findChanged(
      Process parent, Predicate<Process> meant, Predicate<Process> news) {
    for (Process child : kernel.processes()) {
      if (child.parent() == parent && !child.zombie() && meant.test(child) && news.test(child)) {
        return child;
      }
    }
    return null;
  }

  /** Takes a zombie out of the tables; false when another thread was faster. */
  public synchronized boolean reap(Process zombie) {
    if (kernel.process(zombie.pid()) != zombie) {
      return false;
    }
    kernel.forget(zombie);
    return true;
  }
}

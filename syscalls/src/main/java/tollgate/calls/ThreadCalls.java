package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.uapi.RobustListHead;
import tollgate.kernel.Task;

/** What thread libraries ask for at start-up: set_tid_address(2), set_robust_list(2) … */
public final class ThreadCalls {
  private static final int MEMBARRIER_QUERY = 0;

  private ThreadCalls() {}

  /** Implements set_tid_address(2). */
  public static long setTidAddress(Task task, long address) {
    task.setClearChildTid(address);
    return task.tid();
  }

  /** Implements set_robust_list(2). */
  public static long setRobustList(Task task, long head, long length) {
    if (length != RobustListHead.SCHEMA.size(task.abi())) {
      throw Errno.EINVAL.failure();
    }
    task.setRobustList(head);
    return 0;
  }

  /** Implements get_robust_list(2). */
  public static long getRobustList(Task task, long pid, long head, long length) {
    Task target = (int) pid == 0 ? task : task.kernel().task((int) pid);
    if (target == null) {
      throw Errno.ESRCH.failure();
    }
    Abi abi = task.abi();
    task.memory().writeWord(abi, length, RobustListHead.SCHEMA.size(abi));
    task.memory().writeWord(abi, head, target.robustList());
    return 0;
  }

  /** Implements membarrier(2): with one processor there is nothing to order. */
  public static long membarrier(Task task, long command, long flags, long cpu) {
    if (flags != 0 || (int) command != MEMBARRIER_QUERY) {
      throw Errno.EINVAL.failure();
    }
    return 0;
  }
}

package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.CloneArgs;
import tollgate.abi.uapi.Sched;
import tollgate.abi.uapi.Signal;
import tollgate.entry.Register;
import tollgate.kernel.Process;
import tollgate.kernel.Task;
import tollgate.kernel.TaskCloner;
import tollgate.sched.WaitQueue;
import tollgate.signal.SigActions;

/** New tasks: fork(2), vfork(2), clone(2), clone3(2). */
public final class CloneCalls {
  private static final long EXIT_SIGNAL = 0xff;

  private static final long NAMESPACES =
      Sched.CLONE_NEWCGROUP
          | Sched.CLONE_NEWIPC
          | Sched.CLONE_NEWNET
          | Sched.CLONE_NEWNS
          | Sched.CLONE_NEWPID
          | Sched.CLONE_NEWUSER
          | Sched.CLONE_NEWUTS;

  private static final long CLONE3_FLAGS = 0x3_ffff_ff00L | Sched.CLONE_NEWTIME;

  private CloneCalls() {}

  /** Implements fork(2). */
  public static long fork(Task task) {
    return create(task, new Request(0, Signal.SIGCHLD, 0, 0, 0, 0));
  }

  /** Implements vfork(2). */
  public static long vfork(Task task) {
    long flags = Sched.CLONE_VM | Sched.CLONE_VFORK;
    return create(task, new Request(flags, Signal.SIGCHLD, 0, 0, 0, 0));
  }

  /** Implements clone(2) with x86-64's order of arguments. */
  public static long clone(
      Task task, long flags, long stack, long parentTid, long childTid, long tls) {
    long kept = flags & 0xffff_ffffL & ~EXIT_SIGNAL;
    int signal = (int) (flags & EXIT_SIGNAL);
    return create(task, new Request(kept, signal, stack, parentTid, childTid, tls));
  }

  /** Implements clone(2) with i386's order of arguments. */
  public static long clone32(
      Task task, long flags, long stack, long parentTid, long tls, long childTid) {
    return clone(task, flags, stack, parentTid, childTid, tls);
  }

  /** Implements clone3(2). */
  public static long clone3(Task task, long address, long size) {
    if (size < Sched.CLONE_ARGS_SIZE_VER0) {
      throw Errno.EINVAL.failure();
    }
    if (size > 4096) {
      throw Errno.E2BIG.failure();
    }
    int known = CloneArgs.SCHEMA.size(task.abi());
    for (long at = known; at < size; at++) {
      if (task.memory().readByte(address + at) != 0) {
        throw Errno.E2BIG.failure();
      }
    }
    StructView view =
        task.view(CloneArgs.SCHEMA).copyIn(task.memory(), address, (int) Math.min(size, known));
    long flags = view.get(CloneArgs.FLAGS);
    long signal = view.get(CloneArgs.EXIT_SIGNAL);
    long stack = view.get(CloneArgs.STACK);
    long stackSize = view.get(CloneArgs.STACK_SIZE);
    boolean threadWithSignal =
        (flags & (Sched.CLONE_THREAD | Sched.CLONE_PARENT)) != 0 && signal != 0;
    if ((flags & ~CLONE3_FLAGS) != 0
        || (flags & (Sched.CLONE_DETACHED | EXIT_SIGNAL & ~Sched.CLONE_NEWTIME)) != 0
        || Long.compareUnsigned(signal, SigActions.SIGNALS) > 0
        || threadWithSignal
        || (stack == 0) != (stackSize == 0)
        || view.get(CloneArgs.SET_TID_SIZE) != 0
        || (flags & Sched.CLONE_INTO_CGROUP) != 0) {
      throw Errno.EINVAL.failure();
    }
    return create(
        task,
        new Request(
            flags,
            (int) signal,
            stack + stackSize,
            view.get(CloneArgs.PARENT_TID),
            view.get(CloneArgs.CHILD_TID),
            view.get(CloneArgs.TLS)));
  }

  private record Request(
      long flags, int signal, long stack, long parentTid, long childTid, long tls) {
    boolean has(long flag) {
      return (flags & flag) != 0;
    }
  }

  private static long create(Task task, Request request) {
    check(request);
    task.leaveGuest();
    Task child = TaskCloner.copy(task, request.flags(), request.stack(), request.signal());
    int id = child.tid();
    if (request.has(Sched.CLONE_SETTLS)) {
      setTls(task, child, request.tls());
    }
    if (request.has(Sched.CLONE_PARENT_SETTID)) {
      task.memory().writeInt(request.parentTid(), id);
    }
    if (request.has(Sched.CLONE_CHILD_SETTID)) {
      child.memory().writeInt(request.childTid(), id);
    }
    if (request.has(Sched.CLONE_CHILD_CLEARTID)) {
      child.setClearChildTid(request.childTid());
    }
    WaitQueue returned = new WaitQueue();
    Process process = child.process();
    if (request.has(Sched.CLONE_VFORK)) {
      process.setVforkParent(returned);
    }
    task.kernel().start(child);
    if (request.has(Sched.CLONE_VFORK)) {
      returned.awaitUninterruptibly(() -> !process.borrowsMemory());
    }
    return id;
  }

  private static void check(Request request) {
    boolean contradicts =
        (request.has(Sched.CLONE_THREAD) && !request.has(Sched.CLONE_SIGHAND))
            || (request.has(Sched.CLONE_SIGHAND) && !request.has(Sched.CLONE_VM))
            || (request.has(Sched.CLONE_FS) && request.has(Sched.CLONE_NEWNS))
            || (request.has(Sched.CLONE_SIGHAND) && request.has(Sched.CLONE_CLEAR_SIGHAND))
            || request.has(Sched.CLONE_PIDFD);
    if (contradicts) {
      throw Errno.EINVAL.failure();
    }
    if (request.has(NAMESPACES)) {
      throw Errno.EPERM.failure();
    }
  }

  private static void setTls(Task task, Task child, long tls) {
    if (task.abi() == Abi.X86_64) {
      child.cpu().set(Register.FS, 0);
      child.cpu().set(Register.FS_BASE, tls);
    } else {
      SegmentCalls.setTls(task, child, tls);
    }
  }
}

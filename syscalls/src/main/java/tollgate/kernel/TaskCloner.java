package tollgate.kernel;

import tollgate.abi.Errno;
import tollgate.abi.uapi.Sched;
import tollgate.entry.Cpu;
import tollgate.entry.Register;
import tollgate.fs.FileTable;
import tollgate.fs.FsContext;
import tollgate.mm.AddressSpace;
import tollgate.signal.AltStack;
import tollgate.signal.SigActions;

/** Makes a task that is a copy of another (kernel/fork.c, copy_process). */
public final class TaskCloner {
  private TaskCloner() {}

  /**
   * Copies the calling task, which stands outside its processor. The copy has no thread yet.
   *
   * @param flags CLONE_* flags, already checked for contradictions
   * @param stack the copy's stack pointer; 0 keeps the caller's
   */
  public static Task copy(Task task, long flags, long stack, int exitSignal) {
    Kernel kernel = task.kernel();
    requireRoom(task);
    boolean thread = (flags & Sched.CLONE_THREAD) != 0;
    int id = kernel.newId();
    Process process = thread ? task.process() : childProcess(task, id, flags, exitSignal);
    AddressSpace space =
        thread
            ? task.memory().acquire()
            : (flags & Sched.CLONE_VM) != 0
                ? task.memory().acquire()
                : task.memory().fork(process.memoryLimits());
    Cpu cpu = task.cpu().create();
    copyRegisters(task.cpu(), cpu);
    cpu.set(Register.RAX, 0);
    if (stack != 0) {
      cpu.set(Register.RSP, stack);
    }
    FileTable files = task.files();
    if ((flags & Sched.CLONE_FILES) != 0) {
      files.acquire();
    } else {
      files = files.copy();
    }
    FsContext fs = (flags & Sched.CLONE_FS) != 0 ? task.fs() : task.fs().copy();
    if (!thread) {
      process.install(task.process().program(), space);
    }
    space.attach(cpu);
    cpu.setPageTable(space.root());
    Task copy = kernel.addTask(process, id, cpu, files, fs, task.credentials());
    copy.setComm(task.comm());
    copy.segments().copyFrom(task.segments(), cpu);
    copySegments(task.cpu(), cpu);
    copy.signals().setBlocked(task.signals().blocked());
    boolean sharesStack = (flags & Sched.CLONE_VM) != 0 && (flags & Sched.CLONE_VFORK) == 0;
    copy.signals().setAltStack(sharesStack ? AltStack.NONE : task.signals().altStack());
    return copy;
  }

  private static Process childProcess(Task task, int id, long flags, int exitSignal) {
    Process mother = task.process();
    SigActions actions =
        (flags & Sched.CLONE_SIGHAND) != 0 ? mother.actions() : mother.actions().copy();
    if ((flags & Sched.CLONE_CLEAR_SIGHAND) != 0) {
      actions.resetForExec();
    }
    Process parent = (flags & Sched.CLONE_PARENT) != 0 ? mother.parent() : mother;
    Process child = new Process(task.kernel(), id, parent, actions, mother.limits().copy());
    child.setExitSignal(exitSignal);
    return child;
  }

  private static void copyRegisters(Cpu from, Cpu to) {
    byte[] floatingPoint = new byte[Cpu.FXSAVE_SIZE];
    from.saveFloatingPoint(floatingPoint, 0);
    to.loadFloatingPoint(floatingPoint, 0);
    for (Register register : Register.values()) {
      if (register.ordinal() <= Register.RFLAGS.ordinal()) {
        to.set(register, from.get(register));
      }
    }
    to.set(Register.CS, from.get(Register.CS));
    to.set(Register.SS, from.get(Register.SS));
    to.set(Register.DS, from.get(Register.DS));
    to.set(Register.ES, from.get(Register.ES));
  }

  /** Selectors of TLS segments can be loaded only when the segments are there. */
  private static void copySegments(Cpu from, Cpu to) {
    to.set(Register.FS, from.get(Register.FS));
    to.set(Register.GS, from.get(Register.GS));
    to.set(Register.FS_BASE, from.get(Register.FS_BASE));
    to.set(Register.GS_BASE, from.get(Register.GS_BASE));
  }

  private static void requireRoom(Task task) {
    long limit = task.process().limits().soft(ResourceLimits.NPROC);
    if (limit >= 0 && task.kernel().taskCount() >= limit) {
      throw Errno.EAGAIN.failure();
    }
  }
}

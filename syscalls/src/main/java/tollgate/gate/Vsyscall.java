package tollgate.gate;

import tollgate.abi.ErrnoException;
import tollgate.calls.TimeCalls;
import tollgate.entry.Cpu;
import tollgate.entry.Register;
import tollgate.kernel.Task;

/**
 * The page at the top of the address space where programs before the vDSO called the kernel
 * (arch/x86/entry/vsyscall/vsyscall_64.c). It can only be executed; a fetch from one of its three
 * addresses is a call, which returns as a function does.
 */
final class Vsyscall {
  /** Where the page lies. */
  static final long ADDRESS = 0xffff_ffff_ff60_0000L;

  private static final int GETTIMEOFDAY = 0;
  private static final int TIME = 0x400;
  private static final int GETCPU = 0x800;

  private final Task task;
  private final Cpu cpu;

  Vsyscall(Task task) {
    this.task = task;
    this.cpu = task.cpu();
  }

  static boolean contains(long address) {
    return (address & ~0xfffL) == ADDRESS;
  }

  /** Makes the call and returns to the caller; false when the guest deserves SIGSEGV instead. */
  boolean call(long address) {
    long stack = cpu.get(Register.RSP);
    if (address != cpu.get(Register.RIP)) {
      return false;
    }
    try {
      long caller = task.memory().readLong(stack);
      task.setAbi(tollgate.abi.Abi.X86_64);
      long rdi = cpu.get(Register.RDI);
      long rsi = cpu.get(Register.RSI);
      long result;
      switch ((int) (address - ADDRESS)) {
        case GETTIMEOFDAY -> result = TimeCalls.gettimeofday(task, rdi, rsi);
        case TIME -> result = TimeCalls.time(task, rdi);
        case GETCPU -> result = TimeCalls.getcpu(task, rdi, rsi, 0);
        default -> {
          return false;
        }
      }
      cpu.set(Register.RAX, result);
      cpu.set(Register.RIP, caller);
      cpu.set(Register.RSP, stack + 8);
      return true;
    } catch (ErrnoException e) {
      return false;
    }
  }
}

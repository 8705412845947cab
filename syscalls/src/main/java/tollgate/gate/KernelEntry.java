package tollgate.gate;

import tollgate.abi.Abi;
import tollgate.abi.ErrnoException;
import tollgate.entry.Cpu;
import tollgate.entry.EntryMechanism;
import tollgate.entry.Register;
import tollgate.entry.TrapHandler;
import tollgate.entry.Vendor;
import tollgate.kernel.Task;
import tollgate.trace.Tracer;

/**
 * The way from user code into the kernel and back, for one task. Each entry instruction has its own
 * few lines: which table, which registers carry the number and the arguments, what the processor
 * and the kernel change (arch/x86/entry/entry_64.S, entry_64_compat.S, syscall_32.c; SDM vol. 2 and
 * APM vol. 3: SYSCALL, SYSENTER, INT n). docs/entry-conventions.md tells the same as prose.
 */
public final class KernelEntry implements TrapHandler {
  /** User code selectors: 64-bit and 32-bit. */
  static final long USER_CS = 0x33;

  static final long USER32_CS = 0x23;

  /** User data selector. */
  static final long USER_DS = 0x2b;

  private final Task task;
  private final Cpu cpu;
  private final Vendor vendor;
  private final CallFrame call = new CallFrame();
  private final CallRunner runner;
  private final ReturnPath returnPath;
  private final Exceptions exceptions;

  /**
   * The entry of one task.
   *
   * @param tracer who is told of calls and signals, or null
   */
  public KernelEntry(Task task, Tracer tracer) {
    this.task = task;
    this.cpu = task.cpu();
    this.vendor = task.kernel().vendor();
    this.returnPath = new ReturnPath(task, tracer);
    this.runner = new CallRunner(task, call, returnPath, tracer);
    this.exceptions = new Exceptions(task, returnPath);
  }

  @Override
  public boolean onEntry(EntryMechanism mechanism) {
    boolean longMode = cpu.get(Register.CS) == USER_CS;
    return switch (mechanism) {
      case SYSCALL -> longMode ? syscall64() : syscall32();
      case INT80 -> int80(longMode);
      case SYSENTER -> sysenter(longMode);
    };
  }

  @Override
  public boolean onException(int vector, int errorCode, long address) {
    return exceptions.raise(vector, errorCode, address);
  }

  /** Finishes outside the processor what could not be finished inside its hook; then signals. */
  public void afterRun() {
    runner.finishDeferred();
    if (task.attention()) {
      returnPath.deliver();
    }
  }

  /**
   * 64-bit syscall: rax; rdi rsi rdx r10 r8 r9. The processor keeps rip in rcx and flags in r11.
   */
  private boolean syscall64() {
    cpu.set(Register.RCX, cpu.get(Register.RIP));
    cpu.set(Register.R11, cpu.get(Register.RFLAGS));
    long rax = cpu.get(Register.RAX);
    call.enter(EntryMechanism.SYSCALL, true, Abi.X86_64, (int) rax);
    call.arguments(
        cpu.get(Register.RDI),
        cpu.get(Register.RSI),
        cpu.get(Register.RDX),
        cpu.get(Register.R10),
        cpu.get(Register.R8),
        cpu.get(Register.R9));
    return runner.run();
  }

  /** int $0x80: eax; low halves of rbx rcx rdx rsi rdi rbp; nothing but rax changes. */
  private boolean int80(boolean longMode) {
    call.enter(EntryMechanism.INT80, longMode, Abi.I386, (int) cpu.get(Register.RAX));
    call.arguments(
        low(Register.RBX),
        low(Register.RCX),
        low(Register.RDX),
        low(Register.RSI),
        low(Register.RDI),
        low(Register.RBP));
    return runner.run();
  }

  /**
   * 32-bit syscall: as int $0x80, but ecx holds the return address, so argument 2 comes in ebp and
   * argument 6 lies on the stack. Intel processors know it in 64-bit code only.
   */
  private boolean syscall32() {
    if (vendor == Vendor.INTEL) {
      cpu.set(Register.RIP, cpu.get(Register.RIP) - 2);
      return exceptions.raise(Exceptions.INVALID_OPCODE, 0, 0);
    }
    long second = low(Register.RBP);
    cpu.set(Register.RCX, second);
    return fastEntry(EntryMechanism.SYSCALL, false);
  }

  /**
   * sysenter: as int $0x80, but ebp holds the stack pointer and argument 6 lies there. AMD
   * processors do not know it in long mode.
   */
  private boolean sysenter(boolean longMode) {
    if (vendor == Vendor.AMD) {
      cpu.set(Register.RIP, cpu.get(Register.RIP) - 2);
      return exceptions.raise(Exceptions.INVALID_OPCODE, 0, 0);
    }
    cpu.set(Register.RSP, low(Register.RBP));
    if (longMode) {
      // The processor forgets the mode it came from: the kernel always returns to 32-bit code.
      cpu.set(Register.CS, USER32_CS);
      cpu.set(Register.SS, USER_DS);
    }
    return fastEntry(EntryMechanism.SYSENTER, longMode);
  }

  /**
   * do_fast_syscall_32: what both 32-bit fast entries share. They return to the vDSO's landing pad.
   */
  private boolean fastEntry(EntryMechanism mechanism, boolean longMode) {
    long landingPad = task.process().program().landingPad();
    cpu.set(Register.RIP, landingPad);
    int number = (int) cpu.get(Register.RAX);
    call.enter(mechanism, longMode, Abi.I386, number);
    long sixth;
    try {
      sixth = Integer.toUnsignedLong(task.memory().readInt(low(Register.RSP)));
    } catch (ErrnoException e) {
      cpu.set(Register.RAX, e.errno().result());
      return returnPath.toUser();
    }
    cpu.set(Register.RBP, sixth);
    call.arguments(
        low(Register.RBX),
        low(Register.RCX),
        low(Register.RDX),
        low(Register.RSI),
        low(Register.RDI),
        sixth);
    boolean goOn = runner.run();
    if (cpu.get(Register.RIP) == landingPad && cpu.get(Register.CS) == USER32_CS) {
      // The kernel goes back by sysretl, which leaves the return address in ecx.
      cpu.set(Register.RCX, landingPad);
    }
    return goOn;
  }

  private long low(Register register) {
    return cpu.get(register) & 0xffff_ffffL;
  }
}

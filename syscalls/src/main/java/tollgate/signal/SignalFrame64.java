package tollgate.signal;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.Field;
import tollgate.abi.GuestMemory;
import tollgate.abi.StructView;
import tollgate.abi.uapi.RtSigframe64;
import tollgate.abi.uapi.Sigcontext64;
import tollgate.abi.uapi.Siginfo;
import tollgate.abi.uapi.Signal;
import tollgate.abi.uapi.Ucontext64;
import tollgate.entry.Cpu;
import tollgate.entry.Register;

/**
 * The frame of an x86-64 handler: return address, ucontext, siginfo, and above them the FXSAVE
 * image (x64_setup_rt_frame in arch/x86/kernel/signal_64.c). This processor has no XSAVE, so the
 * frame has no extended area and UC_FP_XSTATE is clear. One object per task; its thread only.
 */
public final class SignalFrame64 {
  private static final long UC_SIGCONTEXT_SS = 2;
  private static final long UC_STRICT_RESTORE_SS = 4;

  private static final Field[] SAVED = {
    Sigcontext64.AX, Sigcontext64.CX, Sigcontext64.DX, Sigcontext64.BX,
    Sigcontext64.SP, Sigcontext64.BP, Sigcontext64.SI, Sigcontext64.DI,
    Sigcontext64.R8, Sigcontext64.R9, Sigcontext64.R10, Sigcontext64.R11,
    Sigcontext64.R12, Sigcontext64.R13, Sigcontext64.R14, Sigcontext64.R15,
    Sigcontext64.IP,
  };

  private static final Register[] REGISTERS = Register.values();

  private final StructView ucontext = new StructView();
  private final StructView info = new StructView();
  private final byte[] fx = new byte[Cpu.FXSAVE_SIZE];

  /**
   * Writes the frame and points the processor at the handler.
   *
   * <p>EFAULT when the frame cannot be written or the action has no restorer.
   */
  public void push(Cpu cpu, GuestMemory memory, FrameContext context) {
    SigAction action = context.action();
    if (!action.has(Signal.SA_RESTORER)) {
      throw Errno.EFAULT.failure();
    }
    int size = RtSigframe64.SCHEMA.size(Abi.X86_64);
    HandlerStack place = HandlerStack.for64(context, cpu.get(Register.RSP), size);
    long frame = place.frame();
    cpu.saveFloatingPoint(fx, 0);
    memory.write(place.floatingPoint(), fx, 0, fx.length);
    memory.writeLong(frame + offset(RtSigframe64.PRETCODE), action.restorer());
    fillContext(cpu, context, place.floatingPoint());
    ucontext.copyOut(memory, frame + offset(RtSigframe64.UC));
    info.reset(Siginfo.SCHEMA, Abi.X86_64);
    context.info().fill(info);
    info.copyOut(memory, frame + offset(RtSigframe64.INFO));

    cpu.set(Register.RDI, context.info().signal());
    cpu.set(Register.RAX, 0);
    cpu.set(Register.RSI, frame + offset(RtSigframe64.INFO));
    cpu.set(Register.RDX, frame + offset(RtSigframe64.UC));
    cpu.set(Register.RIP, action.handler());
    cpu.set(Register.RSP, frame);
    cpu.set(Register.CS, UserSelectors.USER_CS);
    cpu.set(Register.SS, UserSelectors.USER_DS);
    UserFlags.enterHandler(cpu);
    InitialFloatingPoint.load(cpu);
  }

  private void fillContext(Cpu cpu, FrameContext context, long floatingPoint) {
    ucontext.reset(Ucontext64.SCHEMA, Abi.X86_64);
    ucontext.set(Ucontext64.UC_FLAGS, UC_SIGCONTEXT_SS | UC_STRICT_RESTORE_SS);
    ucontext.set(Ucontext64.SS_SP, context.stack().base());
    ucontext.set(
        Ucontext64.SS_FLAGS,
        context.stack().state(cpu.get(Register.RSP))
            | (context.stack().flags() & AltStack.AUTODISARM));
    ucontext.set(Ucontext64.SS_SIZE, context.stack().size());
    ucontext.set(Ucontext64.UC_SIGMASK, context.mask());
    for (int i = 0; i < SAVED.length; i++) {
      set(SAVED[i], cpu.get(REGISTERS[i]));
    }
    set(Sigcontext64.FLAGS, cpu.get(Register.RFLAGS));
    set(Sigcontext64.CS, cpu.get(Register.CS));
    set(Sigcontext64.SS, cpu.get(Register.SS));
    set(Sigcontext64.ERR, context.errorCode());
    set(Sigcontext64.TRAPNO, context.trapNumber());
    set(Sigcontext64.OLDMASK, context.mask());
    set(Sigcontext64.CR2, context.faultAddress());
    set(Sigcontext64.FPSTATE, floatingPoint);
  }

  private void set(Field field, long value) {
    ucontext.set(Ucontext64.UC_MCONTEXT.dot(field), value);
  }

  /**
   * Restores what the frame below the stack pointer holds, always with the user's stack selector
   * (force_valid_ss); EFAULT when it cannot be read or names code that does not exist.
   */
  public static FrameState pop(Cpu cpu, GuestMemory memory) {
    long frame = cpu.get(Register.RSP) - Abi.X86_64.wordSize();
    StructView uc = new StructView(Ucontext64.SCHEMA, Abi.X86_64);
    uc.copyIn(memory, frame + offset(RtSigframe64.UC));
    StructView sc = new StructView(Sigcontext64.SCHEMA, Abi.X86_64);
    sc.copyIn(memory, frame + offset(RtSigframe64.UC) + Ucontext64.UC_MCONTEXT.offset(Abi.X86_64));
    long code = UserSelectors.code(sc.get(Sigcontext64.CS));
    long floatingPoint = sc.get(Sigcontext64.FPSTATE);
    if (floatingPoint == 0) {
      InitialFloatingPoint.load(cpu);
    } else {
      byte[] image = new byte[Cpu.FXSAVE_SIZE];
      memory.read(floatingPoint, image, 0, image.length);
      cpu.loadFloatingPoint(image, 0);
    }
    cpu.set(Register.CS, code);
    cpu.set(Register.SS, UserSelectors.USER_DS);
    for (int i = 0; i < SAVED.length; i++) {
      cpu.set(REGISTERS[i], sc.get(SAVED[i]));
    }
    UserFlags.restore(cpu, sc.get(Sigcontext64.FLAGS));
    return new FrameState(
        uc.get(Ucontext64.UC_SIGMASK),
        new AltStack(
            uc.get(Ucontext64.SS_SP),
            uc.get(Ucontext64.SS_SIZE),
            (int) uc.get(Ucontext64.SS_FLAGS)));
  }

  private static int offset(Field field) {
    return field.offset(Abi.X86_64);
  }
}

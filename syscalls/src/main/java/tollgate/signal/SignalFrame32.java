package tollgate.signal;

import tollgate.abi.Abi;
import tollgate.abi.Field;
import tollgate.abi.GuestMemory;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Fpstate32;
import tollgate.abi.uapi.RtSigframe32;
import tollgate.abi.uapi.Sigcontext32;
import tollgate.abi.uapi.Sigframe32;
import tollgate.abi.uapi.Siginfo;
import tollgate.abi.uapi.Signal;
import tollgate.abi.uapi.Ucontext32;
import tollgate.entry.Cpu;
import tollgate.entry.Register;

/**
 * The frames of i386 handlers (arch/x86/kernel/signal_32.c): with SA_SIGINFO the real-time frame,
 * else the classic one. Above them lie the FSAVE image and the FXSAVE image. One object per task;
 * its thread only.
 */
public final class SignalFrame32 {

  /** Bytes of the FSAVE part of {@link Fpstate32}: up to and without the FXSAVE image. */
  private static final int FSAVE_SIZE = Fpstate32.FXSR_ENV.offset(Abi.I386);

  /** {@code popl %eax; movl $119,%eax; int $0x80}: what debuggers look for. */
  private static final byte[] RETCODE = {0x58, (byte) 0xb8, 119, 0, 0, 0, (byte) 0xcd, (byte) 0x80};

  /** {@code movl $173,%eax; int $0x80; 0}. */
  private static final byte[] RT_RETCODE = {
    (byte) 0xb8, (byte) 173, 0, 0, 0, (byte) 0xcd, (byte) 0x80, 0
  };

  private static final Field[] SAVED = {
    Sigcontext32.AX, Sigcontext32.CX, Sigcontext32.DX, Sigcontext32.BX,
    Sigcontext32.SP, Sigcontext32.BP, Sigcontext32.SI, Sigcontext32.DI,
  };

  private static final Register[] REGISTERS = Register.values();

  private final StructView context32 = new StructView();
  private final StructView view = new StructView();
  private final byte[] fx = new byte[Cpu.FXSAVE_SIZE];

  /**
   * Writes the frame and points the processor at the handler.
   *
   * @param sigreturn the vDSO's trampoline for the classic frame
   * @param rtSigreturn the vDSO's trampoline for the real-time frame
   */
  public void push(
      Cpu cpu, GuestMemory memory, FrameContext context, long sigreturn, long rtSigreturn) {
    SigAction action = context.action();
    boolean rt = action.has(Signal.SA_SIGINFO);
    boolean legacySwitch =
        !action.has(Signal.SA_RESTORER)
            && !action.has(Signal.SA_ONSTACK)
            && action.restorer() != 0
            && cpu.get(Register.SS) != UserSelectors.USER_DS;
    int size = (rt ? RtSigframe32.SCHEMA : Sigframe32.SCHEMA).size(Abi.I386);
    HandlerStack place =
        HandlerStack.for32(
            context, cpu.get(Register.RSP) & 0xffff_ffffL, size, FSAVE_SIZE, legacySwitch);
    pushFloatingPoint(cpu, memory, place.floatingPoint());
    fillContext(cpu, context, place.floatingPoint());
    long frame = place.frame();
    long restorer =
        action.has(Signal.SA_RESTORER) ? action.restorer() : rt ? rtSigreturn : sigreturn;
    if (rt) {
      pushRt(cpu, memory, context, frame, restorer);
    } else {
      pushClassic(cpu, memory, context, frame, restorer);
    }
    cpu.set(Register.RSP, frame);
    cpu.set(Register.RIP, action.handler());
    cpu.set(Register.RAX, context.info().signal());
    cpu.set(Register.DS, UserSelectors.USER_DS);
    cpu.set(Register.ES, UserSelectors.USER_DS);
    cpu.set(Register.CS, UserSelectors.USER32_CS);
    cpu.set(Register.SS, UserSelectors.USER_DS);
    UserFlags.enterHandler(cpu);
    InitialFloatingPoint.load(cpu);
  }

  private void pushFloatingPoint(Cpu cpu, GuestMemory memory, long at) {
    cpu.saveFloatingPoint(fx, 0);
    view.reset(Fpstate32.SCHEMA, Abi.I386);
    FsaveImage.fromFx(fx, view);
    view.copyOut(memory, at, FSAVE_SIZE);
    memory.write(at + FSAVE_SIZE, fx, 0, fx.length);
  }

  private void fillContext(Cpu cpu, FrameContext context, long floatingPoint) {
    StructView sc = context32.reset(Sigcontext32.SCHEMA, Abi.I386);
    for (int i = 0; i < SAVED.length; i++) {
      sc.set(SAVED[i], cpu.get(REGISTERS[i]));
    }
    sc.set(Sigcontext32.GS, cpu.get(Register.GS));
    sc.set(Sigcontext32.FS, cpu.get(Register.FS));
    sc.set(Sigcontext32.DS, cpu.get(Register.DS));
    sc.set(Sigcontext32.ES, cpu.get(Register.ES));
    sc.set(Sigcontext32.TRAPNO, context.trapNumber());
    sc.set(Sigcontext32.ERR, context.errorCode());
    sc.set(Sigcontext32.IP, cpu.get(Register.RIP));
    sc.set(Sigcontext32.CS, cpu.get(Register.CS));
    sc.set(Sigcontext32.FLAGS, cpu.get(Register.RFLAGS));
    sc.set(Sigcontext32.SP_AT_SIGNAL, cpu.get(Register.RSP));
    sc.set(Sigcontext32.SS, cpu.get(Register.SS));
    sc.set(Sigcontext32.FPSTATE, floatingPoint);
    sc.set(Sigcontext32.OLDMASK, context.mask());
    sc.set(Sigcontext32.CR2, context.faultAddress());
  }

  private void pushRt(
      Cpu cpu, GuestMemory memory, FrameContext context, long frame, long restorer) {
    long infoAt = frame + offset(RtSigframe32.INFO);
    long ucAt = frame + offset(RtSigframe32.UC);
    StructView uc = view.reset(Ucontext32.SCHEMA, Abi.I386);
    uc.set(Ucontext32.SS_SP, context.stack().base());
    uc.set(
        Ucontext32.SS_FLAGS,
        context.stack().state(cpu.get(Register.RSP))
            | (context.stack().flags() & AltStack.AUTODISARM));
    uc.set(Ucontext32.SS_SIZE, context.stack().size());
    uc.setBytes(Ucontext32.UC_MCONTEXT, context32.bytes(), 0, context32.size());
    uc.set(Ucontext32.UC_SIGMASK, context.mask());
    uc.copyOut(memory, ucAt);
    StructView info = view.reset(Siginfo.SCHEMA, Abi.I386);
    context.info().fill(info);
    info.copyOut(memory, infoAt);
    memory.writeInt(frame + offset(RtSigframe32.PRETCODE), (int) restorer);
    memory.writeInt(frame + offset(RtSigframe32.SIG), context.info().signal());
    memory.writeInt(frame + offset(RtSigframe32.PINFO), (int) infoAt);
    memory.writeInt(frame + offset(RtSigframe32.PUC), (int) ucAt);
    memory.write(frame + offset(RtSigframe32.RETCODE), RT_RETCODE, 0, RT_RETCODE.length);
    cpu.set(Register.RDX, infoAt);
    cpu.set(Register.RCX, ucAt);
  }

  private void pushClassic(
      Cpu cpu, GuestMemory memory, FrameContext context, long frame, long restorer) {
    context32.copyOut(memory, frame + offset(Sigframe32.SC));
    memory.writeInt(frame + offset(Sigframe32.EXTRAMASK), (int) (context.mask() >>> 32));
    memory.writeInt(frame + offset(Sigframe32.PRETCODE), (int) restorer);
    memory.writeInt(frame + offset(Sigframe32.SIG), context.info().signal());
    memory.write(frame + offset(Sigframe32.RETCODE), RETCODE, 0, RETCODE.length);
    cpu.set(Register.RDX, 0);
    cpu.set(Register.RCX, 0);
  }

  /** Restores a classic frame, of which the trampoline has popped the signal number. */
  public static FrameState pop(Cpu cpu, GuestMemory memory) {
    long frame = (cpu.get(Register.RSP) & 0xffff_ffffL) - 8;
    long sc = frame + offset(Sigframe32.SC);
    long high = Integer.toUnsignedLong(memory.readInt(frame + offset(Sigframe32.EXTRAMASK)));
    long low = Integer.toUnsignedLong(memory.readInt(sc + Sigcontext32.OLDMASK.offset(Abi.I386)));
    restore(cpu, memory, sc);
    return new FrameState(low | high << 32, null);
  }

  /** Restores a real-time frame. */
  public static FrameState popRt(Cpu cpu, GuestMemory memory) {
    long frame = (cpu.get(Register.RSP) & 0xffff_ffffL) - 4;
    long uc = frame + offset(RtSigframe32.UC);
    StructView u = new StructView(Ucontext32.SCHEMA, Abi.I386).copyIn(memory, uc);
    restore(cpu, memory, uc + offset(Ucontext32.UC_MCONTEXT));
    return new FrameState(
        u.get(Ucontext32.UC_SIGMASK),
        new AltStack(
            u.get(Ucontext32.SS_SP), u.get(Ucontext32.SS_SIZE), (int) u.get(Ucontext32.SS_FLAGS)));
  }

  private static void restore(Cpu cpu, GuestMemory memory, long address) {
    StructView sc = new StructView(Sigcontext32.SCHEMA, Abi.I386).copyIn(memory, address);
    long code = UserSelectors.code(sc.get(Sigcontext32.CS));
    restoreFloatingPoint(cpu, memory, sc.get(Sigcontext32.FPSTATE));
    for (int i = 0; i < SAVED.length; i++) {
      cpu.set(REGISTERS[i], sc.get(SAVED[i]));
    }
    cpu.set(Register.RIP, sc.get(Sigcontext32.IP));
    cpu.set(Register.CS, code);
    cpu.set(Register.SS, UserSelectors.USER_DS);
    UserFlags.restore(cpu, sc.get(Sigcontext32.FLAGS));
    cpu.set(Register.GS, UserSelectors.data(sc.get(Sigcontext32.GS)));
    cpu.set(Register.FS, UserSelectors.data(sc.get(Sigcontext32.FS)));
    cpu.set(Register.DS, UserSelectors.data(sc.get(Sigcontext32.DS)));
    cpu.set(Register.ES, UserSelectors.data(sc.get(Sigcontext32.ES)));
  }

  private static void restoreFloatingPoint(Cpu cpu, GuestMemory memory, long at) {
    if (at == 0) {
      InitialFloatingPoint.load(cpu);
      return;
    }
    StructView fsave = new StructView(Fpstate32.SCHEMA, Abi.I386).copyIn(memory, at, FSAVE_SIZE);
    byte[] image = new byte[Cpu.FXSAVE_SIZE];
    memory.read(at + FSAVE_SIZE, image, 0, image.length);
    FsaveImage.toFx(fsave, image);
    cpu.loadFloatingPoint(image, 0);
  }

  private static int offset(Field field) {
    return field.offset(Abi.I386);
  }
}

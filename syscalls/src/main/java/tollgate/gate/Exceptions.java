package tollgate.gate;

import tollgate.abi.uapi.SigCode;
import tollgate.abi.uapi.Signal;
import tollgate.entry.Cpu;
import tollgate.entry.Register;
import tollgate.kernel.SignalSender;
import tollgate.kernel.Task;
import tollgate.mm.FaultResult;
import tollgate.signal.SigInfo;

/**
 * Processor exceptions in user code and the signals Linux makes of them (arch/x86/kernel/traps.c,
 * arch/x86/mm/fault.c). Page faults that the address space can serve make no signal.
 */
final class Exceptions {
  static final int DIVIDE = 0;
  static final int DEBUG = 1;
  static final int BREAKPOINT = 3;
  static final int INVALID_OPCODE = 6;
  static final int SEGMENT_NOT_PRESENT = 11;
  static final int STACK_SEGMENT = 12;
  static final int PAGE_FAULT = 14;
  static final int X87_ERROR = 16;
  static final int ALIGNMENT = 17;
  static final int SIMD_ERROR = 19;

  /** Bits of a page fault's error code (SDM vol. 3, 4.7). */
  private static final int WRITE = 2;

  private static final int FETCH = 16;
  private static final int PROTECTION = 1;

  private static final long HIGHEST_USER_ADDRESS = 0x7fff_ffff_ffffL;

  private final Task task;
  private final Cpu cpu;
  private final ReturnPath returnPath;
  private final Vsyscall vsyscall;
  private final byte[] floatingPoint = new byte[Cpu.FXSAVE_SIZE];

  Exceptions(Task task, ReturnPath returnPath) {
    this.task = task;
    this.cpu = task.cpu();
    this.returnPath = returnPath;
    this.vsyscall = new Vsyscall(task);
  }

  /** Serves or signals an exception; true when guest code goes on. */
  boolean raise(int vector, int errorCode, long address) {
    if (vector == PAGE_FAULT) {
      return pageFault(errorCode, address);
    }
    task.signals().setTrap(vector, errorCode, task.signals().faultAddress());
    SignalSender.force(task, describe(vector));
    return returnPath.toUser();
  }

  private boolean pageFault(int errorCode, long address) {
    boolean fetch = (errorCode & FETCH) != 0;
    if (fetch && Vsyscall.contains(address) && vsyscall.call(address)) {
      return returnPath.toUser();
    }
    FaultResult result =
        task.memory().fault(cpu, address, (errorCode & WRITE) != 0, fetch, cpu.get(Register.RIP));
    if (result == FaultResult.HANDLED) {
      return !task.attention() || returnPath.toUser();
    }
    boolean kernelHalf = Long.compareUnsigned(address, HIGHEST_USER_ADDRESS) > 0;
    task.signals()
        .setTrap(
            PAGE_FAULT,
            (kernelHalf || result == FaultResult.SEGV_ACCERR)
                ? errorCode | PROTECTION
                : errorCode & ~PROTECTION,
            address);
    SigInfo info =
        switch (result) {
          case BUS_ADRERR -> SigInfo.fault(Signal.SIGBUS, SigCode.BUS_ADRERR, address);
          case SEGV_ACCERR -> SigInfo.fault(Signal.SIGSEGV, SigCode.SEGV_ACCERR, address);
          case OOM -> SigInfo.fromKernel(Signal.SIGKILL);
          default -> SigInfo.fault(Signal.SIGSEGV, SigCode.SEGV_MAPERR, address);
        };
    SignalSender.force(task, info);
    return returnPath.toUser();
  }

  private SigInfo describe(int vector) {
    long here = cpu.get(Register.RIP);
    return switch (vector) {
      case DIVIDE -> SigInfo.fault(Signal.SIGFPE, SigCode.FPE_INTDIV, here);
      case DEBUG -> SigInfo.fault(Signal.SIGTRAP, SigCode.TRAP_TRACE, here);
      case BREAKPOINT -> SigInfo.fromKernel(Signal.SIGTRAP);
      case INVALID_OPCODE -> SigInfo.fault(Signal.SIGILL, SigCode.ILL_ILLOPN, here);
      case SEGMENT_NOT_PRESENT, STACK_SEGMENT -> SigInfo.fromKernel(Signal.SIGBUS);
      case X87_ERROR -> SigInfo.fault(Signal.SIGFPE, x87Code(), here);
      case ALIGNMENT -> SigInfo.fault(Signal.SIGBUS, SigCode.BUS_ADRALN, 0);
      case SIMD_ERROR -> SigInfo.fault(Signal.SIGFPE, simdCode(), here);
      default -> SigInfo.fromKernel(Signal.SIGSEGV);
    };
  }

  /** The unmasked exception of the x87 status word, FXSAVE bytes 0 to 3 (fpu__exception_code). */
  private int x87Code() {
    cpu.saveFloatingPoint(floatingPoint, 0);
    int control = (floatingPoint[0] & 0xff) | (floatingPoint[1] & 0xff) << 8;
    int status = (floatingPoint[2] & 0xff) | (floatingPoint[3] & 0xff) << 8;
    return code(status & ~control);
  }

  /** The unmasked exception of MXCSR, FXSAVE bytes 24 to 27. */
  private int simdCode() {
    cpu.saveFloatingPoint(floatingPoint, 0);
    int mxcsr = (floatingPoint[24] & 0xff) | (floatingPoint[25] & 0xff) << 8;
    return code(mxcsr & ~(mxcsr >> 7));
  }

  private static int code(int raised) {
    if ((raised & 0x01) != 0) {
      return SigCode.FPE_FLTINV;
    }
    if ((raised & 0x04) != 0) {
      return SigCode.FPE_FLTDIV;
    }
    if ((raised & 0x08) != 0) {
      return SigCode.FPE_FLTOVF;
    }
    if ((raised & 0x12) != 0) {
      return SigCode.FPE_FLTUND;
    }
    return (raised & 0x20) != 0 ? SigCode.FPE_FLTRES : SigCode.FPE_FLTUNK;
  }
}

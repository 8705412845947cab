package tollgate.signal;

import tollgate.abi.Abi;
import tollgate.abi.StructView;
import tollgate.abi.uapi.SigCode;
import tollgate.abi.uapi.Siginfo;

/**
 * What a signal carries (siginfo_t). Immutable. The code says which further fields hold, as in
 * sigaction(2).
 */
public final class SigInfo {
  private final int signal;
  private final int code;
  private final int pid;
  private final int uid;
  private final long address;
  private final int status;
  private final long value;
  private final Arm arm;

  /** Which arm of siginfo's union is filled. */
  private enum Arm {
    KILL,
    FAULT,
    CHILD,
    VALUE
  }

  private SigInfo(
      Arm arm, int signal, int code, int pid, int uid, long address, int status, long value) {
    this.arm = arm;
    this.signal = signal;
    this.code = code;
    this.pid = pid;
    this.uid = uid;
    this.address = address;
    this.status = status;
    this.value = value;
  }

  /** A signal sent by a process: kill(2) with SI_USER, tgkill(2) with SI_TKILL. */
  public static SigInfo fromUser(int signal, int code, int pid, int uid) {
    return new SigInfo(Arm.KILL, signal, code, pid, uid, 0, 0, 0);
  }

  /** A signal sent by the kernel without further data: SI_KERNEL. */
  public static SigInfo fromKernel(int signal) {
    return new SigInfo(Arm.KILL, signal, SigCode.SI_KERNEL, 0, 0, 0, 0, 0);
  }

  /** A fault at an address: SIGSEGV, SIGBUS, SIGILL, SIGFPE or SIGTRAP with its code. */
  public static SigInfo fault(int signal, int code, long address) {
    return new SigInfo(Arm.FAULT, signal, code, 0, 0, address, 0, 0);
  }

  /** SIGCHLD, or the signal a child was made with: what became of it. */
  public static SigInfo child(int signal, int code, int pid, int uid, int status) {
    return new SigInfo(Arm.CHILD, signal, code, pid, uid, 0, status, 0);
  }

  /** A queued signal with a value: sigqueue(3), and what rt_sigqueueinfo(2) was given. */
  public static SigInfo queued(int signal, int code, int pid, int uid, long value) {
    return new SigInfo(Arm.VALUE, signal, code, pid, uid, 0, 0, value);
  }

  /** The signal's number, 1 to 64. */
  public int signal() {
    return signal;
  }

  /** si_code. */
  public int code() {
    return code;
  }

  /** Sender or child, where the code says so. */
  public int pid() {
    return pid;
  }

  /** The sender's or child's real user. */
  public int uid() {
    return uid;
  }

  /** The faulting address. */
  public long address() {
    return address;
  }

  /** A child's exit status or signal. */
  public int status() {
    return status;
  }

  /** The value that came along. */
  public long value() {
    return value;
  }

  /** True for the codes of a fault, whose union arm holds an address. */
  public boolean isFault() {
    return arm == Arm.FAULT;
  }

  /** Fills a view of {@link Siginfo#SCHEMA} in the view's ABI. */
  public void fill(StructView view) {
    view.set(Siginfo.SI_SIGNO, signal);
    view.set(Siginfo.SI_ERRNO, 0);
    view.set(Siginfo.SI_CODE, code);
    switch (arm) {
      case FAULT -> view.set(Siginfo.SI_ADDR, address);
      case CHILD -> {
        view.set(Siginfo.SI_PID, pid);
        view.set(Siginfo.SI_UID, uid);
        view.set(Siginfo.SI_STATUS, status);
      }
      case VALUE -> {
        view.set(Siginfo.SI_PID, pid);
        view.set(Siginfo.SI_UID, uid);
        view.set(Siginfo.SI_VALUE, view.abi() == Abi.I386 ? (int) value : value);
      }
      default -> {
        view.set(Siginfo.SI_PID, pid);
        view.set(Siginfo.SI_UID, uid);
      }
    }
  }
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code siginfo_t}: 128 bytes on both ABIs, three ints and a union whose arm follows from the
 * signal and {@link #SI_CODE} (kernel/signal.c, siginfo_layout).
 */
@SuppressWarnings("UnusedVariable") // members that only take their place in the layout
public final class Siginfo {
  private static final String H = "linux/types.h asm/siginfo.h";

  private static final StructSchema.Builder S = StructSchema.struct("siginfo_t", H);
  public static final Field SI_SIGNO = S.field("si_signo", CType.INT);
  public static final Field SI_ERRNO = S.field("si_errno", CType.INT);
  public static final Field SI_CODE = S.field("si_code", CType.INT);
  private static final Field SIFIELDS = S.field("_sifields", Arms.SCHEMA);
  private static final Field PAD = S.field("(pad)", CType.U8.array(80, 96));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  /** Sender of kill(2), of a queued signal, or the child of SIGCHLD. */
  public static final Field SI_PID = SIFIELDS.dot(Arms.KILL).dot(Kill.PID);

  /** Real user id of the sender or the child. */
  public static final Field SI_UID = SIFIELDS.dot(Arms.KILL).dot(Kill.UID);

  /** What sigqueue(3) sent: a pointer or, in its low half, an int. */
  public static final Field SI_VALUE = SIFIELDS.dot(Arms.RT).dot(Rt.SIGVAL);

  /** SI_TIMER: the timer's id. */
  public static final Field SI_TID = SIFIELDS.dot(Arms.TIMER).dot(Timer.TID);

  /** SI_TIMER: missed expirations. */
  public static final Field SI_OVERRUN = SIFIELDS.dot(Arms.TIMER).dot(Timer.OVERRUN);

  /** SI_TIMER: the value given to timer_create(2). */
  public static final Field SI_TIMER_VALUE = SIFIELDS.dot(Arms.TIMER).dot(Timer.SIGVAL);

  /** SIGCHLD: exit status or signal number. */
  public static final Field SI_STATUS = SIFIELDS.dot(Arms.SIGCHLD).dot(Chld.STATUS);

  /** SIGCHLD: user time in clock ticks. */
  public static final Field SI_UTIME = SIFIELDS.dot(Arms.SIGCHLD).dot(Chld.UTIME);

  /** SIGCHLD: system time in clock ticks. */
  public static final Field SI_STIME = SIFIELDS.dot(Arms.SIGCHLD).dot(Chld.STIME);

  /** SIGILL, SIGFPE, SIGSEGV, SIGBUS, SIGTRAP: the faulting address. */
  public static final Field SI_ADDR = SIFIELDS.dot(Arms.SIGFAULT).dot(Fault.ADDR);

  /** BUS_MCEERR_AR and BUS_MCEERR_AO: least significant bit of the address. */
  public static final Field SI_ADDR_LSB = SIFIELDS.dot(Arms.SIGFAULT).dot(Fault.ADDR_LSB);

  /** SEGV_BNDERR: lower bound. */
  public static final Field SI_LOWER = SIFIELDS.dot(Arms.SIGFAULT).dot(Fault.LOWER);

  /** SEGV_BNDERR: upper bound. */
  public static final Field SI_UPPER = SIFIELDS.dot(Arms.SIGFAULT).dot(Fault.UPPER);

  /** SEGV_PKUERR: the protection key. */
  public static final Field SI_PKEY = SIFIELDS.dot(Arms.PKEY_FAULT).dot(PkeyFault.PKEY);

  /** SIGIO: the events, as poll(2) has them. */
  public static final Field SI_BAND = SIFIELDS.dot(Arms.SIGPOLL).dot(Poll.BAND);

  /** SIGIO: the descriptor. */
  public static final Field SI_FD = SIFIELDS.dot(Arms.SIGPOLL).dot(Poll.FD);

  /** SIGSYS: address after the instruction. */
  public static final Field SI_CALL_ADDR = SIFIELDS.dot(Arms.SIGSYS).dot(Sys.CALL_ADDR);

  /** SIGSYS: the call's number. */
  public static final Field SI_SYSCALL = SIFIELDS.dot(Arms.SIGSYS).dot(Sys.SYSCALL);

  /** SIGSYS: AUDIT_ARCH_*. */
  public static final Field SI_ARCH = SIFIELDS.dot(Arms.SIGSYS).dot(Sys.ARCH);

  private Siginfo() {}

  private static StructSchema.Builder arm(String member) {
    return StructSchema.struct("__typeof__(((siginfo_t *)0)->_sifields." + member + ")", H);
  }

  private static final class Kill {
    static final StructSchema.Builder S = arm("_kill");
    static final Field PID = S.field("_pid", CType.S32);
    static final Field UID = S.field("_uid", CType.U32);
    static final StructSchema SCHEMA = S.build();
  }

  private static final class Timer {
    static final StructSchema.Builder S = arm("_timer");
    static final Field TID = S.field("_tid", CType.INT);
    static final Field OVERRUN = S.field("_overrun", CType.INT);
    static final Field SIGVAL = S.field("_sigval.sival_ptr", CType.POINTER);
    static final Field SYS_PRIVATE = S.field("_sys_private", CType.INT);
    static final StructSchema SCHEMA = S.build();
  }

  private static final class Rt {
    static final StructSchema.Builder S = arm("_rt");
    static final Field PID = S.field("_pid", CType.S32);
    static final Field UID = S.field("_uid", CType.U32);
    static final Field SIGVAL = S.field("_sigval.sival_ptr", CType.POINTER);
    static final StructSchema SCHEMA = S.build();
  }

  private static final class Chld {
    static final StructSchema.Builder S = arm("_sigchld");
    static final Field PID = S.field("_pid", CType.S32);
    static final Field UID = S.field("_uid", CType.U32);
    static final Field STATUS = S.field("_status", CType.INT);
    static final Field UTIME = S.field("_utime", CType.LONG);
    static final Field STIME = S.field("_stime", CType.LONG);
    static final StructSchema SCHEMA = S.build();
  }

  /**
   * The union inside it is written out: each arm of it begins with bytes up to its first member.
   */
  private static final class Fault {
    static final StructSchema.Builder S = arm("_sigfault");
    static final Field ADDR = S.field("_addr", CType.POINTER);
    static final Field ADDR_LSB = S.field("_addr_lsb", CType.S16);
    static final Field LOWER = S.field("_addr_bnd._lower", CType.POINTER);
    static final Field UPPER = S.field("_addr_bnd._upper", CType.POINTER);
    static final StructSchema SCHEMA = S.build();
  }

  /** The arm of SEGV_PKUERR in the union inside {@code _sigfault}. */
  private static final class PkeyFault {
    static final StructSchema.Builder S = arm("_sigfault");
    static final Field ADDR = S.field("_addr", CType.POINTER);
    static final Field DUMMY = S.field("_addr_pkey._dummy_pkey", CType.CHAR.array(8, 4));
    static final Field PKEY = S.field("_addr_pkey._pkey", CType.U32);
    static final Field PAD = S.field("(pad)", CType.U8.array(12, 4));
    static final StructSchema SCHEMA = S.build();
  }

  private static final class Poll {
    static final StructSchema.Builder S = arm("_sigpoll");
    static final Field BAND = S.field("_band", CType.LONG);
    static final Field FD = S.field("_fd", CType.INT);
    static final StructSchema SCHEMA = S.build();
  }

  private static final class Sys {
    static final StructSchema.Builder S = arm("_sigsys");
    static final Field CALL_ADDR = S.field("_call_addr", CType.POINTER);
    static final Field SYSCALL = S.field("_syscall", CType.INT);
    static final Field ARCH = S.field("_arch", CType.U32);
    static final StructSchema SCHEMA = S.build();
  }

  private static final class Arms {
    static final StructSchema.Builder S = StructSchema.union("union __sifields", H);
    static final Field KILL = S.field("_kill", Kill.SCHEMA);
    static final Field TIMER = S.field("_timer", Timer.SCHEMA);
    static final Field RT = S.field("_rt", Rt.SCHEMA);
    static final Field SIGCHLD = S.field("_sigchld", Chld.SCHEMA);
    static final Field SIGFAULT = S.field("_sigfault", Fault.SCHEMA);
    static final Field PKEY_FAULT = S.field("_sigfault", PkeyFault.SCHEMA);
    static final Field SIGPOLL = S.field("_sigpoll", Poll.SCHEMA);
    static final Field SIGSYS = S.field("_sigsys", Sys.SCHEMA);
    static final StructSchema SCHEMA = S.build();
  }
}

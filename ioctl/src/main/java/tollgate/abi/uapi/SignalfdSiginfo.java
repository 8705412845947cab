package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct signalfd_siginfo}: 128 bytes read from a signalfd. */
public final class SignalfdSiginfo {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct signalfd_siginfo", "linux/signalfd.h");

  public static final Field SSI_SIGNO = S.field("ssi_signo", CType.U32);
  public static final Field SSI_ERRNO = S.field("ssi_errno", CType.S32);
  public static final Field SSI_CODE = S.field("ssi_code", CType.S32);
  public static final Field SSI_PID = S.field("ssi_pid", CType.U32);
  public static final Field SSI_UID = S.field("ssi_uid", CType.U32);
  public static final Field SSI_FD = S.field("ssi_fd", CType.S32);
  public static final Field SSI_TID = S.field("ssi_tid", CType.U32);
  public static final Field SSI_BAND = S.field("ssi_band", CType.U32);
  public static final Field SSI_OVERRUN = S.field("ssi_overrun", CType.U32);
  public static final Field SSI_TRAPNO = S.field("ssi_trapno", CType.U32);
  public static final Field SSI_STATUS = S.field("ssi_status", CType.S32);
  public static final Field SSI_INT = S.field("ssi_int", CType.S32);
  public static final Field SSI_PTR = S.field("ssi_ptr", CType.U64);
  public static final Field SSI_UTIME = S.field("ssi_utime", CType.U64);
  public static final Field SSI_STIME = S.field("ssi_stime", CType.U64);
  public static final Field SSI_ADDR = S.field("ssi_addr", CType.U64);
  public static final Field SSI_ADDR_LSB = S.field("ssi_addr_lsb", CType.U16);
  public static final Field PAD2 = S.field("__pad2", CType.U16);
  public static final Field SSI_SYSCALL = S.field("ssi_syscall", CType.S32);
  public static final Field SSI_CALL_ADDR = S.field("ssi_call_addr", CType.U64);
  public static final Field SSI_ARCH = S.field("ssi_arch", CType.U32);
  public static final Field PAD = S.field("__pad", CType.U8.array(28));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private SignalfdSiginfo() {}
}

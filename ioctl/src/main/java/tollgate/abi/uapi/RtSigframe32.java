package tollgate.abi.uapi;

import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct rt_sigframe_ia32}: what lies at esp when an SA_SIGINFO handler starts. */
public final class RtSigframe32 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct rt_sigframe_ia32", "kernel.h").only(Abi.I386);

  /** Return address of the handler. */
  public static final Field PRETCODE = S.field("pretcode", CType.POINTER);

  public static final Field SIG = S.field("sig", CType.INT);
  public static final Field PINFO = S.field("pinfo", CType.POINTER);
  public static final Field PUC = S.field("puc", CType.POINTER);
  public static final Field INFO = S.field("info", Siginfo.SCHEMA);
  public static final Field UC = S.field("uc", Ucontext32.SCHEMA);

  /** The bytes of {@code mov $__NR_rt_sigreturn,%eax; int $0x80}, for debuggers. */
  public static final Field RETCODE = S.field("retcode", CType.CHAR.array(8));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private RtSigframe32() {}
}

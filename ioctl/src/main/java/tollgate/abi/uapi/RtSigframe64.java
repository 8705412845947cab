package tollgate.abi.uapi;

import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct rt_sigframe} of x86-64: what lies at rsp when a handler starts. */
public final class RtSigframe64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct rt_sigframe_64", "kernel.h").only(Abi.X86_64);

  /** Return address of the handler: sa_restorer. */
  public static final Field PRETCODE = S.field("pretcode", CType.POINTER);

  public static final Field UC = S.field("uc", Ucontext64.SCHEMA);
  public static final Field INFO = S.field("info", Siginfo.SCHEMA);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private RtSigframe64() {}
}

package tollgate.abi.uapi;

import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sigframe_ia32}: what lies at esp when a handler without SA_SIGINFO starts. */
public final class Sigframe32 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sigframe_ia32", "kernel.h").only(Abi.I386);

  /** Return address of the handler. */
  public static final Field PRETCODE = S.field("pretcode", CType.POINTER);

  public static final Field SIG = S.field("sig", CType.INT);
  public static final Field SC = S.field("sc", Sigcontext32.SCHEMA);
  public static final Field FPSTATE_UNUSED = S.field("fpstate_unused", Fpstate32.SCHEMA);

  /** Signals 33 to 64 of the mask. */
  public static final Field EXTRAMASK = S.field("extramask", CType.U32.array(1));

  /** The bytes of {@code popl %eax; mov $__NR_sigreturn,%eax; int $0x80}, for debuggers. */
  public static final Field RETCODE = S.field("retcode", CType.CHAR.array(8));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Sigframe32() {}
}

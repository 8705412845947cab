package tollgate.abi.uapi;

import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct old_sigaction} of i386's sigaction(2): a mask of 32 signals. */
public final class OldSigaction {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct old_sigaction", "kernel.h").only(Abi.I386);

  public static final Field SA_HANDLER = S.field("sa_handler", CType.POINTER);
  public static final Field SA_MASK = S.field("sa_mask", CType.ULONG);
  public static final Field SA_FLAGS = S.field("sa_flags", CType.ULONG);
  public static final Field SA_RESTORER = S.field("sa_restorer", CType.POINTER);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private OldSigaction() {}
}

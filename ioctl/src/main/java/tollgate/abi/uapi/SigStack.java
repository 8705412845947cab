package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code stack_t} of sigaltstack(2). */
public final class SigStack {
  private static final StructSchema.Builder S = StructSchema.struct("stack_t", "asm/signal.h");

  public static final Field SS_SP = S.field("ss_sp", CType.POINTER);
  public static final Field SS_FLAGS = S.field("ss_flags", CType.INT);
  public static final Field SS_SIZE = S.field("ss_size", CType.ULONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private SigStack() {}
}

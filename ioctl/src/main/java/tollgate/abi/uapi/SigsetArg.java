package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** The block that pselect6(2)'s sixth argument points to. */
public final class SigsetArg {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sigset_argpack", "kernel.h");

  public static final Field P = S.field("p", CType.POINTER);
  public static final Field SIZE = S.field("size", CType.ULONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private SigsetArg() {}
}

package tollgate.abi.uapi;

import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** The block that i386's old select(2) takes. */
public final class SelectArg {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sel_arg_struct", "kernel.h").only(Abi.I386);

  public static final Field N = S.field("n", CType.ULONG);
  public static final Field INP = S.field("inp", CType.POINTER);
  public static final Field OUTP = S.field("outp", CType.POINTER);
  public static final Field EXP = S.field("exp", CType.POINTER);
  public static final Field TVP = S.field("tvp", CType.POINTER);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private SelectArg() {}
}

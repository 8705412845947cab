package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** An entry of the auxiliary vector. */
public final class Auxv {
  private static final StructSchema.Builder S = StructSchema.struct("elf_auxv", "kernel.h");

  public static final Field A_TYPE = S.field("a_type", CType.ULONG);
  public static final Field A_VAL = S.field("a_val", CType.ULONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Auxv() {}
}

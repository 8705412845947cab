package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct ustat} of ustat(2). */
public final class Ustat {
  private static final StructSchema.Builder S = StructSchema.struct("struct ustat", "kernel.h");

  public static final Field F_TFREE = S.field("f_tfree", CType.INT);
  public static final Field F_TINODE = S.field("f_tinode", CType.ULONG);
  public static final Field F_FNAME = S.field("f_fname", CType.CHAR.array(6));
  public static final Field F_FPACK = S.field("f_fpack", CType.CHAR.array(6));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Ustat() {}
}

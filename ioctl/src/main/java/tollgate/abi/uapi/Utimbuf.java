package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct utimbuf} of utime(2). */
public final class Utimbuf {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct utimbuf", "linux/utime.h");

  /** Seconds. */
  public static final Field ACTIME = S.field("actime", CType.LONG);

  /** Seconds. */
  public static final Field MODTIME = S.field("modtime", CType.LONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Utimbuf() {}
}

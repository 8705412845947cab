package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct tms} of times(2), in clock ticks (100 a second). */
public final class Tms {
  private static final StructSchema.Builder S = StructSchema.struct("struct tms", "linux/times.h");

  public static final Field TMS_UTIME = S.field("tms_utime", CType.LONG);
  public static final Field TMS_STIME = S.field("tms_stime", CType.LONG);
  public static final Field TMS_CUTIME = S.field("tms_cutime", CType.LONG);
  public static final Field TMS_CSTIME = S.field("tms_cstime", CType.LONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Tms() {}
}

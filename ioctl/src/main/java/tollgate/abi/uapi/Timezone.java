package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct timezone} of gettimeofday(2) and settimeofday(2). */
public final class Timezone {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct timezone", "linux/time.h");

  public static final Field TZ_MINUTESWEST = S.field("tz_minuteswest", CType.INT);
  public static final Field TZ_DSTTIME = S.field("tz_dsttime", CType.INT);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Timezone() {}
}

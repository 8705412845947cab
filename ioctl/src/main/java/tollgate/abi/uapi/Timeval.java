package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct timeval} as the ABI's {@code long} makes it. */
public final class Timeval {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct __kernel_old_timeval", "linux/time_types.h");

  /** Seconds. */
  public static final Field TV_SEC = S.field("tv_sec", CType.LONG);

  /** 0 to 999,999. */
  public static final Field TV_USEC = S.field("tv_usec", CType.LONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Timeval() {}
}

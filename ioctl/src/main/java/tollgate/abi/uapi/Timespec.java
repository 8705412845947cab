package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code struct timespec} of the calls that follow the ABI's {@code long}: 64-bit on x86-64, 32-bit
 * (old_timespec32) on i386.
 */
public final class Timespec {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct __kernel_old_timespec", "linux/time_types.h");

  /** Seconds. */
  public static final Field TV_SEC = S.field("tv_sec", CType.LONG);

  /** 0 to 999,999,999. */
  public static final Field TV_NSEC = S.field("tv_nsec", CType.LONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Timespec() {}
}

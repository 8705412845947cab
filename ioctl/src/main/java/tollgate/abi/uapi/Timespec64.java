package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code struct __kernel_timespec}: 64-bit on both ABIs, used by i386's {@code _time64} calls,
 * which ignore the upper half of the nanoseconds there.
 */
public final class Timespec64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct __kernel_timespec", "linux/time_types.h");

  /** Seconds. */
  public static final Field TV_SEC = S.field("tv_sec", CType.S64);

  /** 0 to 999,999,999. */
  public static final Field TV_NSEC = S.field("tv_nsec", CType.S64);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Timespec64() {}
}

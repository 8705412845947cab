package tollgate.abi.uapi;

import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct __kernel_itimerspec}: 64-bit on both ABIs. */
public final class Itimerspec64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct __kernel_itimerspec", "linux/time_types.h");

  public static final Field IT_INTERVAL = S.field("it_interval", Timespec64.SCHEMA);
  public static final Field IT_VALUE = S.field("it_value", Timespec64.SCHEMA);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  public static final Field INTERVAL_SEC = IT_INTERVAL.dot(Timespec64.TV_SEC);

  public static final Field INTERVAL_NSEC = IT_INTERVAL.dot(Timespec64.TV_NSEC);

  public static final Field VALUE_SEC = IT_VALUE.dot(Timespec64.TV_SEC);

  public static final Field VALUE_NSEC = IT_VALUE.dot(Timespec64.TV_NSEC);

  private Itimerspec64() {}
}

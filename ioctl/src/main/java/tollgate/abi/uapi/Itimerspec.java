package tollgate.abi.uapi;

import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code struct itimerspec} of timer_settime(2) and timerfd_settime(2) as the ABI's {@code long}
 * makes it.
 */
public final class Itimerspec {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct old_itimerspec", "kernel.h");

  public static final Field IT_INTERVAL = S.field("it_interval", Timespec.SCHEMA);
  public static final Field IT_VALUE = S.field("it_value", Timespec.SCHEMA);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  public static final Field INTERVAL_SEC = IT_INTERVAL.dot(Timespec.TV_SEC);

  public static final Field INTERVAL_NSEC = IT_INTERVAL.dot(Timespec.TV_NSEC);

  public static final Field VALUE_SEC = IT_VALUE.dot(Timespec.TV_SEC);

  public static final Field VALUE_NSEC = IT_VALUE.dot(Timespec.TV_NSEC);

  private Itimerspec() {}
}

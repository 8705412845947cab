package tollgate.abi.uapi;

import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct itimerval} of getitimer(2) and setitimer(2). */
public final class Itimerval {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct __kernel_old_itimerval", "linux/time_types.h");

  public static final Field IT_INTERVAL = S.field("it_interval", Timeval.SCHEMA);
  public static final Field IT_VALUE = S.field("it_value", Timeval.SCHEMA);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  public static final Field INTERVAL_SEC = IT_INTERVAL.dot(Timeval.TV_SEC);

  public static final Field INTERVAL_USEC = IT_INTERVAL.dot(Timeval.TV_USEC);

  public static final Field VALUE_SEC = IT_VALUE.dot(Timeval.TV_SEC);

  public static final Field VALUE_USEC = IT_VALUE.dot(Timeval.TV_USEC);

  private Itimerval() {}
}

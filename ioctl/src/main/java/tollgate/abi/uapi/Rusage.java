package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct rusage} of getrusage(2), wait4(2) and i386's waitid(2). */
public final class Rusage {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct rusage", "linux/resource.h");

  public static final Field RU_UTIME = S.field("ru_utime", Timeval.SCHEMA);
  public static final Field RU_STIME = S.field("ru_stime", Timeval.SCHEMA);

  /** KiB. */
  public static final Field RU_MAXRSS = S.field("ru_maxrss", CType.LONG);

  public static final Field RU_IXRSS = S.field("ru_ixrss", CType.LONG);
  public static final Field RU_IDRSS = S.field("ru_idrss", CType.LONG);
  public static final Field RU_ISRSS = S.field("ru_isrss", CType.LONG);
  public static final Field RU_MINFLT = S.field("ru_minflt", CType.LONG);
  public static final Field RU_MAJFLT = S.field("ru_majflt", CType.LONG);
  public static final Field RU_NSWAP = S.field("ru_nswap", CType.LONG);
  public static final Field RU_INBLOCK = S.field("ru_inblock", CType.LONG);
  public static final Field RU_OUBLOCK = S.field("ru_oublock", CType.LONG);
  public static final Field RU_MSGSND = S.field("ru_msgsnd", CType.LONG);
  public static final Field RU_MSGRCV = S.field("ru_msgrcv", CType.LONG);
  public static final Field RU_NSIGNALS = S.field("ru_nsignals", CType.LONG);
  public static final Field RU_NVCSW = S.field("ru_nvcsw", CType.LONG);
  public static final Field RU_NIVCSW = S.field("ru_nivcsw", CType.LONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  public static final Field UTIME_SEC = RU_UTIME.dot(Timeval.TV_SEC);

  public static final Field UTIME_USEC = RU_UTIME.dot(Timeval.TV_USEC);

  public static final Field STIME_SEC = RU_STIME.dot(Timeval.TV_SEC);

  public static final Field STIME_USEC = RU_STIME.dot(Timeval.TV_USEC);

  private Rusage() {}
}

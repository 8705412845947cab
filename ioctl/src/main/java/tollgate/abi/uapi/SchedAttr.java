package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sched_attr} of sched_setattr(2), extensible by size. */
public final class SchedAttr {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sched_attr", "kernel.h");

  public static final Field SIZE = S.field("size", CType.U32);
  public static final Field SCHED_POLICY = S.field("sched_policy", CType.U32);
  public static final Field SCHED_FLAGS = S.field("sched_flags", CType.U64);
  public static final Field SCHED_NICE = S.field("sched_nice", CType.S32);
  public static final Field SCHED_PRIORITY = S.field("sched_priority", CType.U32);
  public static final Field SCHED_RUNTIME = S.field("sched_runtime", CType.U64);
  public static final Field SCHED_DEADLINE = S.field("sched_deadline", CType.U64);
  public static final Field SCHED_PERIOD = S.field("sched_period", CType.U64);
  public static final Field SCHED_UTIL_MIN = S.field("sched_util_min", CType.U32);
  public static final Field SCHED_UTIL_MAX = S.field("sched_util_max", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private SchedAttr() {}
}

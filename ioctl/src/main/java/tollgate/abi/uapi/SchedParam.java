package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sched_param} of sched_setscheduler(2). */
public final class SchedParam {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sched_param", "linux/sched/types.h");

  public static final Field SCHED_PRIORITY = S.field("sched_priority", CType.INT);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private SchedParam() {}
}

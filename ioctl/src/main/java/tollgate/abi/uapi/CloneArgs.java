package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct clone_args} of clone3(2), extensible by size. */
public final class CloneArgs {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct clone_args", "linux/sched.h");

  public static final Field FLAGS = S.field("flags", CType.ALIGNED_U64);
  public static final Field PIDFD = S.field("pidfd", CType.ALIGNED_U64);
  public static final Field CHILD_TID = S.field("child_tid", CType.ALIGNED_U64);
  public static final Field PARENT_TID = S.field("parent_tid", CType.ALIGNED_U64);
  public static final Field EXIT_SIGNAL = S.field("exit_signal", CType.ALIGNED_U64);
  public static final Field STACK = S.field("stack", CType.ALIGNED_U64);
  public static final Field STACK_SIZE = S.field("stack_size", CType.ALIGNED_U64);
  public static final Field TLS = S.field("tls", CType.ALIGNED_U64);
  public static final Field SET_TID = S.field("set_tid", CType.ALIGNED_U64);
  public static final Field SET_TID_SIZE = S.field("set_tid_size", CType.ALIGNED_U64);
  public static final Field CGROUP = S.field("cgroup", CType.ALIGNED_U64);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private CloneArgs() {}
}

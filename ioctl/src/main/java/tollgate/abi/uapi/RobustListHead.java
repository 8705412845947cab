package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct robust_list_head} of set_robust_list(2). */
public final class RobustListHead {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct robust_list_head", "linux/futex.h");

  public static final Field LIST = S.field("list.next", CType.POINTER);
  public static final Field FUTEX_OFFSET = S.field("futex_offset", CType.LONG);
  public static final Field LIST_OP_PENDING = S.field("list_op_pending", CType.POINTER);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private RobustListHead() {}
}

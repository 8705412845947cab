package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct statx_timestamp}: a time inside {@link Statx}. */
public final class StatxTimestamp {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct statx_timestamp", "kernel.h");

  public static final Field TV_SEC = S.field("tv_sec", CType.S64);
  public static final Field TV_NSEC = S.field("tv_nsec", CType.U32);
  public static final Field RESERVED = S.field("__reserved", CType.S32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private StatxTimestamp() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct futex_waitv} of futex_waitv(2). */
public final class FutexWaitv {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct futex_waitv", "linux/futex.h");

  public static final Field VAL = S.field("val", CType.U64);
  public static final Field UADDR = S.field("uaddr", CType.U64);
  public static final Field FLAGS = S.field("flags", CType.U32);
  public static final Field RESERVED = S.field("__reserved", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private FutexWaitv() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct open_how} of openat2(2), extensible by size. */
public final class OpenHow {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct open_how", "linux/openat2.h");

  public static final Field FLAGS = S.field("flags", CType.U64);
  public static final Field MODE = S.field("mode", CType.U64);
  public static final Field RESOLVE = S.field("resolve", CType.U64);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private OpenHow() {}
}

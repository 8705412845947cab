package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct rlimit64} of prlimit64(2). */
public final class Rlimit64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct rlimit64", "linux/resource.h");

  public static final Field RLIM_CUR = S.field("rlim_cur", CType.U64);
  public static final Field RLIM_MAX = S.field("rlim_max", CType.U64);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Rlimit64() {}
}

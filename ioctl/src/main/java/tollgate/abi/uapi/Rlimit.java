package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code struct rlimit} of getrlimit(2) and setrlimit(2): RLIM_INFINITY is all ones of the ABI's
 * word.
 */
public final class Rlimit {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct rlimit", "linux/resource.h");

  public static final Field RLIM_CUR = S.field("rlim_cur", CType.ULONG);
  public static final Field RLIM_MAX = S.field("rlim_max", CType.ULONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Rlimit() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct flock64} of fcntl64(2) and the F_OFD_ commands on i386. */
public final class Flock64 {
  private static final StructSchema.Builder S = StructSchema.struct("struct flock64", "kernel.h");

  public static final Field L_TYPE = S.field("l_type", CType.S16);
  public static final Field L_WHENCE = S.field("l_whence", CType.S16);
  public static final Field L_START = S.field("l_start", CType.S64);
  public static final Field L_LEN = S.field("l_len", CType.S64);
  public static final Field L_PID = S.field("l_pid", CType.S32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Flock64() {}
}

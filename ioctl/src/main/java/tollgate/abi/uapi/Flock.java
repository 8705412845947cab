package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct flock} of F_GETLK, F_SETLK and F_SETLKW. */
public final class Flock {
  private static final StructSchema.Builder S = StructSchema.struct("struct flock", "asm/fcntl.h");

  public static final Field L_TYPE = S.field("l_type", CType.S16);
  public static final Field L_WHENCE = S.field("l_whence", CType.S16);
  public static final Field L_START = S.field("l_start", CType.LONG);
  public static final Field L_LEN = S.field("l_len", CType.LONG);
  public static final Field L_PID = S.field("l_pid", CType.S32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Flock() {}
}

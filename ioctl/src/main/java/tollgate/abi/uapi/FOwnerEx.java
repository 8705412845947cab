package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct f_owner_ex} of F_SETOWN_EX and F_GETOWN_EX. */
public final class FOwnerEx {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct f_owner_ex", "asm/fcntl.h");

  public static final Field TYPE = S.field("type", CType.INT);
  public static final Field PID = S.field("pid", CType.S32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private FOwnerEx() {}
}

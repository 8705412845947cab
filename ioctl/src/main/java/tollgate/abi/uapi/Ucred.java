package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct ucred} of SO_PEERCRED and SCM_CREDENTIALS. */
public final class Ucred {
  private static final StructSchema.Builder S = StructSchema.struct("struct ucred", "kernel.h");

  public static final Field PID = S.field("pid", CType.U32);
  public static final Field UID = S.field("uid", CType.U32);
  public static final Field GID = S.field("gid", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Ucred() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sockaddr_un}. */
public final class SockaddrUn {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sockaddr_un", "linux/un.h");

  public static final Field SUN_FAMILY = S.field("sun_family", CType.U16);
  public static final Field SUN_PATH = S.field("sun_path", CType.CHAR.array(108));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private SockaddrUn() {}
}

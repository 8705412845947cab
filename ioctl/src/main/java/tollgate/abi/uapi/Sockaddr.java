package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sockaddr}: what all socket addresses begin with. */
public final class Sockaddr {
  private static final StructSchema.Builder S = StructSchema.struct("struct sockaddr", "kernel.h");

  public static final Field SA_FAMILY = S.field("sa_family", CType.U16);
  public static final Field SA_DATA = S.field("sa_data", CType.CHAR.array(14));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Sockaddr() {}
}

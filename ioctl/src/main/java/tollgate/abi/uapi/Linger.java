package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct linger} of SO_LINGER. */
public final class Linger {
  private static final StructSchema.Builder S = StructSchema.struct("struct linger", "kernel.h");

  public static final Field L_ONOFF = S.field("l_onoff", CType.INT);

  /** Seconds. */
  public static final Field L_LINGER = S.field("l_linger", CType.INT);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Linger() {}
}

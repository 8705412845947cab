package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sockaddr_in}. */
public final class SockaddrIn {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sockaddr_in", "linux/in.h");

  public static final Field SIN_FAMILY = S.field("sin_family", CType.U16);

  /** Network byte order. */
  public static final Field SIN_PORT = S.field("sin_port", CType.U16);

  /** Network byte order. */
  public static final Field SIN_ADDR = S.field("sin_addr.s_addr", CType.U32);

  public static final Field PAD = S.field("__pad", CType.U8.array(8));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private SockaddrIn() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sockaddr_in6}. */
public final class SockaddrIn6 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sockaddr_in6", "linux/in6.h");

  public static final Field SIN6_FAMILY = S.field("sin6_family", CType.U16);

  /** Network byte order. */
  public static final Field SIN6_PORT = S.field("sin6_port", CType.U16);

  public static final Field SIN6_FLOWINFO = S.field("sin6_flowinfo", CType.U32);
  public static final Field SIN6_ADDR = S.field("sin6_addr.in6_u.u6_addr8", CType.U8.array(16));
  public static final Field SIN6_SCOPE_ID = S.field("sin6_scope_id", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private SockaddrIn6() {}
}

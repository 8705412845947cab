package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sockaddr_nl}. */
public final class SockaddrNl {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sockaddr_nl", "linux/netlink.h");

  public static final Field NL_FAMILY = S.field("nl_family", CType.U16);
  public static final Field NL_PAD = S.field("nl_pad", CType.U16);
  public static final Field NL_PID = S.field("nl_pid", CType.U32);
  public static final Field NL_GROUPS = S.field("nl_groups", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private SockaddrNl() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct msghdr} of sendmsg(2) and recvmsg(2). */
public final class Msghdr {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct user_msghdr", "kernel.h");

  public static final Field MSG_NAME = S.field("msg_name", CType.POINTER);
  public static final Field MSG_NAMELEN = S.field("msg_namelen", CType.INT);
  public static final Field MSG_IOV = S.field("msg_iov", CType.POINTER);
  public static final Field MSG_IOVLEN = S.field("msg_iovlen", CType.ULONG);
  public static final Field MSG_CONTROL = S.field("msg_control", CType.POINTER);
  public static final Field MSG_CONTROLLEN = S.field("msg_controllen", CType.ULONG);
  public static final Field MSG_FLAGS = S.field("msg_flags", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Msghdr() {}
}

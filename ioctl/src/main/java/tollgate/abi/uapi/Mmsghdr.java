package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct mmsghdr} of sendmmsg(2) and recvmmsg(2). */
public final class Mmsghdr {
  private static final StructSchema.Builder S = StructSchema.struct("struct mmsghdr", "kernel.h");

  public static final Field MSG_HDR = S.field("msg_hdr", Msghdr.SCHEMA);
  public static final Field MSG_LEN = S.field("msg_len", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Mmsghdr() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code struct cmsghdr}: the head of an ancillary message; data and the next head align to the
 * ABI's word.
 */
public final class Cmsghdr {
  private static final StructSchema.Builder S = StructSchema.struct("struct cmsghdr", "kernel.h");

  /** Bytes, this head included. */
  public static final Field CMSG_LEN = S.field("cmsg_len", CType.ULONG);

  public static final Field CMSG_LEVEL = S.field("cmsg_level", CType.INT);
  public static final Field CMSG_TYPE = S.field("cmsg_type", CType.INT);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Cmsghdr() {}
}

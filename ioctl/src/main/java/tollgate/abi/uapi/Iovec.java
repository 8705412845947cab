package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct iovec} of readv(2), writev(2) and their kin. */
public final class Iovec {
  private static final StructSchema.Builder S = StructSchema.struct("struct iovec", "linux/uio.h");

  public static final Field IOV_BASE = S.field("iov_base", CType.POINTER);
  public static final Field IOV_LEN = S.field("iov_len", CType.ULONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Iovec() {}
}

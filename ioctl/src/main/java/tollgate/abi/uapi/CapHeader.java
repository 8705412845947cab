package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct __user_cap_header_struct} of capget(2) and capset(2). */
public final class CapHeader {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct __user_cap_header_struct", "linux/capability.h");

  public static final Field VERSION = S.field("version", CType.U32);
  public static final Field PID = S.field("pid", CType.INT);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private CapHeader() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct __user_cap_data_struct}: one of two since version 3. */
public final class CapData {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct __user_cap_data_struct", "linux/capability.h");

  public static final Field EFFECTIVE = S.field("effective", CType.U32);
  public static final Field PERMITTED = S.field("permitted", CType.U32);
  public static final Field INHERITABLE = S.field("inheritable", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private CapData() {}
}

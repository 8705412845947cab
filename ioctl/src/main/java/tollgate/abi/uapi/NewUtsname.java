package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct new_utsname} of uname(2). */
public final class NewUtsname {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct new_utsname", "linux/utsname.h");

  public static final Field SYSNAME = S.field("sysname", CType.CHAR.array(65));
  public static final Field NODENAME = S.field("nodename", CType.CHAR.array(65));
  public static final Field RELEASE = S.field("release", CType.CHAR.array(65));
  public static final Field VERSION = S.field("version", CType.CHAR.array(65));
  public static final Field MACHINE = S.field("machine", CType.CHAR.array(65));
  public static final Field DOMAINNAME = S.field("domainname", CType.CHAR.array(65));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private NewUtsname() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** The head of {@code struct old_linux_dirent} of i386's readdir(2). */
public final class OldLinuxDirent {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct old_linux_dirent", "kernel.h");

  public static final Field D_INO = S.field("d_ino", CType.ULONG);
  public static final Field D_OFFSET = S.field("d_offset", CType.ULONG);
  public static final Field D_NAMLEN = S.field("d_namlen", CType.U16);
  public static final Field D_NAME = S.field("d_name", CType.CHAR.array(0));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private OldLinuxDirent() {}
}

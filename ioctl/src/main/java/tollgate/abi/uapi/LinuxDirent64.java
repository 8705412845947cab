package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * The head of {@code struct linux_dirent64} of getdents64(2); records are multiples of 8 bytes on
 * both ABIs.
 */
public final class LinuxDirent64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct linux_dirent64", "kernel.h");

  public static final Field D_INO = S.field("d_ino", CType.U64);
  public static final Field D_OFF = S.field("d_off", CType.S64);
  public static final Field D_RECLEN = S.field("d_reclen", CType.U16);
  public static final Field D_TYPE = S.field("d_type", CType.U8);
  public static final Field D_NAME = S.field("d_name", CType.CHAR.array(0));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private LinuxDirent64() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * The head of {@code struct linux_dirent} of getdents(2); the name begins at {@link #D_NAME}, and
 * d_type is the record's last byte.
 */
public final class LinuxDirent {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct linux_dirent", "kernel.h");

  public static final Field D_INO = S.field("d_ino", CType.ULONG);
  public static final Field D_OFF = S.field("d_off", CType.ULONG);

  /** Bytes of the whole record, a multiple of the ABI's word. */
  public static final Field D_RECLEN = S.field("d_reclen", CType.U16);

  public static final Field D_NAME = S.field("d_name", CType.CHAR.array(0));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private LinuxDirent() {}
}

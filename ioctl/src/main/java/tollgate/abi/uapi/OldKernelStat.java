package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code struct __old_kernel_stat} of i386's oldstat(2), oldfstat(2), oldlstat(2): 16-bit fields,
 * EOVERFLOW when they are too small.
 */
public final class OldKernelStat {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct __old_kernel_stat", "asm/stat.h");

  public static final Field ST_DEV = S.field("st_dev", CType.U16);
  public static final Field ST_INO = S.field("st_ino", CType.U16);
  public static final Field ST_MODE = S.field("st_mode", CType.U16);
  public static final Field ST_NLINK = S.field("st_nlink", CType.U16);
  public static final Field ST_UID = S.field("st_uid", CType.U16);
  public static final Field ST_GID = S.field("st_gid", CType.U16);
  public static final Field ST_RDEV = S.field("st_rdev", CType.U16);
  public static final Field ST_SIZE = S.field("st_size", CType.U32, CType.ULONG);

  /** Seconds. */
  public static final Field ST_ATIME = S.field("st_atime", CType.U32, CType.ULONG);

  public static final Field ST_MTIME = S.field("st_mtime", CType.U32, CType.ULONG);
  public static final Field ST_CTIME = S.field("st_ctime", CType.U32, CType.ULONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private OldKernelStat() {}
}

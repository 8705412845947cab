package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct statfs64} of i386's statfs64(2) and fstatfs64(2). */
public final class Statfs64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct statfs64", "asm/statfs.h");

  public static final Field F_TYPE = S.field("f_type", CType.LONG, CType.U32);
  public static final Field F_BSIZE = S.field("f_bsize", CType.LONG, CType.U32);

  /** Units of {@link #F_BSIZE}. */
  public static final Field F_BLOCKS = S.field("f_blocks", CType.U64);

  public static final Field F_BFREE = S.field("f_bfree", CType.U64);
  public static final Field F_BAVAIL = S.field("f_bavail", CType.U64);
  public static final Field F_FILES = S.field("f_files", CType.U64);
  public static final Field F_FFREE = S.field("f_ffree", CType.U64);
  public static final Field F_FSID = S.field("f_fsid.val", CType.S32.array(2));
  public static final Field F_NAMELEN = S.field("f_namelen", CType.LONG, CType.U32);
  public static final Field F_FRSIZE = S.field("f_frsize", CType.LONG, CType.U32);
  public static final Field F_FLAGS = S.field("f_flags", CType.LONG, CType.U32);
  public static final Field F_SPARE = S.field("f_spare", CType.LONG.array(4), CType.U32.array(4));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Statfs64() {}
}

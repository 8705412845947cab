package tollgate.abi.uapi;

import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct stat64} of i386's stat64(2), fstat64(2), lstat64(2) and fstatat64(2). */
public final class Stat64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct stat64", "asm/stat.h").only(Abi.I386);

  public static final Field ST_DEV = S.field("st_dev", CType.U64);
  public static final Field PAD0 = S.field("__pad0", CType.U8.array(4));

  /** The inode number cut to 32 bits; {@link #ST_INO} has all of it. */
  public static final Field ST_INO_LOW = S.field("__st_ino", CType.ULONG);

  public static final Field ST_MODE = S.field("st_mode", CType.U32);
  public static final Field ST_NLINK = S.field("st_nlink", CType.U32);
  public static final Field ST_UID = S.field("st_uid", CType.ULONG);
  public static final Field ST_GID = S.field("st_gid", CType.ULONG);
  public static final Field ST_RDEV = S.field("st_rdev", CType.U64);
  public static final Field PAD3 = S.field("__pad3", CType.U8.array(4));

  /** Bytes. */
  public static final Field ST_SIZE = S.field("st_size", CType.S64);

  public static final Field ST_BLKSIZE = S.field("st_blksize", CType.ULONG);

  /** Units of 512 bytes. */
  public static final Field ST_BLOCKS = S.field("st_blocks", CType.U64);

  /** Seconds. */
  public static final Field ST_ATIME = S.field("st_atime", CType.ULONG);

  public static final Field ST_ATIME_NSEC = S.field("st_atime_nsec", CType.ULONG);
  public static final Field ST_MTIME = S.field("st_mtime", CType.ULONG);
  public static final Field ST_MTIME_NSEC = S.field("st_mtime_nsec", CType.U32);
  public static final Field ST_CTIME = S.field("st_ctime", CType.ULONG);
  public static final Field ST_CTIME_NSEC = S.field("st_ctime_nsec", CType.ULONG);
  public static final Field ST_INO = S.field("st_ino", CType.U64);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Stat64() {}
}

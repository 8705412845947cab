package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code struct stat} of stat(2), fstat(2), lstat(2) and, on x86-64, newfstatat(2): the old short
 * form on i386, where a value that does not fit is the caller's EOVERFLOW (fs/stat.c, cp_new_stat).
 */
public final class Stat {
  private static final StructSchema.Builder S = StructSchema.struct("struct stat", "asm/stat.h");

  /** New dev_t encoding: 8 bits of minor, 12 of major, the rest of minor. */
  public static final Field ST_DEV = S.field("st_dev", CType.ULONG);

  public static final Field ST_INO = S.field("st_ino", CType.ULONG);
  public static final Field ST_NLINK = S.field("st_nlink", CType.ULONG, CType.U16);
  public static final Field ST_MODE = S.field("st_mode", CType.U32, CType.U16);
  public static final Field ST_UID = S.field("st_uid", CType.U32, CType.U16);
  public static final Field ST_GID = S.field("st_gid", CType.U32, CType.U16);
  public static final Field PAD0 = S.field("__pad0", CType.U32, CType.ABSENT);
  public static final Field ST_RDEV = S.field("st_rdev", CType.ULONG);

  /** Bytes; unsigned on i386. */
  public static final Field ST_SIZE = S.field("st_size", CType.LONG, CType.ULONG);

  public static final Field ST_BLKSIZE = S.field("st_blksize", CType.LONG, CType.ULONG);

  /** Units of 512 bytes. */
  public static final Field ST_BLOCKS = S.field("st_blocks", CType.LONG, CType.ULONG);

  /** Seconds. */
  public static final Field ST_ATIME = S.field("st_atime", CType.ULONG);

  public static final Field ST_ATIME_NSEC = S.field("st_atime_nsec", CType.ULONG);
  public static final Field ST_MTIME = S.field("st_mtime", CType.ULONG);
  public static final Field ST_MTIME_NSEC = S.field("st_mtime_nsec", CType.ULONG);
  public static final Field ST_CTIME = S.field("st_ctime", CType.ULONG);
  public static final Field ST_CTIME_NSEC = S.field("st_ctime_nsec", CType.ULONG);
  public static final Field UNUSED = S.field("__unused", CType.LONG.array(3), CType.ABSENT);
  public static final Field UNUSED4 = S.field("__unused4", CType.ABSENT, CType.ULONG);
  public static final Field UNUSED5 = S.field("__unused5", CType.ABSENT, CType.ULONG);

  static {
    S.orderOnI386(
        ST_DEV,
        ST_INO,
        ST_MODE,
        ST_NLINK,
        ST_UID,
        ST_GID,
        ST_RDEV,
        ST_SIZE,
        ST_BLKSIZE,
        ST_BLOCKS,
        ST_ATIME,
        ST_ATIME_NSEC,
        ST_MTIME,
        ST_MTIME_NSEC,
        ST_CTIME,
        ST_CTIME_NSEC,
        UNUSED4,
        UNUSED5);
  }

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Stat() {}
}

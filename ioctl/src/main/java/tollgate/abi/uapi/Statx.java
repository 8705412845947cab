package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct statx} of statx(2), as of Linux 6.18, the same on both ABIs. */
public final class Statx {
  private static final StructSchema.Builder S = StructSchema.struct("struct statx", "kernel.h");

  /** STATX_*: what is filled in. */
  public static final Field STX_MASK = S.field("stx_mask", CType.U32);

  public static final Field STX_BLKSIZE = S.field("stx_blksize", CType.U32);
  public static final Field STX_ATTRIBUTES = S.field("stx_attributes", CType.U64);
  public static final Field STX_NLINK = S.field("stx_nlink", CType.U32);
  public static final Field STX_UID = S.field("stx_uid", CType.U32);
  public static final Field STX_GID = S.field("stx_gid", CType.U32);
  public static final Field STX_MODE = S.field("stx_mode", CType.U16);
  public static final Field SPARE0 = S.field("__spare0", CType.U16.array(1));
  public static final Field STX_INO = S.field("stx_ino", CType.U64);
  public static final Field STX_SIZE = S.field("stx_size", CType.U64);
  public static final Field STX_BLOCKS = S.field("stx_blocks", CType.U64);
  public static final Field STX_ATTRIBUTES_MASK = S.field("stx_attributes_mask", CType.U64);
  public static final Field STX_ATIME = S.field("stx_atime", StatxTimestamp.SCHEMA);
  public static final Field STX_BTIME = S.field("stx_btime", StatxTimestamp.SCHEMA);
  public static final Field STX_CTIME = S.field("stx_ctime", StatxTimestamp.SCHEMA);
  public static final Field STX_MTIME = S.field("stx_mtime", StatxTimestamp.SCHEMA);
  public static final Field STX_RDEV_MAJOR = S.field("stx_rdev_major", CType.U32);
  public static final Field STX_RDEV_MINOR = S.field("stx_rdev_minor", CType.U32);
  public static final Field STX_DEV_MAJOR = S.field("stx_dev_major", CType.U32);
  public static final Field STX_DEV_MINOR = S.field("stx_dev_minor", CType.U32);
  public static final Field STX_MNT_ID = S.field("stx_mnt_id", CType.U64);
  public static final Field STX_DIO_MEM_ALIGN = S.field("stx_dio_mem_align", CType.U32);
  public static final Field STX_DIO_OFFSET_ALIGN = S.field("stx_dio_offset_align", CType.U32);
  public static final Field STX_SUBVOL = S.field("stx_subvol", CType.U64);
  public static final Field STX_ATOMIC_WRITE_UNIT_MIN =
      S.field("stx_atomic_write_unit_min", CType.U32);
  public static final Field STX_ATOMIC_WRITE_UNIT_MAX =
      S.field("stx_atomic_write_unit_max", CType.U32);
  public static final Field STX_ATOMIC_WRITE_SEGMENTS_MAX =
      S.field("stx_atomic_write_segments_max", CType.U32);
  public static final Field STX_DIO_READ_OFFSET_ALIGN =
      S.field("stx_dio_read_offset_align", CType.U32);
  public static final Field STX_ATOMIC_WRITE_UNIT_MAX_OPT =
      S.field("stx_atomic_write_unit_max_opt", CType.U32);
  public static final Field SPARE2 = S.field("__spare2", CType.U32.array(1));
  public static final Field SPARE3 = S.field("__spare3", CType.U64.array(8));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  public static final Field STX_ATIME_SEC = STX_ATIME.dot(StatxTimestamp.TV_SEC);

  public static final Field STX_ATIME_NSEC = STX_ATIME.dot(StatxTimestamp.TV_NSEC);

  public static final Field STX_BTIME_SEC = STX_BTIME.dot(StatxTimestamp.TV_SEC);

  public static final Field STX_BTIME_NSEC = STX_BTIME.dot(StatxTimestamp.TV_NSEC);

  public static final Field STX_CTIME_SEC = STX_CTIME.dot(StatxTimestamp.TV_SEC);

  public static final Field STX_CTIME_NSEC = STX_CTIME.dot(StatxTimestamp.TV_NSEC);

  public static final Field STX_MTIME_SEC = STX_MTIME.dot(StatxTimestamp.TV_SEC);

  public static final Field STX_MTIME_NSEC = STX_MTIME.dot(StatxTimestamp.TV_NSEC);

  private Statx() {}
}

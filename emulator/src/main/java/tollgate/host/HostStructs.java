package tollgate.host;

import tollgate.platform.HostFileSystemStatus;
import tollgate.platform.HostStatus;

/**
 * The structures that the host's C library fills in, with their offsets as the 64-bit Linux ABI has
 * them (linux/stat.h, asm-generic/statfs.h, dirent64 of getdents64(2)); a test proves the offsets
 * against the C compiler.
 */
final class HostStructs {
  static final int STATX_BTIME_MASK = 0x800;
  static final int STATX_BASIC_AND_BTIME = 0xfff;

  static final int STATX_MASK = 0;
  static final int STATX_BLKSIZE = 4;
  static final int STATX_NLINK = 16;
  static final int STATX_UID = 20;
  static final int STATX_GID = 24;
  static final int STATX_MODE = 28;
  static final int STATX_INO = 32;
  static final int STATX_SIZE = 40;
  static final int STATX_BLOCKS = 48;
  static final int STATX_ATIME = 64;
  static final int STATX_BTIME = 80;
  static final int STATX_CTIME = 96;
  static final int STATX_MTIME = 112;
  static final int STATX_RDEV_MAJOR = 128;
  static final int STATX_RDEV_MINOR = 132;
  static final int STATX_DEV_MAJOR = 136;
  static final int STATX_DEV_MINOR = 140;
  static final int TIMESTAMP_NSEC = 8;

  static final int STATFS_TYPE = 0;
  static final int STATFS_BSIZE = 8;
  static final int STATFS_BLOCKS = 16;
  static final int STATFS_BFREE = 24;
  static final int STATFS_BAVAIL = 32;
  static final int STATFS_FILES = 40;
  static final int STATFS_FFREE = 48;
  static final int STATFS_NAMELEN = 64;
  static final int STATFS_FRSIZE = 72;
  static final int STATFS_FLAGS = 80;

  static final int DIRENT_INO = 0;
  static final int DIRENT_RECLEN = 16;
  static final int DIRENT_TYPE = 18;
  static final int DIRENT_NAME = 19;

  private HostStructs() {}

  /** Reads the struct statx in the scratch's structure slot. */
  static void statx(Scratch from, HostStatus into) {
    into.device = device(from.getInt(STATX_DEV_MAJOR), from.getInt(STATX_DEV_MINOR));
    into.rawDevice = device(from.getInt(STATX_RDEV_MAJOR), from.getInt(STATX_RDEV_MINOR));
    into.inode = from.getLong(STATX_INO);
    into.mode = from.getShort(STATX_MODE) & 0xffff;
    into.links = Integer.toUnsignedLong(from.getInt(STATX_NLINK));
    into.uid = from.getInt(STATX_UID);
    into.gid = from.getInt(STATX_GID);
    into.size = from.getLong(STATX_SIZE);
    into.blockSize = Integer.toUnsignedLong(from.getInt(STATX_BLKSIZE));
    into.blocks = from.getLong(STATX_BLOCKS);
    into.accessSeconds = from.getLong(STATX_ATIME);
    into.accessNanos = from.getInt(STATX_ATIME + TIMESTAMP_NSEC);
    into.modificationSeconds = from.getLong(STATX_MTIME);
    into.modificationNanos = from.getInt(STATX_MTIME + TIMESTAMP_NSEC);
    into.changeSeconds = from.getLong(STATX_CTIME);
    into.changeNanos = from.getInt(STATX_CTIME + TIMESTAMP_NSEC);
    boolean born = (from.getInt(STATX_MASK) & STATX_BTIME_MASK) != 0;
    into.birthSeconds = born ? from.getLong(STATX_BTIME) : 0;
    into.birthNanos = born ? from.getInt(STATX_BTIME + TIMESTAMP_NSEC) : 0;
  }

  /** Reads the struct statfs in the scratch's structure slot. */
  static void statfs(Scratch from, HostFileSystemStatus into) {
    into.type = from.getLong(STATFS_TYPE);
    into.blockSize = from.getLong(STATFS_BSIZE);
    into.blocks = from.getLong(STATFS_BLOCKS);
    into.freeBlocks = from.getLong(STATFS_BFREE);
    into.availableBlocks = from.getLong(STATFS_BAVAIL);
    into.files = from.getLong(STATFS_FILES);
    into.freeFiles = from.getLong(STATFS_FFREE);
    into.nameLength = from.getLong(STATFS_NAMELEN);
    into.fragmentSize = from.getLong(STATFS_FRSIZE);
    into.flags = from.getLong(STATFS_FLAGS);
  }

  /** Linux's huge encoding of a device number: minor's low byte, major, minor's rest. */
  static long device(int major, int minor) {
    return (minor & 0xffL) | (major & 0xfffL) << 8 | (minor & 0xffff_ff00L) << 12;
  }

  /** The major number of a device in the huge encoding. */
  static int major(long device) {
    return (int) (device >>> 8) & 0xfff;
  }
}

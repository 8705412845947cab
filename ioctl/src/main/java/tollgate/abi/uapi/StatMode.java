package tollgate.abi.uapi;

/** File types and permission bits of st_mode (include/uapi/linux/stat.h); times of utimensat(2). */
public final class StatMode {
  // Made by tollgate.abi.generate.Generate:
  public static final int STATX_ALL = 0xfff;
  public static final int STATX_ATIME = 0x20;
  public static final int STATX_ATTR_APPEND = 0x20;
  public static final int STATX_ATTR_AUTOMOUNT = 0x1000;
  public static final int STATX_ATTR_COMPRESSED = 0x4;
  public static final int STATX_ATTR_DAX = 0x200000;
  public static final int STATX_ATTR_ENCRYPTED = 0x800;
  public static final int STATX_ATTR_IMMUTABLE = 0x10;
  public static final int STATX_ATTR_MOUNT_ROOT = 0x2000;
  public static final int STATX_ATTR_NODUMP = 0x40;
  public static final int STATX_ATTR_VERITY = 0x100000;
  public static final int STATX_BASIC_STATS = 0x7ff;
  public static final int STATX_BLOCKS = 0x400;
  public static final int STATX_BTIME = 0x800;
  public static final int STATX_CTIME = 0x80;
  public static final int STATX_DIOALIGN = 0x2000;
  public static final int STATX_GID = 0x10;
  public static final int STATX_INO = 0x100;
  public static final int STATX_MNT_ID = 0x1000;
  public static final int STATX_MODE = 0x2;
  public static final int STATX_MTIME = 0x40;
  public static final int STATX_NLINK = 0x4;
  public static final int STATX_SIZE = 0x200;
  public static final int STATX_TYPE = 0x1;
  public static final int STATX_UID = 0x8;
  public static final long STATX__RESERVED = 0x80000000L;
  public static final int S_IFBLK = 060000;
  public static final int S_IFCHR = 020000;
  public static final int S_IFDIR = 040000;
  public static final int S_IFIFO = 010000;
  public static final int S_IFLNK = 0120000;
  public static final int S_IFMT = 0170000;
  public static final int S_IFREG = 0100000;
  public static final int S_IFSOCK = 0140000;
  public static final int S_IRGRP = 040;
  public static final int S_IROTH = 4;
  public static final int S_IRUSR = 0400;
  public static final int S_IRWXG = 070;
  public static final int S_IRWXO = 7;
  public static final int S_IRWXU = 0700;
  public static final int S_ISGID = 02000;
  public static final int S_ISUID = 04000;
  public static final int S_ISVTX = 01000;
  public static final int S_IWGRP = 020;
  public static final int S_IWOTH = 2;
  public static final int S_IWUSR = 0200;
  public static final int S_IXGRP = 010;
  public static final int S_IXOTH = 1;
  public static final int S_IXUSR = 0100;

  // As far as here.

  /** All bits that chmod(2) sets. */
  public static final int PERMISSIONS = 07777;

  /** In place of nanoseconds: the current time. */
  public static final int UTIME_NOW = 0x3fff_ffff;

  /** In place of nanoseconds: leave the time as it is. */
  public static final int UTIME_OMIT = 0x3fff_fffe;

  private StatMode() {}

  public static boolean isDirectory(int mode) {
    return (mode & S_IFMT) == S_IFDIR;
  }

  public static boolean isRegular(int mode) {
    return (mode & S_IFMT) == S_IFREG;
  }

  public static boolean isSymbolicLink(int mode) {
    return (mode & S_IFMT) == S_IFLNK;
  }

  public static boolean isDevice(int mode) {
    return (mode & S_IFMT) == S_IFCHR || (mode & S_IFMT) == S_IFBLK;
  }

  public static boolean isFifo(int mode) {
    return (mode & S_IFMT) == S_IFIFO;
  }

  /** The DT_* value of getdents(2) for a mode. */
  public static int directoryType(int mode) {
    return (mode & S_IFMT) >>> 12;
  }
}

package tollgate.abi.uapi;

/** File types and permission bits of st_mode (include/uapi/linux/stat.h); times of utimensat(2). */
public final class StatMode {
  public static final int S_IFMT = 0170000;
  public static final int S_IFSOCK = 0140000;
  public static final int S_IFLNK = 0120000;
  public static final int S_IFREG = 0100000;
  public static final int S_IFBLK = 0060000;
  public static final int S_IFDIR = 0040000;
  public static final int S_IFCHR = 0020000;
  public static final int S_IFIFO = 0010000;

  public static final int S_ISUID = 04000;
  public static final int S_ISGID = 02000;
  public static final int S_ISVTX = 01000;
  public static final int S_IXGRP = 00010;

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

package tollgate.fs;

import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;

/** The permission check by mode bits and capabilities (fs/namei.c, generic_permission). */
public final class Permission {
  public static final int EXECUTE = 1;
  public static final int WRITE = 2;
  public static final int READ = 4;

  private Permission() {}

  /** Fails with EACCES unless all of {@code wanted} is granted. */
  public static void require(Inode inode, FsCredentials who, int wanted) {
    if (!granted(inode, who, wanted)) {
      throw Errno.EACCES.failure();
    }
  }

  /** True when every bit of {@code wanted} is granted. */
  public static boolean granted(Inode inode, FsCredentials who, int wanted) {
    int mode = inode.mode();
    if (byCapability(mode, who, wanted)) {
      return true;
    }
    FileStatus status = new FileStatus();
    inode.status(status);
    int bits = status.mode;
    if (who.fsuid() == status.uid) {
      bits >>>= 6;
    } else if (who.inGroup(status.gid)) {
      bits >>>= 3;
    }
    return (wanted & ~bits & 7) == 0;
  }

  /** True when the caller owns the inode or has CAP_FOWNER. */
  public static boolean owns(Inode inode, FsCredentials who) {
    if (who.capable(FsCredentials.CAP_FOWNER)) {
      return true;
    }
    FileStatus status = new FileStatus();
    inode.status(status);
    return status.uid == who.fsuid();
  }

  /** Fails with EPERM unless {@link #owns}. */
  public static void requireOwner(Inode inode, FsCredentials who) {
    if (!owns(inode, who)) {
      throw Errno.EPERM.failure();
    }
  }

  private static boolean byCapability(int mode, FsCredentials who, int wanted) {
    if (StatMode.isDirectory(mode)) {
      return who.capable(FsCredentials.CAP_DAC_OVERRIDE)
          || ((wanted & WRITE) == 0 && who.capable(FsCredentials.CAP_DAC_READ_SEARCH));
    }
    if (wanted == READ && who.capable(FsCredentials.CAP_DAC_READ_SEARCH)) {
      return true;
    }
    return ((wanted & EXECUTE) == 0 || (mode & 0111) != 0)
        && who.capable(FsCredentials.CAP_DAC_OVERRIDE);
  }
}

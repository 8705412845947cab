package tollgate.fs;

import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;

/**
 * Changes what an inode says of itself: mounts and permissions are checked in Linux's order
 * (fs/attr.c, fs/open.c). Stateless.
 */
public final class Attributes {
  private Attributes() {}

  /** chmod(2): the owner's; the set-group-id bit needs the group or CAP_FSETID. */
  public static void changeMode(Dentry dentry, int mode, FsCredentials who) {
    requireWritable(dentry);
    Inode inode = dentry.inode();
    if (StatMode.isSymbolicLink(inode.mode())) {
      throw Errno.EOPNOTSUPP.failure();
    }
    FileStatus status = status(inode);
    requireOwner(status, who);
    int bits = mode & StatMode.PERMISSIONS;
    if (!who.inGroup(status.gid) && !who.capable(FsCredentials.CAP_FSETID)) {
      bits &= ~StatMode.S_ISGID;
    }
    inode.changeMode(bits);
  }

  /** chown(2): -1 leaves an id; executables lose their set-id bits. */
  public static void changeOwner(Dentry dentry, int uid, int gid, FsCredentials who) {
    requireWritable(dentry);
    Inode inode = dentry.inode();
    FileStatus status = status(inode);
    boolean mayAll = who.capable(FsCredentials.CAP_CHOWN);
    boolean isOwner = who.fsuid() == status.uid;
    if (uid != -1 && !mayAll && !(isOwner && uid == status.uid)) {
      throw Errno.EPERM.failure();
    }
    if (gid != -1 && !mayAll && !(isOwner && (gid == status.gid || who.inGroup(gid)))) {
      throw Errno.EPERM.failure();
    }
    inode.changeOwner(uid, gid);
    if (!StatMode.isDirectory(status.mode) && !StatMode.isSymbolicLink(status.mode)) {
      dropSetId(inode, status.mode);
    }
  }

  private static void dropSetId(Inode inode, int mode) {
    int kept = mode & ~StatMode.S_ISUID;
    if ((mode & StatMode.S_IXGRP) != 0) {
      kept &= ~StatMode.S_ISGID;
    }
    if (kept != mode) {
      inode.changeMode(kept & StatMode.PERMISSIONS);
    }
  }

  /** utimensat(2); nanoseconds are checked by the caller. */
  public static void changeTimes(
      Dentry dentry,
      long accessSeconds,
      int accessNanos,
      long modSeconds,
      int modNanos,
      FsCredentials who) {
    requireWritable(dentry);
    Inode inode = dentry.inode();
    if (!Permission.owns(inode, who)) {
      if (accessNanos != StatMode.UTIME_NOW || modNanos != StatMode.UTIME_NOW) {
        throw Errno.EPERM.failure();
      }
      Permission.require(inode, who, Permission.WRITE);
    }
    inode.changeTimes(accessSeconds, accessNanos, modSeconds, modNanos);
  }

  /** truncate(2): a writable regular file on a writable mount. */
  public static void truncate(Dentry dentry, long size, FsCredentials who) {
    Inode inode = dentry.inode();
    if (StatMode.isDirectory(inode.mode())) {
      throw Errno.EISDIR.failure();
    }
    if (!StatMode.isRegular(inode.mode())) {
      throw Errno.EINVAL.failure();
    }
    requireWritable(dentry);
    Permission.require(inode, who, Permission.WRITE);
    inode.truncate(size);
  }

  /** Fails with EROFS on a read-only mount. */
  public static void requireWritable(Dentry dentry) {
    if (dentry.mount() != null && dentry.mount().readOnly()) {
      throw Errno.EROFS.failure();
    }
  }

  private static FileStatus status(Inode inode) {
    FileStatus status = new FileStatus();
    inode.status(status);
    return status;
  }

  private static void requireOwner(FileStatus status, FsCredentials who) {
    if (status.uid != who.fsuid() && !who.capable(FsCredentials.CAP_FOWNER)) {
      throw Errno.EPERM.failure();
    }
  }
}

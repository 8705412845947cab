package tollgate.fs;

import tollgate.abi.Errno;
import tollgate.mm.PageSource;

/**
 * A file of any type in some file system. Operations that a type does not have fail as Linux's do
 * when the inode's operation is missing: ENOTDIR, EINVAL, EPERM. Names are Strings of bytes
 * (ISO-8859-1), never empty, ".", ".." or with a slash or NUL, but maybe longer than the file
 * system takes (ENAMETOOLONG). Permission checks are made by the Vfs, not here; read-only mounts
 * too. Safe for all threads.
 */
public abstract class Inode {
  private volatile FileLocks locks;

  /** The file system this inode belongs to. */
  public abstract FileSystem fileSystem();

  /** Fills in what stat(2) reports. */
  public abstract void status(FileStatus into);

  /** Type and permission bits (S_IFMT | 07777). */
  public abstract int mode();

  /** Identity within the file system: stat's st_ino. */
  public abstract long number();

  /**
   * Opens the file for I/O.
   *
   * @param dentry where it was found, kept by the result for /proc/self/fd and fchdir
   * @param flags open(2) flags as the guest gave them, O_CREAT, O_EXCL and O_TRUNC already done
   */
  public abstract OpenFile open(Dentry dentry, int flags);

  /** Finds an entry of a directory; null when there is none. */
  public Inode lookup(String name) {
    throw Errno.ENOTDIR.failure();
  }

  /** True when both stand for one file; an inode that is made anew by each lookup overrides it. */
  public boolean isSame(Inode other) {
    return this == other;
  }

  /** True when names found here may change behind our back: each walk then asks again. */
  public boolean volatileNames() {
    return false;
  }

  /**
   * Creates a regular file, fifo, socket or device node and returns it; EEXIST when the name is
   * taken.
   */
  public Inode create(String name, int mode, int uid, int gid, long rawDevice) {
    throw Errno.EPERM.failure();
  }

  /** Opens a new regular file on this file system that has no name: O_TMPFILE. */
  public OpenFile openNameless(Dentry directory, int flags, int mode, int uid, int gid) {
    throw Errno.EOPNOTSUPP.failure();
  }

  /** Creates a directory. */
  public Inode makeDirectory(String name, int mode, int uid, int gid) {
    throw Errno.EPERM.failure();
  }

  /** Creates a symbolic link. */
  public Inode makeSymbolicLink(String name, String target, int uid, int gid) {
    throw Errno.EPERM.failure();
  }

  /** Makes another name for {@code target}, an inode of the same file system. */
  public void link(String name, Inode target) {
    throw Errno.EPERM.failure();
  }

  /** Removes a name that is not a directory. */
  public void unlink(String name) {
    throw Errno.EPERM.failure();
  }

  /** Removes an empty directory; ENOTEMPTY otherwise. */
  public void removeDirectory(String name) {
    throw Errno.EPERM.failure();
  }

  /**
   * Moves an entry of this directory to another directory of the same file system.
   *
   * @param flags RENAME_NOREPLACE, RENAME_EXCHANGE or 0
   */
  public void rename(String name, Inode toDirectory, String toName, int flags) {
    throw Errno.EPERM.failure();
  }

  /** The target of a symbolic link. */
  public String readLink() {
    throw Errno.EINVAL.failure();
  }

  /**
   * Where a magic link leads (/proc/self/exe, /proc/self/fd/N): a place to jump to whatever the
   * text of the link says; null for ordinary links.
   */
  public Dentry followMagic() {
    return null;
  }

  /** Sets the permission bits (07777). */
  public void changeMode(int mode) {
    throw Errno.EPERM.failure();
  }

  /** Sets owner and group; -1 leaves one as it is. */
  public void changeOwner(int uid, int gid) {
    throw Errno.EPERM.failure();
  }

  /** Sets times; nanoseconds may be UTIME_NOW (0x3fffffff) or UTIME_OMIT (0x3ffffffe). */
  public void changeTimes(long accessSeconds, int accessNanos, long modSeconds, int modNanos) {
    throw Errno.EPERM.failure();
  }

  /** Sets the size of a regular file. */
  public void truncate(long size) {
    throw Errno.EINVAL.failure();
  }

  /**
   * The pages of this file for memory mappings, the same object for all mappings; ENODEV if none.
   */
  public PageSource pages() {
    throw Errno.ENODEV.failure();
  }

  /** The locks that processes hold on this file: flock(2) and fcntl(2). */
  public final FileLocks locks() {
    FileLocks known = locks;
    if (known == null) {
      synchronized (this) {
        known = locks;
        if (known == null) {
          known = new FileLocks();
          locks = known;
        }
      }
    }
    return known;
  }

  /** The locks if there ever were any, else null. */
  public final FileLocks locksIfAny() {
    return locks;
  }
}

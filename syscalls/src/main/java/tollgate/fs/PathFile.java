package tollgate.fs;

import tollgate.abi.uapi.Fcntl;

/** A descriptor opened with O_PATH: a place, without I/O. */
final class PathFile extends OpenFile {
  private static final int KEPT = Fcntl.O_PATH | Fcntl.O_DIRECTORY | Fcntl.O_NOFOLLOW;

  PathFile(Dentry dentry, int flags) {
    super(dentry, flags & KEPT);
  }
}

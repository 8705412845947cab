package tollgate.fs.tmp;

import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;

/** A symbolic link in memory. */
final class TmpSymlink extends TmpInode {
  private final String target;

  TmpSymlink(TmpFs fileSystem, String target, int uid, int gid) {
    super(fileSystem, StatMode.S_IFLNK | 0777, uid, gid);
    this.target = target;
  }

  @Override
  long size() {
    return target.length();
  }

  @Override
  public String readLink() {
    return target;
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    throw Errno.ELOOP.failure();
  }
}

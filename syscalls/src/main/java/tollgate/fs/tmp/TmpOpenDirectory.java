package tollgate.fs.tmp;

import tollgate.abi.Errno;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.Dentry;
import tollgate.fs.DirectorySink;
import tollgate.fs.OpenFile;

/** An open directory in memory. */
final class TmpOpenDirectory extends OpenFile {
  private final TmpDirectory directory;

  TmpOpenDirectory(Dentry dentry, int flags, TmpDirectory directory) {
    super(dentry, flags);
    this.directory = directory;
  }

  @Override
  public long readAt(IovIter to, long offset) {
    throw Errno.EISDIR.failure();
  }

  @Override
  public boolean seekable() {
    return true;
  }

  @Override
  public long seek(long offset, int whence) {
    synchronized (this) {
      long target =
          switch (whence) {
            case Fcntl.SEEK_SET -> offset;
            case Fcntl.SEEK_CUR -> position + offset;
            default -> throw Errno.EINVAL.failure();
          };
      if (target < 0) {
        throw Errno.EINVAL.failure();
      }
      position = target;
      return target;
    }
  }

  @Override
  public void readDirectory(DirectorySink sink) {
    synchronized (this) {
      position = directory.list(position, sink);
    }
    directory.touchAccessed();
  }

  @Override
  public void sync(boolean dataOnly) {}

  @Override
  protected void close() {
    directory.opens(-1);
  }
}

package tollgate.fs.tmp;

import tollgate.abi.Errno;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;

/** An open regular file in memory. */
final class TmpOpenFile extends OpenFile {
  private final TmpFile file;

  TmpOpenFile(Dentry dentry, int flags, TmpFile file) {
    super(dentry, flags);
    this.file = file;
  }

  @Override
  public long readAt(IovIter to, long offset) {
    if (to.remaining() == 0) {
      return 0;
    }
    long done = file.read(to, offset);
    if ((flags() & Fcntl.O_NOATIME) == 0) {
      file.touchAccessed();
    }
    return done;
  }

  @Override
  public long write(IovIter from) {
    if ((flags() & Fcntl.O_APPEND) == 0) {
      return super.write(from);
    }
    synchronized (this) {
      long end = file.size();
      long done = writeAt(from, end);
      if (done > 0) {
        position = end + done;
      }
      return done;
    }
  }

  @Override
  public long writeAt(IovIter from, long offset) {
    if (from.remaining() == 0) {
      return 0;
    }
    long done = file.write(from, (flags() & Fcntl.O_APPEND) != 0 ? file.size() : offset);
    file.touchModified();
    return done;
  }

  @Override
  public boolean seekable() {
    return true;
  }

  @Override
  public long seek(long offset, int whence) {
    synchronized (this) {
      position = target(offset, whence);
      return position;
    }
  }

  private long target(long offset, int whence) {
    long base =
        switch (whence) {
          case Fcntl.SEEK_SET -> 0;
          case Fcntl.SEEK_CUR -> position;
          case Fcntl.SEEK_END -> file.size();
          case Fcntl.SEEK_DATA, Fcntl.SEEK_HOLE -> {
            long found = file.data().seek(offset, whence == Fcntl.SEEK_DATA);
            if (found < 0) {
              throw Errno.ENXIO.failure();
            }
            yield found - offset;
          }
          default -> throw Errno.EINVAL.failure();
        };
    long sum = base + offset;
    if (sum < 0) {
      throw (base > 0 && offset > 0 ? Errno.EOVERFLOW : Errno.EINVAL).failure();
    }
    return sum;
  }

  @Override
  public void sync(boolean dataOnly) {}

  @Override
  public void allocate(int mode, long offset, long length) {
    long end = offset + length;
    switch (mode) {
      case 0 -> {
        file.data().allocate(offset, end);
        file.data().extend(end);
      }
      case Fcntl.FALLOC_FL_KEEP_SIZE -> file.data().allocate(offset, end);
      case Fcntl.FALLOC_FL_PUNCH_HOLE | Fcntl.FALLOC_FL_KEEP_SIZE -> file.punch(offset, end);
      default -> throw Errno.EOPNOTSUPP.failure();
    }
    file.touchModified();
  }

  @Override
  protected void close() {
    file.opens(-1);
  }
}

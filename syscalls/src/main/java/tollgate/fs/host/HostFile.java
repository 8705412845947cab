package tollgate.fs.host;

import tollgate.abi.Errno;
import tollgate.abi.IovIter;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.mm.MappedPages;
import tollgate.platform.HostFiles;
import tollgate.platform.TransferBuffer;

/** An open regular file of the host. Reads and writes go straight to it. */
final class HostFile extends OpenFile {
  private static final int O_APPEND = 0x400;
  private static final int SEEK_SET = 0;
  private static final int SEEK_CUR = 1;
  private static final int SEEK_END = 2;
  private static final int SEEK_DATA = 3;
  private static final int SEEK_HOLE = 4;

  private final HostFiles files;
  private final HostInode inode;
  private final int descriptor;

  HostFile(Dentry dentry, int flags, HostInode inode, int descriptor) {
    super(dentry, flags);
    this.files = inode.files();
    this.inode = inode;
    this.descriptor = descriptor;
  }

  int descriptor() {
    return descriptor;
  }

  @Override
  public void setFlags(int flags) {
    int changed = flags ^ flags();
    super.setFlags(flags);
    if ((changed & O_APPEND) != 0) {
      files.setStatusFlags(descriptor, flags & O_APPEND);
    }
  }

  @Override
  public long readAt(IovIter to, long offset) {
    MappedPages mapped = inode.mappings();
    if (mapped != null) {
      mapped.writeBack(offset, to.remaining());
    }
    byte[] buffer = TransferBuffer.current();
    long done = 0;
    while (to.remaining() > 0) {
      int part = (int) Math.min(to.remaining(), buffer.length);
      long got = files.read(descriptor, buffer, 0, part, offset + done);
      if (got <= 0) {
        return partial(done, got);
      }
      int copied = to.copyTo(buffer, 0, (int) got);
      done += copied;
      if (copied < got) {
        return partial(done, Errno.EFAULT.result());
      }
      if (got < part) {
        break;
      }
    }
    return done;
  }

  @Override
  public long write(IovIter from) {
    if ((flags() & O_APPEND) == 0) {
      return super.write(from);
    }
    synchronized (this) {
      long done = transfer(from, -1); // the host appends, whoever else writes
      position = files.seek(descriptor, 0, SEEK_CUR);
      return done;
    }
  }

  @Override
  public long writeAt(IovIter from, long offset) {
    return transfer(from, offset);
  }

  private long transfer(IovIter from, long offset) {
    MappedPages mapped = inode.mappings();
    if (mapped == null) {
      return transferUnmapped(from, offset);
    }
    long start = offset < 0 ? inode.fileSystem().statusOf(descriptor).size : offset;
    long length = from.remaining();
    mapped.writeBack(start, length);
    try {
      return transferUnmapped(from, offset);
    } finally {
      mapped.changed(start, length);
    }
  }

  private long transferUnmapped(IovIter from, long offset) {
    byte[] buffer = TransferBuffer.current();
    long done = 0;
    while (from.remaining() > 0) {
      int part = (int) Math.min(from.remaining(), buffer.length);
      int copied = from.copyFrom(buffer, 0, part);
      if (copied == 0) {
        return partial(done, Errno.EFAULT.result());
      }
      long put = files.write(descriptor, buffer, 0, copied, offset < 0 ? -1 : offset + done);
      if (put < 0) {
        return partial(done, put);
      }
      done += put;
      if (put < part) {
        break;
      }
    }
    return done;
  }

  /** What a transfer reports that ended early: the bytes moved, or the error if there are none. */
  private static long partial(long done, long result) {
    return done > 0 ? done : Errno.check(result);
  }

  @Override
  public long seek(long offset, int whence) {
    synchronized (this) {
      long target =
          switch (whence) {
            case SEEK_SET -> offset;
            case SEEK_CUR -> position + offset;
            case SEEK_END -> inode.fileSystem().statusOf(descriptor).size + offset;
            case SEEK_DATA, SEEK_HOLE -> Errno.check(files.seek(descriptor, offset, whence));
            default -> throw Errno.EINVAL.failure();
          };
      if (target < 0) {
        throw (offset > 0 && whence != SEEK_SET ? Errno.EOVERFLOW : Errno.EINVAL).failure();
      }
      position = target;
      return target;
    }
  }

  @Override
  public boolean seekable() {
    return true;
  }

  @Override
  public void sync(boolean dataOnly) {
    Errno.check(files.sync(descriptor, dataOnly));
  }

  @Override
  public void allocate(int mode, long offset, long length) {
    Errno.check(files.allocate(descriptor, mode, offset, length));
  }

  @Override
  protected void close() {
    inode.closed(this, descriptor);
  }
}

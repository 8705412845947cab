package tollgate.fs.host;

import tollgate.abi.Errno;
import tollgate.fs.Dentry;
import tollgate.fs.DirectorySink;
import tollgate.fs.OpenFile;
import tollgate.platform.HostFiles.HostEntry;

/**
 * An open host directory. The entries are read once from the start and again after a rewind, so a
 * listing in pieces is consistent; the position counts entries.
 */
final class HostDirectory extends OpenFile {
  private static final int SEEK_SET = 0;
  private static final int SEEK_CUR = 1;

  private final HostInode inode;
  private final int descriptor;
  private HostEntry[] entries;

  HostDirectory(Dentry dentry, int flags, HostInode inode, int descriptor) {
    super(dentry, flags);
    this.inode = inode;
    this.descriptor = descriptor;
  }

  @Override
  public synchronized void readDirectory(DirectorySink sink) {
    if (entries == null || position == 0) {
      int[] error = new int[1];
      entries = inode.files().list(descriptor, error);
      Errno.check(error[0]);
    }
    while (position < entries.length) {
      HostEntry entry = entries[(int) position];
      if (!sink.entry(entry.name(), entry.inode(), entry.type(), position + 1)) {
        return;
      }
      position++;
    }
  }

  @Override
  public synchronized long seek(long offset, int whence) {
    long target =
        switch (whence) {
          case SEEK_SET -> offset;
          case SEEK_CUR -> position + offset;
          default -> throw Errno.EINVAL.failure();
        };
    if (target < 0) {
      throw Errno.EINVAL.failure();
    }
    position = target;
    return target;
  }

  @Override
  public boolean seekable() {
    return true;
  }

  @Override
  public long readAt(tollgate.abi.IovIter to, long offset) {
    throw Errno.EISDIR.failure();
  }

  @Override
  public void sync(boolean dataOnly) {
    Errno.check(inode.files().sync(descriptor, dataOnly));
  }

  @Override
  protected void close() {
    inode.closed(this, descriptor);
  }
}

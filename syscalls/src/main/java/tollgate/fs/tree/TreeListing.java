package tollgate.fs.tree;

import java.util.ArrayList;
import java.util.List;
import tollgate.abi.Errno;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.DirectorySink;
import tollgate.fs.OpenFile;

/**
 * An open directory of a generated tree. The names are taken when the listing starts; an entry that
 * went meanwhile is left out. The position counts entries.
 */
final class TreeListing extends OpenFile {
  private final TreeDirectory directory;
  private List<String> names;

  TreeListing(Dentry dentry, int flags, TreeDirectory directory) {
    super(dentry, flags);
    this.directory = directory;
  }

  @Override
  public synchronized void readDirectory(DirectorySink sink) {
    if (names == null || position == 0) {
      names = new ArrayList<>(List.of(".", ".."));
      directory.list(names::add);
    }
    for (; position < names.size(); position++) {
      String name = names.get((int) position);
      TreeInode inode = position < 2 ? directory : directory.lookup(name);
      if (inode != null
          && !sink.entry(
              name, inode.number(), StatMode.directoryType(inode.mode()), position + 1)) {
        return;
      }
    }
  }

  @Override
  public synchronized long seek(long offset, int whence) {
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

  @Override
  public boolean seekable() {
    return true;
  }

  @Override
  public long readAt(IovIter to, long offset) {
    throw Errno.EISDIR.failure();
  }
}

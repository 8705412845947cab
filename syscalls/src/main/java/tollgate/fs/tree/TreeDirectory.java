package tollgate.fs.tree;

import java.util.function.Consumer;
import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.Inode;
import tollgate.fs.OpenFile;

/** A directory of a generated tree. */
public abstract class TreeDirectory extends TreeInode {
  /** A directory with permissions. */
  protected TreeDirectory(TreeFs fileSystem, int permissions, long number, Owner owner) {
    super(fileSystem, StatMode.S_IFDIR | permissions, number, owner);
  }

  @Override
  public abstract TreeInode lookup(String name);

  /** Names the entries, without "." and "..", in the order in which they are listed. */
  protected abstract void list(Consumer<String> sink);

  @Override
  protected int links() {
    return 2;
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    return new TreeListing(dentry, flags, this);
  }

  @Override
  public Inode create(String name, int mode, int uid, int gid, long rawDevice) {
    throw Errno.EACCES.failure();
  }
}

package tollgate.fs;

/**
 * A place in the name space: an inode, the name it was found under, the directory that name is in,
 * and the mount. Immutable but for removal; parents lead to the root of the mount.
 */
public final class Dentry {
  private final Dentry parent;
  private final String name;
  private final Inode inode;
  private final Mount mount;
  private volatile boolean removed;

  /**
   * A place.
   *
   * @param parent the directory, or null for the root of a mount and for nameless files
   * @param name the name in it; for nameless files what /proc/self/fd shows, like {@code pipe:[7]}
   * @param mount the mount it is seen through, or null for nameless files
   */
  public Dentry(Dentry parent, String name, Inode inode, Mount mount) {
    this.parent = parent;
    this.name = name;
    this.inode = inode;
    this.mount = mount;
  }

  public Dentry parent() {
    return parent;
  }

  public String name() {
    return name;
  }

  public Inode inode() {
    return inode;
  }

  public Mount mount() {
    return mount;
  }

  /** True once the name was unlinked; paths then show " (deleted)". */
  public boolean removed() {
    return removed;
  }

  /** Marks the name as unlinked. */
  public void remove() {
    removed = true;
  }
}

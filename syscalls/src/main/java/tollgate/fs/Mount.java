package tollgate.fs;

import java.util.concurrent.atomic.AtomicInteger;

/** A file system attached at a place (struct mount). Immutable. */
public final class Mount {
  private static final AtomicInteger NEXT_ID = new AtomicInteger(20);

  private final int id = NEXT_ID.getAndIncrement();
  private final FileSystem fileSystem;
  private final Dentry mountPoint;
  private final boolean readOnly;
  private final String source;
  private final Dentry root;

  /**
   * A mount.
   *
   * @param mountPoint the directory it covers, or null for the root of the name space
   * @param source what /proc/mounts shows in its first column
   */
  public Mount(FileSystem fileSystem, Dentry mountPoint, boolean readOnly, String source) {
    this.fileSystem = fileSystem;
    this.mountPoint = mountPoint;
    this.readOnly = readOnly;
    this.source = source;
    this.root = new Dentry(null, "", fileSystem.root(), this);
  }

  /** The number that statx(2) and /proc/self/mountinfo show. */
  public int id() {
    return id;
  }

  public FileSystem fileSystem() {
    return fileSystem;
  }

  public Dentry mountPoint() {
    return mountPoint;
  }

  public boolean readOnly() {
    return readOnly;
  }

  public String source() {
    return source;
  }

  /** The root directory of the mounted file system, seen through this mount. */
  public Dentry root() {
    return root;
  }
}

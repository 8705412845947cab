package tollgate.fs;

/** A file system attached at a place (struct mount). Immutable. */
public final class Mount {
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

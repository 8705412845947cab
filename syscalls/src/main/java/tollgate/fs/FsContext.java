package tollgate.fs;

/**
 * Where a process stands (struct fs_struct): root, working directory, umask. Shared by tasks with
 * CLONE_FS, copied by fork. Safe for all threads.
 */
public final class FsContext {
  private final Vfs vfs;
  private volatile Dentry root;
  private volatile Dentry workingDirectory;
  private int umask;

  /** A context that stands in the root of the name space. */
  public FsContext(Vfs vfs, int umask) {
    this.vfs = vfs;
    this.root = vfs.root();
    this.workingDirectory = root;
    this.umask = umask & 0777;
  }

  private FsContext(FsContext other) {
    this.vfs = other.vfs;
    this.root = other.root;
    this.workingDirectory = other.workingDirectory;
    this.umask = other.umask();
  }

  /** A copy for a new process. */
  public FsContext copy() {
    return new FsContext(this);
  }

  /** The name space. */
  public Vfs vfs() {
    return vfs;
  }

  /** What "/" means and ".." does not leave. */
  public Dentry root() {
    return root;
  }

  /** Changes the root: chroot(2). */
  public void setRoot(Dentry directory) {
    root = directory;
  }

  /** Where relative paths start. */
  public Dentry workingDirectory() {
    return workingDirectory;
  }

  /** Changes the working directory. */
  public void setWorkingDirectory(Dentry directory) {
    workingDirectory = directory;
  }

  /** The permission bits that new files do not get. */
  public synchronized int umask() {
    return umask;
  }

  /** Changes the umask and returns the old one. */
  public synchronized int setUmask(int mask) {
    int old = umask;
    umask = mask & 0777;
    return old;
  }
}

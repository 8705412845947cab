package tollgate.fs.tmp;

import tollgate.abi.uapi.StatMode;
import tollgate.fs.FileStatus;
import tollgate.fs.FileSystem;
import tollgate.fs.Inode;

/** What all inodes in memory have: mode, owner, links, times. Its monitor guards them. */
abstract class TmpInode extends Inode {
  private static final long SECOND = 1_000_000_000L;

  private final TmpFs fileSystem;
  private final long number;
  private volatile int mode;
  private int uid;
  private int gid;
  private int links = 1;
  private int opens;
  private boolean gone;
  private long accessed;
  private long modified;
  private long changed;
  private long accessedSeconds;
  private long modifiedSeconds;
  private final long born;

  TmpInode(TmpFs fileSystem, int mode, int uid, int gid) {
    this.fileSystem = fileSystem;
    this.number = fileSystem.newNumber();
    this.mode = mode;
    this.uid = uid;
    this.gid = gid;
    this.born = fileSystem.now();
    setAccessed(born);
    setModified(born);
    this.changed = born;
  }

  @Override
  public final FileSystem fileSystem() {
    return fileSystem;
  }

  final TmpFs tmpFs() {
    return fileSystem;
  }

  @Override
  public final int mode() {
    return mode;
  }

  @Override
  public final long number() {
    return number;
  }

  @Override
  public void status(FileStatus into) {
    synchronized (this) {
      into.device = fileSystem.device();
      into.inode = number;
      into.mode = mode;
      into.links = links;
      into.uid = uid;
      into.gid = gid;
      into.rawDevice = 0;
      into.blockSize = TmpData.PAGE_SIZE;
      into.accessSeconds = accessedSeconds;
      into.accessNanos = (int) accessed;
      into.modificationSeconds = modifiedSeconds;
      into.modificationNanos = (int) modified;
      into.changeSeconds = Math.floorDiv(changed, SECOND);
      into.changeNanos = (int) Math.floorMod(changed, SECOND);
      into.birthSeconds = Math.floorDiv(born, SECOND);
      into.birthNanos = (int) Math.floorMod(born, SECOND);
      into.size = size();
      into.blocks = blocks();
    }
  }

  /** Bytes, as stat(2) reports them. */
  abstract long size();

  /** Allocated units of 512 bytes. */
  long blocks() {
    return 0;
  }

  @Override
  public final synchronized void changeMode(int permissions) {
    mode = (mode & StatMode.S_IFMT) | (permissions & StatMode.PERMISSIONS);
    changed = fileSystem.now();
  }

  @Override
  public final synchronized void changeOwner(int newUid, int newGid) {
    if (newUid != -1) {
      uid = newUid;
    }
    if (newGid != -1) {
      gid = newGid;
    }
    changed = fileSystem.now();
  }

  @Override
  public final synchronized void changeTimes(
      long accessSeconds, int accessNanos, long modSeconds, int modNanos) {
    long now = fileSystem.now();
    if (accessNanos == StatMode.UTIME_NOW) {
      setAccessed(now);
    } else if (accessNanos != StatMode.UTIME_OMIT) {
      accessedSeconds = accessSeconds;
      accessed = accessNanos;
    }
    if (modNanos == StatMode.UTIME_NOW) {
      setModified(now);
    } else if (modNanos != StatMode.UTIME_OMIT) {
      modifiedSeconds = modSeconds;
      modified = modNanos;
    }
    changed = now;
  }

  /** The content changed. */
  final synchronized void touchModified() {
    long now = fileSystem.now();
    setModified(now);
    changed = now;
  }

  /** Only what stat(2) reports changed. */
  final synchronized void touchChanged() {
    changed = fileSystem.now();
  }

  /** The content was read: access time by the rules of relatime. */
  final synchronized void touchAccessed() {
    long now = fileSystem.now();
    long seconds = Math.floorDiv(now, SECOND);
    boolean old =
        accessedSeconds < modifiedSeconds
            || (accessedSeconds == modifiedSeconds && accessed <= modified)
            || accessedSeconds * SECOND + accessed <= changed
            || seconds - accessedSeconds >= 24 * 3600;
    if (old) {
      setAccessed(now);
    }
  }

  /** Adds to the link count; an inode without links and opens is gone. */
  final synchronized void links(int by) {
    links += by;
    checkGone();
  }

  final synchronized int links() {
    return links;
  }

  /** Adds to the count of open descriptions. */
  final synchronized void opens(int by) {
    opens += by;
    checkGone();
  }

  /** A rename moved the inode to another directory. */
  void becomesChildOf(TmpDirectory to, TmpDirectory from) {}

  /** Gives back what the inode holds; called once. */
  void free() {}

  private void checkGone() {
    if (!gone && links <= 0 && opens <= 0) {
      gone = true;
      fileSystem.inodeGone();
      free();
    }
  }

  private void setAccessed(long nanos) {
    accessedSeconds = Math.floorDiv(nanos, SECOND);
    accessed = Math.floorMod(nanos, SECOND);
  }

  private void setModified(long nanos) {
    modifiedSeconds = Math.floorDiv(nanos, SECOND);
    modified = Math.floorMod(nanos, SECOND);
  }
}

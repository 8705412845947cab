package tollgate.fs;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.sched.WaitQueue;

/**
 * An open file description (struct file): what descriptors of one or more processes share. Holds
 * the position and the status flags; the last {@link #release} closes it.
 */
public abstract class OpenFile {
  /** What open(2) takes but F_GETFL does not show. */
  private static final int OPEN_ONLY =
      Fcntl.O_CREAT | Fcntl.O_EXCL | Fcntl.O_NOCTTY | Fcntl.O_TRUNC | Fcntl.O_CLOEXEC;

  private final Dentry dentry;
  private volatile int flags;
  private volatile int signalOwner;
  private int references = 1;

  /** The description's position; used and changed by calls without an offset of their own. */
  protected long position;

  /**
   * An open file.
   *
   * @param flags the flags of open(2)
   */
  protected OpenFile(Dentry dentry, int flags) {
    this.dentry = dentry;
    this.flags = flags & ~OPEN_ONLY;
  }

  /** Where the file was found; never null, pipes and the like have a nameless one. */
  public final Dentry dentry() {
    return dentry;
  }

  /** The inode behind it. */
  public final Inode inode() {
    return dentry.inode();
  }

  /** Access mode and status flags as F_GETFL reports them. */
  public final int flags() {
    return flags;
  }

  /** Replaces the status flags that F_SETFL may change. */
  public void setFlags(int flags) {
    this.flags = flags;
  }

  /** Who gets signals about this file, as fcntl(2) F_GETOWN says: a process, or minus a group. */
  public final int signalOwner() {
    return signalOwner;
  }

  /** Sets who gets signals about this file. */
  public final void setSignalOwner(int owner) {
    signalOwner = owner;
  }

  /** The current position. */
  public final long position() {
    return position;
  }

  /**
   * Reads at the position and advances it. The caller has checked that the file is open for
   * reading. May block through a {@link tollgate.sched.WaitQueue}.
   *
   * @return bytes read, 0 at the end
   */
  public long read(IovIter to) {
    synchronized (this) {
      long done = readAt(to, position);
      position += done;
      return done;
    }
  }

  /** Writes at the position (at the end with O_APPEND) and advances it. */
  public long write(IovIter from) {
    synchronized (this) {
      long done = writeAt(from, position);
      position += done;
      return done;
    }
  }

  /** True when the access mode allows reading (FMODE_READ). */
  public final boolean readable() {
    int mode = flags & Fcntl.O_ACCMODE;
    return mode == Fcntl.O_RDONLY || mode == Fcntl.O_RDWR;
  }

  /** True when the access mode allows writing (FMODE_WRITE). */
  public final boolean writable() {
    int mode = flags & Fcntl.O_ACCMODE;
    return mode == Fcntl.O_WRONLY || mode == Fcntl.O_RDWR;
  }

  /** Reads at a given offset; ESPIPE when the file has no positions. */
  public long readAt(IovIter to, long offset) {
    throw Errno.EINVAL.failure();
  }

  /** Writes at a given offset; ESPIPE when the file has no positions. */
  public long writeAt(IovIter from, long offset) {
    throw Errno.EINVAL.failure();
  }

  /** Moves the position: lseek(2). */
  public long seek(long offset, int whence) {
    throw Errno.ESPIPE.failure();
  }

  /** True when the file has positions (lseek, pread and pwrite work). */
  public boolean seekable() {
    return false;
  }

  /** The POLL* events that are ready now. */
  public int poll() {
    return 0x145; // POLLIN | POLLOUT | POLLRDNORM | POLLWRNORM: what files without poll report
  }

  /** The queue that is woken when {@link #poll} may have changed; null when it never does. */
  public WaitQueue pollQueue() {
    return null;
  }

  /** fstat(2): what the inode says, unless the description knows better. */
  public void status(FileStatus into) {
    inode().status(into);
  }

  /** ioctl(2): ENOTTY unless the file knows the request. */
  public long ioctl(GuestMemory memory, Abi abi, int request, long argument) {
    throw Errno.ENOTTY.failure();
  }

  /** Hands directory entries to the sink from the position on; ENOTDIR for other files. */
  public void readDirectory(DirectorySink sink) {
    throw Errno.ENOTDIR.failure();
  }

  /** fsync(2) and fdatasync(2). */
  public void sync(boolean dataOnly) {
    throw Errno.EINVAL.failure();
  }

  /** fallocate(2). */
  public void allocate(int mode, long offset, long length) {
    throw Errno.ENODEV.failure();
  }

  /** True after the last {@link #release}. */
  public final synchronized boolean isClosed() {
    return references <= 0;
  }

  /** One more descriptor shares this description. */
  public final synchronized void acquire() {
    references++;
  }

  /** One descriptor less; the last one closes. */
  public final void release() {
    synchronized (this) {
      if (--references > 0) {
        return;
      }
    }
    FileLocks locks = inode().locksIfAny();
    if (locks != null) {
      locks.release(this);
    }
    close();
  }

  /** Frees what the description holds. Called once. */
  protected void close() {}
}

package tollgate.fs;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;

/**
 * The descriptors of a process (struct files_struct): numbers that lead to open file descriptions,
 * each with its FD_CLOEXEC flag. Shared by tasks with CLONE_FILES, copied by fork. Safe for all
 * threads.
 */
public final class FileTable {
  /** The largest table there can be (fs.nr_open). */
  public static final int MAX_DESCRIPTORS = 1 << 20;

  private static final int FIRST_SIZE = 64;

  private final BitSet used = new BitSet(FIRST_SIZE);
  private final BitSet closeOnExec = new BitSet(FIRST_SIZE);
  private volatile AtomicReferenceArray<OpenFile> files = new AtomicReferenceArray<>(FIRST_SIZE);
  private int references = 1;

  /** An empty table. */
  public FileTable() {}

  /** A copy that shares the descriptions: fork(2). */
  public synchronized FileTable copy() {
    FileTable copy = new FileTable();
    int end = used.length();
    AtomicReferenceArray<OpenFile> array =
        new AtomicReferenceArray<>(Math.max(FIRST_SIZE, Integer.highestOneBit(end) * 2));
    for (int fd = used.nextSetBit(0); fd >= 0; fd = used.nextSetBit(fd + 1)) {
      OpenFile file = files.get(fd);
      file.acquire();
      array.set(fd, file);
    }
    copy.files = array;
    copy.used.or(used);
    copy.closeOnExec.or(closeOnExec);
    return copy;
  }

  /** One more task shares the table: CLONE_FILES. */
  public synchronized void acquire() {
    references++;
  }

  /** One task less; the last one closes all descriptors. */
  public void release() {
    synchronized (this) {
      if (--references > 0) {
        return;
      }
    }
    closeRange(0, Integer.MAX_VALUE);
  }

  /** The file of a descriptor for I/O; EBADF when closed or opened with O_PATH. */
  public OpenFile get(int fd) {
    OpenFile file = find(fd);
    if (file == null || (file.flags() & Fcntl.O_PATH) != 0) {
      throw Errno.EBADF.failure();
    }
    return file;
  }

  /** The file of a descriptor, O_PATH ones too; EBADF when closed. */
  public OpenFile getAny(int fd) {
    OpenFile file = find(fd);
    if (file == null) {
      throw Errno.EBADF.failure();
    }
    return file;
  }

  /** The file of a descriptor, O_PATH ones too; null when closed. */
  public OpenFile find(int fd) {
    AtomicReferenceArray<OpenFile> array = files;
    return fd >= 0 && fd < array.length() ? array.get(fd) : null;
  }

  /**
   * Gives a file the lowest free descriptor; the table takes over one reference.
   *
   * @param limit RLIMIT_NOFILE; EMFILE when no lower number is free
   */
  public int install(OpenFile file, boolean cloexec, long limit) {
    return install(file, cloexec, 0, limit);
  }

  /** The same with the lowest free descriptor that is at least {@code lowest} (F_DUPFD). */
  public synchronized int install(OpenFile file, boolean cloexec, int lowest, long limit) {
    int fd = used.nextClearBit(lowest);
    if (Long.compareUnsigned(fd, limit) >= 0 || fd >= MAX_DESCRIPTORS) {
      throw Errno.EMFILE.failure();
    }
    place(fd, file, cloexec);
    return fd;
  }

  /** Fails with EMFILE when {@code count} more descriptors cannot be had. */
  public synchronized void requireFree(int count, long limit) {
    int fd = -1;
    for (int i = 0; i < count; i++) {
      fd = used.nextClearBit(fd + 1);
    }
    if (Long.compareUnsigned(fd, limit) >= 0 || fd >= MAX_DESCRIPTORS) {
      throw Errno.EMFILE.failure();
    }
  }

  /**
   * Puts a file at a descriptor and closes what was there (dup2); the table takes over one
   * reference.
   *
   * @param limit RLIMIT_NOFILE; EBADF when {@code fd} is not below it
   */
  public void installAt(int fd, OpenFile file, boolean cloexec, long limit) {
    OpenFile old;
    synchronized (this) {
      if (fd < 0 || Long.compareUnsigned(fd, limit) >= 0 || fd >= MAX_DESCRIPTORS) {
        throw Errno.EBADF.failure();
      }
      old = find(fd);
      place(fd, file, cloexec);
    }
    if (old != null) {
      leave(old);
    }
  }

  /** Closes a descriptor; EBADF when it is closed. */
  public void close(int fd) {
    OpenFile old = take(fd);
    if (old == null) {
      throw Errno.EBADF.failure();
    }
    leave(old);
  }

  /** Closes all open descriptors from {@code first} to {@code last}: close_range(2). */
  public void closeRange(int first, int last) {
    for (int fd = next(first); fd >= 0 && fd <= last; fd = next(fd + 1)) {
      OpenFile old = take(fd);
      if (old != null) {
        leave(old);
      }
    }
  }

  /** Sets FD_CLOEXEC on all open descriptors from {@code first} to {@code last}. */
  public synchronized void closeRangeOnExec(int first, int last) {
    for (int fd = next(first); fd >= 0 && fd <= last; fd = next(fd + 1)) {
      closeOnExec.set(fd);
    }
  }

  /** Closes what FD_CLOEXEC marks: execve(2). */
  public void closeOnExec() {
    for (int fd = next(0); fd >= 0; fd = next(fd + 1)) {
      OpenFile old;
      synchronized (this) {
        old = closeOnExec.get(fd) ? take(fd) : null;
      }
      if (old != null) {
        leave(old);
      }
    }
  }

  /** The FD_CLOEXEC flag of an open descriptor. */
  public synchronized boolean isCloseOnExec(int fd) {
    getAny(fd);
    return closeOnExec.get(fd);
  }

  /** Sets or clears the FD_CLOEXEC flag of an open descriptor. */
  public synchronized void setCloseOnExec(int fd, boolean on) {
    getAny(fd);
    closeOnExec.set(fd, on);
  }

  /** The open descriptors in ascending order: what /proc/self/fd lists. */
  public synchronized int[] descriptors() {
    return used.stream().toArray();
  }

  /** How many slots the table has: FDSize of /proc/self/status. */
  public int slots() {
    return files.length();
  }

  private synchronized int next(int from) {
    return from < 0 ? -1 : used.nextSetBit(from);
  }

  private synchronized OpenFile take(int fd) {
    OpenFile old = find(fd);
    if (old != null) {
      files.set(fd, null);
      used.clear(fd);
      closeOnExec.clear(fd);
    }
    return old;
  }

  private void leave(OpenFile file) {
    FileLocks locks = file.inode().locksIfAny();
    if (locks != null) {
      locks.release(this);
    }
    file.release();
  }

  private void place(int fd, OpenFile file, boolean cloexec) {
    if (fd >= files.length()) {
      grow(fd);
    }
    files.set(fd, file);
    used.set(fd);
    closeOnExec.set(fd, cloexec);
  }

  private void grow(int fd) {
    OpenFile[] old = new OpenFile[Integer.highestOneBit(fd) * 2];
    Arrays.setAll(old, this::find);
    files = new AtomicReferenceArray<>(old);
  }
}

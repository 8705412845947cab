package tollgate.fs.tmp;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.FileSystem;
import tollgate.fs.FileSystemStatus;
import tollgate.fs.Inode;
import tollgate.fs.OpenFile;

/**
 * A file system in memory with limits on bytes and inodes, ENOSPC beyond (mm/shmem.c). Safe for all
 * threads.
 */
public final class TmpFs implements FileSystem {
  /** statfs's f_type. */
  public static final long MAGIC = 0x01021994;

  private final String type;
  private final long device;
  private final long maxPages;
  private final long maxInodes;
  private final LongSupplier clock;
  private final AtomicLong pages = new AtomicLong();
  private final AtomicLong inodes = new AtomicLong();
  private final AtomicLong nextNumber = new AtomicLong(1);
  private final TmpDirectory root;

  /**
   * An empty file system.
   *
   * @param type as /proc/mounts names it: tmpfs
   * @param device what stat(2) reports, in Linux's huge dev_t encoding
   * @param maxBytes the limit of all file data together
   * @param maxInodes the limit of files, directories and links
   * @param rootMode permissions of the root directory
   * @param clock nanoseconds since 1970-01-01 UTC
   */
  public TmpFs(
      String type, long device, long maxBytes, long maxInodes, int rootMode, LongSupplier clock) {
    this.type = type;
    this.device = device;
    this.maxPages = maxBytes >>> TmpData.PAGE_SHIFT;
    this.maxInodes = maxInodes;
    this.clock = clock;
    this.root = new TmpDirectory(this, StatMode.S_IFDIR | (rootMode & StatMode.PERMISSIONS), 0, 0);
    root.setParent(root);
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public long device() {
    return device;
  }

  @Override
  public Inode root() {
    return root;
  }

  /**
   * Opens a new regular file that has no name and goes with its last descriptor: memfd_create(2).
   *
   * @param name what /proc/self/fd shows
   */
  public OpenFile openNameless(String name, int flags, int mode, int uid, int gid) {
    TmpFile file = new TmpFile(this, StatMode.S_IFREG | mode, uid, gid);
    OpenFile open = file.open(new Dentry(null, name, file, null), flags);
    file.links(-1);
    return open;
  }

  @Override
  public void status(FileSystemStatus into) {
    into.type = MAGIC;
    into.blockSize = TmpData.PAGE_SIZE;
    into.fragmentSize = TmpData.PAGE_SIZE;
    into.blocks = maxPages;
    into.freeBlocks = Math.max(0, maxPages - pages.get());
    into.availableBlocks = into.freeBlocks;
    into.files = maxInodes;
    into.freeFiles = Math.max(0, maxInodes - inodes.get());
    into.nameLength = TmpDirectory.NAME_MAX;
    into.flags = 0;
  }

  long now() {
    return clock.getAsLong();
  }

  /** Takes an inode from the budget and gives it a number; ENOSPC. */
  long newNumber() {
    if (inodes.incrementAndGet() > maxInodes) {
      inodes.decrementAndGet();
      throw Errno.ENOSPC.failure();
    }
    return nextNumber.getAndIncrement();
  }

  void inodeGone() {
    inodes.decrementAndGet();
  }

  /** Takes pages from the budget; false when there are not so many. */
  boolean takePages(long count) {
    if (pages.addAndGet(count) > maxPages) {
      pages.addAndGet(-count);
      return false;
    }
    return true;
  }

  void givePages(long count) {
    pages.addAndGet(-count);
  }
}

package tollgate.fs.host;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import tollgate.abi.Errno;
import tollgate.fs.FileSystem;
import tollgate.fs.FileSystemStatus;
import tollgate.platform.HostFileSystemStatus;
import tollgate.platform.HostFiles;
import tollgate.platform.HostStatus;

/** A host directory, or a single host file, that the user granted to the guest by path. */
public final class HostFileSystem implements FileSystem {
  /** How many descriptors of unused inodes are kept when nothing else is said. */
  public static final int DEFAULT_DESCRIPTORS = 1024;

  private static final long PROC_SUPER_MAGIC = 0x9fa0;
  private static final int O_PATH = 0x200000;
  private static final ThreadLocal<HostStatus> STATUS = ThreadLocal.withInitial(HostStatus::new);

  private final HostFiles files;
  private final boolean readOnly;
  private final DescriptorCache descriptors;
  private final Map<FileIdentity, Known> known = new HashMap<>();
  private final ReferenceQueue<HostInode> forgotten = new ReferenceQueue<>();
  private final ReferenceQueue<HostPages> unmapped = new ReferenceQueue<>();
  private final HostInode root;
  private final long device;
  private HostInode created;
  private int createdDescriptor = -1;

  /** A weak entry of the table of inodes. */
  private static final class Known extends WeakReference<HostInode> {
    private final FileIdentity identity;

    Known(HostInode inode, ReferenceQueue<HostInode> queue) {
      super(inode, queue);
      identity = inode.identity;
    }
  }

  /**
   * Grants a host directory or file.
   *
   * @param path the host path, one char a byte; links in it are followed
   * @param readOnly refuses every change with EROFS
   * @param descriptorBound how many descriptors of unused inodes are kept
   * @throws tollgate.abi.ErrnoException when the path cannot be opened, or EACCES for procfs
   */
  public HostFileSystem(HostFiles files, String path, boolean readOnly, int descriptorBound) {
    this.files = files;
    this.readOnly = readOnly;
    this.descriptors = new DescriptorCache(files, descriptorBound);
    int fd = (int) Errno.check(files.openRoot(path));
    if (isProc(fd)) {
      files.close(fd);
      throw Errno.EACCES.failure();
    }
    HostStatus status = statusOf(fd);
    device = status.device;
    root = new HostInode(this, FileIdentity.of(status), status.mode, null, null, false);
    known.put(root.identity, new Known(root, forgotten));
    descriptors.keep(root, fd);
  }

  /** Grants a host directory or file with the usual number of descriptors. */
  public HostFileSystem(HostFiles files, String path, boolean readOnly) {
    this(files, path, readOnly, DEFAULT_DESCRIPTORS);
  }

  @Override
  public String type() {
    return "host";
  }

  @Override
  public long device() {
    return device;
  }

  @Override
  public HostInode root() {
    return root;
  }

  @Override
  public void status(FileSystemStatus into) {
    HostFileSystemStatus host = new HostFileSystemStatus();
    int fd = descriptors.pin(root);
    try {
      Errno.check(files.fileSystemStatus(fd, host));
    } finally {
      descriptors.unpin(root);
    }
    into.type = host.type;
    into.blockSize = host.blockSize;
    into.blocks = host.blocks;
    into.freeBlocks = host.freeBlocks;
    into.availableBlocks = host.availableBlocks;
    into.files = host.files;
    into.freeFiles = host.freeFiles;
    into.nameLength = host.nameLength;
    into.fragmentSize = host.fragmentSize;
    into.flags = host.flags;
  }

  HostFiles files() {
    return files;
  }

  DescriptorCache descriptors() {
    return descriptors;
  }

  boolean readOnly() {
    return readOnly;
  }

  /** Fails with EROFS where nothing may change. */
  void checkWritable() {
    if (readOnly) {
      throw Errno.EROFS.failure();
    }
  }

  /** A status structure of the current thread's, to be used at once. */
  static HostStatus scratchStatus() {
    return STATUS.get();
  }

  /** fstat(2) of any descriptor, into the thread's structure. */
  HostStatus statusOf(int fd) {
    HostStatus status = scratchStatus();
    Errno.check(files.status(fd, status));
    return status;
  }

  FileIdentity identityOf(int fd) {
    return FileIdentity.of(statusOf(fd));
  }

  /** Finds an entry of a directory whose descriptor is pinned; null when there is none. */
  HostInode find(HostInode directory, int directoryFd, String name) {
    HostStatus status = scratchStatus();
    int result = files.statusAt(directoryFd, name, status);
    if (result == -Errno.ENOENT.number()) {
      return null;
    }
    Errno.check(result);
    HostInode inode = knownInode(FileIdentity.of(status));
    if (inode != null) {
      descriptors.place(inode, directory, name);
      return inode;
    }
    int fd = retryWhenFull(() -> files.openAt(directoryFd, name, O_PATH, 0));
    if (fd == -Errno.ENOENT.number()) {
      return null;
    }
    return inode(directory, name, (int) Errno.check(fd));
  }

  /** The inode behind an O_PATH descriptor, which this takes over. */
  HostInode inode(HostInode directory, String name, int fd) {
    try {
      HostStatus status = statusOf(fd);
      FileIdentity identity = FileIdentity.of(status);
      boolean sealed = identity.device() != directory.identity.device() && isProc(fd);
      synchronized (known) {
        HostInode inode = knownInode(identity);
        if (inode == null) {
          inode = new HostInode(this, identity, status.mode, directory, name, sealed);
          known.put(identity, new Known(inode, forgotten));
          descriptors.adopt(inode, fd);
          return inode;
        }
        descriptors.place(inode, directory, name);
        files.close(fd);
        return inode;
      }
    } catch (tollgate.abi.ErrnoException e) {
      files.close(fd);
      throw e;
    }
  }

  /** The inode of a file if somebody holds it. */
  HostInode knownInode(FileIdentity identity) {
    synchronized (known) {
      for (Object gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
        known.remove(((Known) gone).identity, gone);
      }
      Known entry = known.get(identity);
      return entry == null ? null : entry.get();
    }
  }

  /** An operation that opens a descriptor: once more after closing unused ones on EMFILE. */
  int retryWhenFull(java.util.function.IntSupplier open) {
    closeUnmapped();
    int fd = open.getAsInt();
    if (fd == -Errno.EMFILE.number() || fd == -Errno.ENFILE.number()) {
      descriptors.trim();
      fd = open.getAsInt();
    }
    return fd;
  }

  /** Watches pages until nobody maps them, to close their descriptors. */
  HostPages.Reference watch(HostPages pages) {
    return new HostPages.Reference(pages, unmapped);
  }

  /**
   * Keeps the descriptor that created a file for the open that follows: the file's mode may forbid
   * opening it for writing again.
   */
  synchronized void keepCreated(HostInode inode, int fd) {
    if (createdDescriptor >= 0) {
      files.close(createdDescriptor);
    }
    created = inode;
    createdDescriptor = fd;
  }

  /** The descriptor that created this file just now, open for reading and writing; -1 if none. */
  synchronized int takeCreated(HostInode inode) {
    if (created != inode) {
      return -1;
    }
    int fd = createdDescriptor;
    created = null;
    createdDescriptor = -1;
    return fd;
  }

  private void closeUnmapped() {
    for (Object gone = unmapped.poll(); gone != null; gone = unmapped.poll()) {
      ((HostPages.Reference) gone).close(files);
    }
  }

  private boolean isProc(int fd) {
    HostFileSystemStatus status = new HostFileSystemStatus();
    return files.fileSystemStatus(fd, status) != 0 || status.type == PROC_SUPER_MAGIC;
  }
}

package tollgate.fs.host;

import java.util.function.IntUnaryOperator;
import tollgate.abi.Errno;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.Inode;
import tollgate.fs.OpenFile;
import tollgate.mm.MappedPages;
import tollgate.mm.PageSource;
import tollgate.platform.HostFiles;
import tollgate.platform.HostStatus;

/** A host file of any type. One object stands for one file while anybody holds it. */
final class HostInode extends Inode {
  static final int S_IFMT = 0xf000;
  static final int S_IFSOCK = 0xc000;
  static final int S_IFLNK = 0xa000;
  static final int S_IFREG = 0x8000;
  static final int S_IFBLK = 0x6000;
  static final int S_IFDIR = 0x4000;
  static final int S_IFCHR = 0x2000;
  static final int S_IFIFO = 0x1000;

  private static final int S_ISGID = 02000;
  private static final int PERMISSIONS = 07777;
  private static final int O_ACCMODE = 3;
  private static final int O_RDWR = 2;
  private static final int O_CREAT_EXCL = 0xc0;
  private static final int O_PATH = 0x200000;
  private static final int O_DIRECTORY = 0x10000;

  /**
   * O_APPEND, O_DSYNC, O_SYNC, O_NOATIME, O_LARGEFILE: what the host must know of a guest's open.
   */
  private static final int PASSED_FLAGS = 0x400 | 0x1000 | 0x101000 | 0x40000 | 0x8000;

  private static final int RENAME_EXCHANGE = 2;

  /** The O_PATH descriptor or -1; guarded by the descriptor cache, like the next four. */
  int fd = -1;

  int pins;
  boolean gone;
  HostInode parent;
  String name;

  final FileIdentity identity;
  private final HostFileSystem fileSystem;
  private final int type;

  /** The root of the host's procfs: something to mount on, never to enter. */
  private final boolean sealed;

  private volatile HostPages.Reference pages;
  private HostFile writer;

  HostInode(
      HostFileSystem fileSystem,
      FileIdentity identity,
      int mode,
      HostInode parent,
      String name,
      boolean sealed) {
    this.fileSystem = fileSystem;
    this.identity = identity;
    this.type = mode & S_IFMT;
    this.parent = parent;
    this.name = name;
    this.sealed = sealed;
  }

  @Override
  public HostFileSystem fileSystem() {
    return fileSystem;
  }

  @Override
  public long number() {
    return identity.inode();
  }

  @Override
  public boolean volatileNames() {
    return true;
  }

  @Override
  public int mode() {
    HostStatus status = HostFileSystem.scratchStatus();
    int path = pin();
    try {
      Errno.check(files().status(path, status));
    } finally {
      unpin();
    }
    return status.mode;
  }

  @Override
  public void status(FileStatus into) {
    HostStatus from = HostFileSystem.scratchStatus();
    int path = pin();
    try {
      Errno.check(files().status(path, from));
    } finally {
      unpin();
    }
    copy(from, into);
  }

  /** Copies what the host says of a file to what the guest is told. */
  static void copy(HostStatus from, FileStatus into) {
    into.device = from.device;
    into.inode = from.inode;
    into.mode = from.mode;
    into.links = from.links;
    into.uid = from.uid;
    into.gid = from.gid;
    into.rawDevice = from.rawDevice;
    into.size = from.size;
    into.blockSize = from.blockSize;
    into.blocks = from.blocks;
    into.accessSeconds = from.accessSeconds;
    into.accessNanos = (int) from.accessNanos;
    into.modificationSeconds = from.modificationSeconds;
    into.modificationNanos = (int) from.modificationNanos;
    into.changeSeconds = from.changeSeconds;
    into.changeNanos = (int) from.changeNanos;
    into.birthSeconds = from.birthSeconds;
    into.birthNanos = (int) from.birthNanos;
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    checkSealed();
    switch (type) {
      case S_IFREG:
        return openRegular(dentry, flags);
      case S_IFDIR:
        if ((flags & O_ACCMODE) != 0) {
          throw Errno.EISDIR.failure();
        }
        return new HostDirectory(dentry, flags, this, openPinned(O_DIRECTORY));
      case S_IFLNK:
        throw Errno.ELOOP.failure();
      case S_IFCHR, S_IFBLK:
        throw Errno.EACCES.failure();
      default:
        throw Errno.ENXIO.failure();
    }
  }

  private OpenFile openRegular(Dentry dentry, int flags) {
    boolean writing = (flags & O_ACCMODE) != 0;
    if (writing) {
      fileSystem.checkWritable();
    }
    int passed = flags & PASSED_FLAGS;
    int used = fileSystem.takeCreated(this);
    if (used >= 0) {
      pin();
      files().setStatusFlags(used, passed);
    } else {
      used = openPinned(flags & O_ACCMODE | passed);
    }
    HostFile file = new HostFile(dentry, flags, this, used);
    if (writing) {
      synchronized (this) {
        writer = file;
      }
    }
    return file;
  }

  /** Opens the file for use and leaves the inode pinned; {@link #closed} undoes both. */
  private int openPinned(int flags) {
    int path = pin();
    try {
      return (int) Errno.check(fileSystem.retryWhenFull(() -> files().reopen(path, flags)));
    } catch (tollgate.abi.ErrnoException e) {
      unpin();
      throw e;
    }
  }

  /** An open file of this inode was closed. */
  void closed(OpenFile file, int descriptor) {
    synchronized (this) {
      if (writer == file) {
        writer = null;
      }
    }
    files().close(descriptor);
    unpin();
  }

  @Override
  public HostInode lookup(String entry) {
    checkDirectory();
    int directory = pin();
    try {
      return fileSystem.find(this, directory, entry);
    } finally {
      unpin();
    }
  }

  @Override
  public HostInode create(String entry, int mode, int uid, int gid, long rawDevice) {
    checkChange();
    int wanted = mode & S_IFMT;
    if (wanted == S_IFCHR || wanted == S_IFBLK) {
      throw Errno.EPERM.failure();
    }
    if (wanted != S_IFREG && wanted != 0) {
      change(directory -> files().makeNodeAt(directory, entry, mode, 0));
      return own(made(entry), uid, gid);
    }
    int directory = pin();
    try {
      int created =
          (int)
              Errno.check(
                  fileSystem.retryWhenFull(
                      () ->
                          files()
                              .openAt(
                                  directory, entry, O_CREAT_EXCL | O_RDWR, mode & PERMISSIONS)));
      int path = files().reopen(created, O_PATH);
      if (path < 0) {
        files().close(created);
        throw Errno.of(-path).failure();
      }
      HostInode inode = fileSystem.inode(this, entry, path);
      fileSystem.keepCreated(inode, created);
      return own(inode, uid, gid);
    } finally {
      unpin();
    }
  }

  @Override
  public HostInode makeDirectory(String entry, int mode, int uid, int gid) {
    change(directory -> files().makeDirectoryAt(directory, entry, mode & PERMISSIONS));
    return own(made(entry), uid, gid);
  }

  @Override
  public HostInode makeSymbolicLink(String entry, String target, int uid, int gid) {
    change(directory -> files().symbolicLinkAt(target, directory, entry));
    return own(made(entry), uid, gid);
  }

  @Override
  public void link(String entry, Inode target) {
    if (!(target instanceof HostInode file) || file.fileSystem != fileSystem) {
      throw Errno.EXDEV.failure();
    }
    int path = file.pin();
    try {
      change(directory -> files().linkAt(path, directory, entry));
    } finally {
      file.unpin();
    }
  }

  @Override
  public void unlink(String entry) {
    remove(entry, false);
  }

  @Override
  public void removeDirectory(String entry) {
    remove(entry, true);
  }

  private void remove(String entry, boolean isDirectory) {
    change(
        directory -> {
          HostInode victim = known(directory, entry, isDirectory);
          int result = files().unlinkAt(directory, entry, isDirectory);
          if (result == 0 && victim != null && !isDirectory) {
            fileSystem.descriptors().nameless(victim);
          }
          return result;
        });
  }

  @Override
  public void rename(String entry, Inode toDirectory, String toName, int flags) {
    if (!(toDirectory instanceof HostInode target) || target.fileSystem != fileSystem) {
      throw Errno.EXDEV.failure();
    }
    target.checkDirectory();
    int to = target.pin();
    try {
      change(directory -> move(directory, entry, target, to, toName, flags));
    } finally {
      target.unpin();
    }
  }

  private int move(int from, String entry, HostInode target, int to, String toName, int flags) {
    boolean exchange = (flags & RENAME_EXCHANGE) != 0;
    HostInode moved = known(from, entry, true);
    HostInode other = known(to, toName, exchange);
    int result = files().renameAt(from, entry, to, toName, flags);
    if (result == 0 && moved != other) {
      if (moved != null) {
        fileSystem.descriptors().place(moved, target, toName);
      }
      if (other != null && exchange) {
        fileSystem.descriptors().place(other, this, entry);
      } else if (other != null && other.type != S_IFDIR) {
        fileSystem.descriptors().nameless(other);
      }
    }
    return result;
  }

  /** The inode of an entry if somebody holds it, and if it may have other names only on demand. */
  private HostInode known(int directory, String entry, boolean withOtherNames) {
    HostStatus status = HostFileSystem.scratchStatus();
    if (files().statusAt(directory, entry, status) != 0
        || (status.links > 1 && !withOtherNames && (status.mode & S_IFMT) != S_IFDIR)) {
      return null;
    }
    return fileSystem.knownInode(FileIdentity.of(status));
  }

  @Override
  public String readLink() {
    if (type != S_IFLNK) {
      throw Errno.EINVAL.failure();
    }
    int[] error = new int[1];
    int path = pin();
    try {
      String target = files().readLink(path, error);
      Errno.check(error[0]);
      return target;
    } finally {
      unpin();
    }
  }

  @Override
  public void changeMode(int mode) {
    fileSystem.checkWritable();
    apply(path -> files().changeMode(path, mode & PERMISSIONS));
  }

  @Override
  public void changeOwner(int uid, int gid) {
    fileSystem.checkWritable();
    apply(path -> files().changeOwner(path, uid, gid));
  }

  @Override
  public void changeTimes(long accessSeconds, int accessNanos, long modSeconds, int modNanos) {
    fileSystem.checkWritable();
    apply(path -> files().changeTimes(path, accessSeconds, accessNanos, modSeconds, modNanos));
  }

  @Override
  public void truncate(long size) {
    fileSystem.checkWritable();
    if (type == S_IFDIR) {
      throw Errno.EISDIR.failure();
    }
    if (type != S_IFREG) {
      throw Errno.EINVAL.failure();
    }
    truncateFile(size);
    MappedPages mapped = mappings();
    if (mapped != null) {
      mapped.changed(size, MappedPages.TO_END);
    }
  }

  private void truncateFile(long size) {
    synchronized (this) {
      if (writer != null) {
        Errno.check(files().truncate(writer.descriptor(), size));
        return;
      }
    }
    apply(path -> files().truncate(path, size));
  }

  /** The mappings that show this file, or null. */
  MappedPages mappings() {
    HostPages.Reference reference = pages;
    HostPages current = reference == null ? null : reference.get();
    return current == null ? null : current.mappings();
  }

  @Override
  public PageSource pages() {
    if (type != S_IFREG) {
      throw Errno.ENODEV.failure();
    }
    synchronized (this) {
      HostPages current = pages == null ? null : pages.get();
      if (current == null) {
        int path = pin();
        try {
          int reading = (int) Errno.check(fileSystem.retryWhenFull(() -> files().reopen(path, 0)));
          current = new HostPages(files(), this, reading);
          pages = fileSystem.watch(current);
        } finally {
          unpin();
        }
      }
      return current;
    }
  }

  HostFiles files() {
    return fileSystem.files();
  }

  private int pin() {
    return fileSystem.descriptors().pin(this);
  }

  private void unpin() {
    fileSystem.descriptors().unpin(this);
  }

  private void checkSealed() {
    if (sealed) {
      throw Errno.EACCES.failure();
    }
  }

  private void checkDirectory() {
    checkSealed();
    if (type != S_IFDIR) {
      throw Errno.ENOTDIR.failure();
    }
  }

  private void checkChange() {
    checkDirectory();
    fileSystem.checkWritable();
  }

  /** A change to this directory's entries. */
  private void change(IntUnaryOperator call) {
    checkChange();
    apply(call);
  }

  /** A host call on this inode's descriptor. */
  private void apply(IntUnaryOperator call) {
    int path = pin();
    try {
      Errno.check(call.applyAsInt(path));
    } finally {
      unpin();
    }
  }

  private HostInode made(String entry) {
    HostInode inode = lookup(entry);
    if (inode == null) {
      throw Errno.ENOENT.failure(); // a host process removed it at once
    }
    return inode;
  }

  /** Gives a new file its owner; where the host lets only root do so, it stays ours. */
  private HostInode own(HostInode inode, int uid, int gid) {
    int path = inode.pin();
    try {
      HostStatus status = fileSystem.statusOf(path);
      int newUid = status.uid == uid ? -1 : uid;
      boolean sameGroup = status.gid == gid;
      int newGid = sameGroup || (mode() & S_ISGID) != 0 ? -1 : gid;
      if (newUid != -1 || newGid != -1) {
        int result = files().changeOwner(path, newUid, newGid);
        if (result != -Errno.EPERM.number()) {
          Errno.check(result);
        }
      }
    } finally {
      inode.unpin();
    }
    return inode;
  }
}

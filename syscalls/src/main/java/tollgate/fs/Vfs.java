package tollgate.fs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Magic;
import tollgate.abi.uapi.StatMode;

/**
 * The name space: the tree of mounts, and how files in it are opened. Changes of names are in
 * {@link TreeChanges}, path resolution in {@link PathWalk}. Safe for all threads.
 */
public final class Vfs {
  private static final int FIRST_DEVICE = 10;

  private final Mount rootMount;
  private final List<Mount> mounts = new CopyOnWriteArrayList<>();
  private final TreeChanges changes = new TreeChanges();
  private final AtomicInteger devices = new AtomicInteger(FIRST_DEVICE);
  private final NamelessFs pipes = new NamelessFs("pipefs", Magic.PIPEFS_MAGIC, newDeviceNumber());
  private final NamelessFs anonymous =
      new NamelessFs("anon_inodefs", Magic.ANON_INODE_FS_MAGIC, newDeviceNumber());
  private volatile DeviceOpener deviceOpener;

  /** A name space with a root file system; {@code source} is what /proc/mounts calls it. */
  public Vfs(FileSystem rootFileSystem, String source) {
    rootMount = new Mount(rootFileSystem, null, false, source);
    mounts.add(rootMount);
  }

  /** The top of the name space. */
  public Dentry root() {
    return enter(rootMount.root());
  }

  /** The mounts in the order they were made. */
  public List<Mount> mounts() {
    return mounts;
  }

  /** A number for a file system that is on no device: major 0 (get_anon_bdev). */
  public long newDeviceNumber() {
    return devices.getAndIncrement();
  }

  /** Where pipes have their inodes. */
  public NamelessFs pipes() {
    return pipes;
  }

  /** Where event descriptors and the like have their inodes. */
  public NamelessFs anonymous() {
    return anonymous;
  }

  /** Creates, removes and renames. */
  public TreeChanges changes() {
    return changes;
  }

  /** Says who opens device nodes; without it each inode opens itself. */
  public void setDeviceOpener(DeviceOpener opener) {
    deviceOpener = opener;
  }

  /**
   * Mounts a file system over a place: a directory over a directory, a file over a file.
   *
   * @param source what /proc/mounts shows in its first column
   */
  public synchronized Mount mount(
      FileSystem fileSystem, Dentry at, boolean readOnly, String source) {
    Mount mount = new Mount(fileSystem, enter(at), readOnly, source);
    if (StatMode.isDirectory(mount.root().inode().mode())
        != StatMode.isDirectory(at.inode().mode())) {
      throw Errno.ENOTDIR.failure();
    }
    mount.mountPoint().cover(mount);
    mounts.add(mount);
    return mount;
  }

  /** Takes a mount out of the name space; EBUSY when another mount stands on it. */
  public synchronized void unmount(Mount mount) {
    Dentry point = mount.mountPoint();
    if (point == null || mounts.stream().anyMatch(m -> isOn(m, mount))) {
      throw Errno.EBUSY.failure();
    }
    if (point.covering() != mount) {
      throw Errno.EINVAL.failure();
    }
    point.cover(null);
    mounts.remove(mount);
  }

  /** The root of the topmost mount on a place, or the place itself. */
  public Dentry enter(Dentry place) {
    Dentry at = place;
    for (Mount over = at.covering(); over != null; over = at.covering()) {
      at = over.root();
    }
    return at;
  }

  /** The place that the topmost mounts above {@code place} stand on: the opposite of enter. */
  Dentry leave(Dentry place) {
    Dentry at = place;
    while (at.parent() == null && at.mount() != null && at.mount().mountPoint() != null) {
      at = at.mount().mountPoint();
    }
    return at;
  }

  /**
   * Opens an existing place: checks type, permission and the mount, opens, truncates with O_TRUNC.
   *
   * @param flags open(2) flags
   * @param created true when this call created the file, so that its mode does not count
   */
  public OpenFile open(Dentry dentry, int flags, FsCredentials who, boolean created) {
    if ((flags & Fcntl.O_PATH) != 0) {
      return new PathFile(dentry, flags);
    }
    Inode inode = dentry.inode();
    int mode = inode.mode();
    boolean writes = (flags & Fcntl.O_ACCMODE) != Fcntl.O_RDONLY || (flags & Fcntl.O_TRUNC) != 0;
    switch (mode & StatMode.S_IFMT) {
      case StatMode.S_IFLNK -> throw Errno.ELOOP.failure();
      case StatMode.S_IFDIR -> {
        if (writes) {
          throw Errno.EISDIR.failure();
        }
      }
      case StatMode.S_IFSOCK -> {
        requireAccess(inode, flags, who);
        throw Errno.ENXIO.failure();
      }
      default -> {}
    }
    if (!created) {
      requireWritableMount(dentry, mode, writes);
      requireAccess(inode, flags, who);
    }
    if ((flags & Fcntl.O_NOATIME) != 0) {
      Permission.requireOwner(inode, who);
    }
    DeviceOpener opener = deviceOpener;
    OpenFile file =
        StatMode.isDevice(mode) && opener != null
            ? opener.open(dentry, flags)
            : inode.open(dentry, flags);
    if ((flags & Fcntl.O_TRUNC) != 0 && !created && StatMode.isRegular(mode)) {
      truncateOpened(file);
    }
    return file;
  }

  /** Opens a new file without a name on a directory's file system: O_TMPFILE. */
  public OpenFile openNameless(Dentry directory, int flags, int mode, FsCredentials who) {
    if (directory.mount() != null && directory.mount().readOnly()) {
      throw Errno.EROFS.failure();
    }
    Permission.require(directory.inode(), who, Permission.WRITE | Permission.EXECUTE);
    return directory
        .inode()
        .openNameless(directory, flags & ~Fcntl.O_TMPFILE, mode, who.fsuid(), who.fsgid());
  }

  private static void truncateOpened(OpenFile file) {
    try {
      file.inode().truncate(0);
    } catch (RuntimeException e) {
      file.release();
      throw e;
    }
  }

  private static void requireWritableMount(Dentry dentry, int mode, boolean writes) {
    if (writes
        && dentry.mount() != null
        && dentry.mount().readOnly()
        && (StatMode.isRegular(mode) || StatMode.isDirectory(mode))) {
      throw Errno.EROFS.failure();
    }
  }

  private static void requireAccess(Inode inode, int flags, FsCredentials who) {
    int wanted =
        switch (flags & Fcntl.O_ACCMODE) {
          case Fcntl.O_RDONLY -> Permission.READ;
          case Fcntl.O_WRONLY -> Permission.WRITE;
          default -> Permission.READ | Permission.WRITE;
        };
    if ((flags & Fcntl.O_TRUNC) != 0) {
      wanted |= Permission.WRITE;
    }
    Permission.require(inode, who, wanted);
  }

  private static boolean isOn(Mount upper, Mount lower) {
    return upper.mountPoint() != null && upper.mountPoint().mount() == lower;
  }
}

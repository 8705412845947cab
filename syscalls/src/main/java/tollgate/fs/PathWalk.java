package tollgate.fs;

import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;

/**
 * Path resolution, component by component (path_resolution(7), fs/namei.c): {@code .} and {@code
 * ..}, symbolic and magic links, mounts, search permission, the root that nothing leads out of. One
 * walk serves one path at a time; {@link #find} wants the file, {@link #parent} the directory and
 * the last name, {@link #findOrParent} either. One thread.
 */
public final class PathWalk {
  /** The longest name (NAME_MAX). */
  public static final int NAME_MAX = 255;

  /** The longest path with its NUL (PATH_MAX). */
  public static final int PATH_MAX = 4096;

  /** Follow a symbolic link in the last component. */
  public static final int FOLLOW = 1;

  /** An empty path means the directory descriptor itself (AT_EMPTY_PATH). */
  public static final int EMPTY = 2;

  /** The result must be a directory. */
  public static final int DIRECTORY = 4;

  /** The last component may be made as a file: EISDIR when slashes follow it. */
  public static final int CREATE = 8;

  private static final int MAX_LINKS = 40;

  private final FsContext fs;
  private final FileTable files;
  private final FsCredentials who;
  private final Vfs vfs;

  private Dentry root;
  private Dentry directory;
  private Dentry start;
  private String name;
  private boolean slash;
  private String path;
  private int at;
  private int links;
  private int resolve;
  private String[] pendingPaths;
  private int[] pendingPositions;
  private int pending;

  /**
   * A walk for a caller.
   *
   * @param files resolves directory descriptors; may be null where only AT_FDCWD is used
   */
  public PathWalk(FsContext fs, FileTable files, FsCredentials who) {
    this.fs = fs;
    this.files = files;
    this.who = who;
    this.vfs = fs.vfs();
  }

  /** Restricts the walk by openat2(2)'s RESOLVE_* flags; returns this. */
  public PathWalk resolve(int resolveFlags) {
    resolve = resolveFlags;
    return this;
  }

  /** Who walks. */
  public FsCredentials credentials() {
    return who;
  }

  /** The name space walked in. */
  public Vfs vfs() {
    return vfs;
  }

  /**
   * Finds an existing file.
   *
   * @param dirfd a directory descriptor or AT_FDCWD
   * @param flags {@link #FOLLOW}, {@link #EMPTY}, {@link #DIRECTORY}
   */
  public Dentry find(int dirfd, String pathName, int flags) {
    if (pathName.isEmpty() && (flags & EMPTY) != 0) {
      return empty(dirfd, flags);
    }
    begin(dirfd, pathName);
    Dentry found = last(flags);
    if (found == null) {
      throw Errno.ENOENT.failure();
    }
    return found;
  }

  /**
   * Finds the directory that the last component is in, and the component: {@link #directory},
   * {@link #name}, {@link #slash}. The last component itself is not looked at.
   */
  public void parent(int dirfd, String pathName) {
    begin(dirfd, pathName);
    toLast();
  }

  /**
   * Finds a file or, when only the last component is missing, null with {@link #directory}, {@link
   * #name} and {@link #slash} set to where it could be made.
   */
  public Dentry findOrParent(int dirfd, String pathName, int flags) {
    begin(dirfd, pathName);
    return last(flags);
  }

  /** After {@link #parent}: whether the last component, an ordinary name, exists. */
  public boolean exists() {
    return step() != null;
  }

  /** The directory that the last component is in. */
  public Dentry directory() {
    return directory;
  }

  /** The last component; "." or ".." too; null when the path has no component at all: "/". */
  public String name() {
    return name;
  }

  /** True when slashes followed the last component. */
  public boolean slash() {
    return slash;
  }

  /** True when the last component is a name that a file can have. */
  public boolean isOrdinaryName() {
    return name != null && !name.equals(".") && !name.equals("..");
  }

  private Dentry empty(int dirfd, int flags) {
    Dentry base = dirfd == Fcntl.AT_FDCWD ? fs.workingDirectory() : files.getAny(dirfd).dentry();
    if ((flags & DIRECTORY) != 0 && !isDirectory(base)) {
      throw Errno.ENOTDIR.failure();
    }
    return base;
  }

  private void begin(int dirfd, String pathName) {
    if (pathName.isEmpty()) {
      throw Errno.ENOENT.failure();
    }
    links = 0;
    pending = 0;
    slash = false;
    path = pathName;
    at = 0;
    boolean absolute = pathName.charAt(0) == '/';
    if ((resolve & Fcntl.RESOLVE_IN_ROOT) != 0) {
      root = base(dirfd);
      start = root;
    } else if ((resolve & Fcntl.RESOLVE_BENEATH) != 0) {
      if (absolute) {
        throw Errno.EXDEV.failure();
      }
      root = base(dirfd);
      start = root;
    } else {
      root = fs.root();
      start = absolute ? root : base(dirfd);
    }
    directory = start;
  }

  private Dentry base(int dirfd) {
    if (dirfd == Fcntl.AT_FDCWD) {
      return fs.workingDirectory();
    }
    Dentry base = files.getAny(dirfd).dentry();
    if (!isDirectory(base)) {
      throw Errno.ENOTDIR.failure();
    }
    return base;
  }

  /** Walks to the last component and looks at it, following links there as the flags say. */
  private Dentry last(int flags) {
    while (true) {
      toLast();
      if (name == null) {
        return directory;
      }
      if ((flags & CREATE) != 0 && slash && isOrdinaryName()) {
        throw Errno.EISDIR.failure();
      }
      Dentry found = step();
      if (found == null) {
        return null;
      }
      boolean mustBeDirectory = slash || (flags & DIRECTORY) != 0;
      if (isLink(found) && ((flags & FOLLOW) != 0 || slash)) {
        Dentry jumped = follow(found, true);
        if (jumped == null) {
          continue;
        }
        found = jumped;
      }
      if (mustBeDirectory && !isDirectory(found)) {
        throw Errno.ENOTDIR.failure();
      }
      return found;
    }
  }

  /** Walks all components but the last; sets directory and name. */
  private void toLast() {
    while (true) {
      name = component();
      if (name == null) {
        return;
      }
      if (!isDirectory(directory)) {
        throw Errno.ENOTDIR.failure();
      }
      Permission.require(directory.inode(), who, Permission.EXECUTE);
      if (pending == 0 && atEnd()) {
        return;
      }
      Dentry found = step();
      if (found == null) {
        throw Errno.ENOENT.failure();
      }
      if (isLink(found)) {
        Dentry jumped = follow(found, false);
        if (jumped != null) {
          directory = jumped;
        }
      } else {
        directory = found;
      }
    }
  }

  /** The next component of the pending paths; null when they are used up. */
  private String component() {
    while (true) {
      int length = path.length();
      while (at < length && path.charAt(at) == '/') {
        at++;
      }
      if (at < length) {
        int end = path.indexOf('/', at);
        int stop = end < 0 ? length : end;
        String next = path.substring(at, stop);
        at = stop;
        return next;
      }
      if (pending == 0) {
        return null;
      }
      pending--;
      path = pendingPaths[pending];
      at = pendingPositions[pending];
    }
  }

  /** True when only slashes are left of the current path; remembers that there were some. */
  private boolean atEnd() {
    int i = at;
    int length = path.length();
    while (i < length && path.charAt(i) == '/') {
      i++;
    }
    if (i < length) {
      return false;
    }
    slash |= i > at;
    return true;
  }

  /** What the current name means in the current directory, mounts entered; null when missing. */
  private Dentry step() {
    if (name.equals(".")) {
      return directory;
    }
    if (name.equals("..")) {
      return up();
    }
    if (name.length() > NAME_MAX) {
      throw Errno.ENAMETOOLONG.failure();
    }
    Dentry child = directory.child(name);
    if (child == null) {
      return null;
    }
    Dentry entered = vfs.enter(child);
    if (entered != child && (resolve & Fcntl.RESOLVE_NO_XDEV) != 0) {
      throw Errno.EXDEV.failure();
    }
    return entered;
  }

  private Dentry up() {
    if (directory == root) {
      if ((resolve & Fcntl.RESOLVE_BENEATH) != 0) {
        throw Errno.EXDEV.failure();
      }
      return directory;
    }
    Dentry foot = vfs.leave(directory);
    if (foot != directory && (resolve & Fcntl.RESOLVE_NO_XDEV) != 0) {
      throw Errno.EXDEV.failure();
    }
    Dentry parent = foot.parent();
    return parent == null ? directory : vfs.enter(parent);
  }

  /**
   * Follows a link.
   *
   * @return where a magic link leads, or null when the walk goes on with the link's text
   */
  private Dentry follow(Dentry link, boolean isLast) {
    if (++links > MAX_LINKS || (resolve & Fcntl.RESOLVE_NO_SYMLINKS) != 0) {
      throw Errno.ELOOP.failure();
    }
    Dentry magic = link.inode().followMagic();
    if (magic != null) {
      return throughMagic(magic);
    }
    String target = link.inode().readLink();
    if (target.isEmpty()) {
      throw Errno.ENOENT.failure();
    }
    if (!isLast) {
      push();
    }
    path = target;
    at = 0;
    if (target.charAt(0) == '/') {
      if ((resolve & Fcntl.RESOLVE_BENEATH) != 0) {
        throw Errno.EXDEV.failure();
      }
      if ((resolve & Fcntl.RESOLVE_NO_XDEV) != 0 && root.mount() != directory.mount()) {
        throw Errno.EXDEV.failure();
      }
      directory = root;
    }
    return null;
  }

  private Dentry throughMagic(Dentry target) {
    if ((resolve & Fcntl.RESOLVE_NO_MAGICLINKS) != 0) {
      throw Errno.ELOOP.failure();
    }
    int scoped = Fcntl.RESOLVE_BENEATH | Fcntl.RESOLVE_IN_ROOT;
    if ((resolve & scoped) != 0
        || ((resolve & Fcntl.RESOLVE_NO_XDEV) != 0 && target.mount() != directory.mount())) {
      throw Errno.EXDEV.failure();
    }
    return target;
  }

  private void push() {
    if (pendingPaths == null) {
      pendingPaths = new String[MAX_LINKS];
      pendingPositions = new int[MAX_LINKS];
    }
    pendingPaths[pending] = path;
    pendingPositions[pending] = at;
    pending++;
  }

  private static boolean isDirectory(Dentry dentry) {
    return StatMode.isDirectory(dentry.inode().mode());
  }

  private static boolean isLink(Dentry dentry) {
    return StatMode.isSymbolicLink(dentry.inode().mode());
  }
}

package tollgate.fs;

import java.util.concurrent.locks.ReentrantLock;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;

/**
 * Creates, removes and renames entries: checks mounts and permissions in Linux's order, changes the
 * directory's inode, and keeps the dentries true (fs/namei.c, the vfs_* functions). One change at a
 * time; safe for all threads.
 */
public final class TreeChanges {
  private final ReentrantLock lock = new ReentrantLock();

  TreeChanges() {}

  /**
   * Creates a regular file, fifo, socket or device node.
   *
   * @param mode type and permissions, the umask taken off
   */
  public Dentry create(Dentry directory, String name, int mode, long device, FsCredentials who) {
    if (StatMode.isDevice(mode) && !who.capable(FsCredentials.CAP_MKNOD)) {
      throw Errno.EPERM.failure();
    }
    return add(
        directory, name, who, (parent, gid) -> parent.create(name, mode, who.fsuid(), gid, device));
  }

  /** Creates a directory. */
  public Dentry makeDirectory(Dentry directory, String name, int mode, FsCredentials who) {
    int inherited = directory.inode().mode() & StatMode.S_ISGID;
    return add(
        directory,
        name,
        who,
        (parent, gid) -> parent.makeDirectory(name, mode | inherited, who.fsuid(), gid));
  }

  /** Creates a symbolic link. */
  public Dentry makeSymbolicLink(Dentry directory, String name, String target, FsCredentials who) {
    return add(
        directory,
        name,
        who,
        (parent, gid) -> parent.makeSymbolicLink(name, target, who.fsuid(), gid));
  }

  /** Gives a file another name. */
  public Dentry link(Dentry target, Dentry directory, String name, FsCredentials who) {
    if (target.mount() != directory.mount()) {
      throw Errno.EXDEV.failure();
    }
    return add(
        directory,
        name,
        who,
        (parent, gid) -> {
          if (StatMode.isDirectory(target.inode().mode())) {
            throw Errno.EPERM.failure();
          }
          parent.link(name, target.inode());
          return target.inode();
        });
  }

  /**
   * Removes a name that is no directory.
   *
   * @param slash true when the path ended in a slash, which only a directory may
   */
  public void unlink(Dentry directory, String name, boolean slash, FsCredentials who) {
    requireWritable(directory);
    lock.lock();
    try {
      Dentry victim = existing(directory, name);
      boolean isDirectory = isDirectory(victim);
      if (slash) {
        throw (isDirectory ? Errno.EISDIR : Errno.ENOTDIR).failure();
      }
      requireDelete(directory, victim, who);
      if (isDirectory) {
        throw Errno.EISDIR.failure();
      }
      requireNoMount(victim);
      directory.inode().unlink(name);
      directory.dropped(name);
    } finally {
      lock.unlock();
    }
  }

  /** Removes an empty directory. */
  public void removeDirectory(Dentry directory, String name, FsCredentials who) {
    requireWritable(directory);
    lock.lock();
    try {
      Dentry victim = existing(directory, name);
      requireDelete(directory, victim, who);
      if (!isDirectory(victim)) {
        throw Errno.ENOTDIR.failure();
      }
      requireNoMount(victim);
      directory.inode().removeDirectory(name);
      directory.dropped(name);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Moves or exchanges entries: renameat2(2), flags checked by the caller.
   *
   * @param fromSlash true when the old path ended in a slash
   * @param toSlash true when the new path did
   */
  public void rename(
      Dentry fromDirectory,
      String from,
      boolean fromSlash,
      Dentry toDirectory,
      String to,
      boolean toSlash,
      int flags,
      FsCredentials who) {
    requireWritable(fromDirectory);
    boolean exchange = (flags & Fcntl.RENAME_EXCHANGE) != 0;
    lock.lock();
    try {
      Dentry source = existing(fromDirectory, from);
      Dentry target = toDirectory.child(to);
      if (target != null && (flags & Fcntl.RENAME_NOREPLACE) != 0) {
        throw Errno.EEXIST.failure();
      }
      if (target == null && exchange) {
        throw Errno.ENOENT.failure();
      }
      if (exchange && toSlash && !isDirectory(target)) {
        throw Errno.ENOTDIR.failure();
      }
      if (!isDirectory(source) && (fromSlash || (toSlash && !exchange))) {
        throw Errno.ENOTDIR.failure();
      }
      if (toDirectory.isWithin(source)) {
        throw Errno.EINVAL.failure();
      }
      if (target != null && fromDirectory.isWithin(target)) {
        throw (exchange ? Errno.EINVAL : Errno.ENOTEMPTY).failure();
      }
      if (target != null && source.inode().isSame(target.inode())) {
        return;
      }
      requireRename(fromDirectory, source, toDirectory, target, exchange, who);
      fromDirectory.inode().rename(from, toDirectory.inode(), to, flags);
      moved(fromDirectory, source, toDirectory, target, to, exchange);
    } finally {
      lock.unlock();
    }
  }

  private static void requireRename(
      Dentry fromDirectory,
      Dentry source,
      Dentry toDirectory,
      Dentry target,
      boolean exchange,
      FsCredentials who) {
    requireDelete(fromDirectory, source, who);
    if (target == null) {
      Permission.require(toDirectory.inode(), who, Permission.WRITE | Permission.EXECUTE);
    } else {
      requireDelete(toDirectory, target, who);
      if (!exchange && isDirectory(source) != isDirectory(target)) {
        throw (isDirectory(source) ? Errno.ENOTDIR : Errno.EISDIR).failure();
      }
    }
    if (fromDirectory != toDirectory) {
      if (isDirectory(source)) {
        Permission.require(source.inode(), who, Permission.WRITE);
      }
      if (exchange && isDirectory(target)) {
        Permission.require(target.inode(), who, Permission.WRITE);
      }
    }
    requireNoMount(source);
    if (target != null) {
      requireNoMount(target);
    }
  }

  private static void moved(
      Dentry fromDirectory,
      Dentry source,
      Dentry toDirectory,
      Dentry target,
      String to,
      boolean exchange) {
    String from = source.name();
    if (exchange) {
      toDirectory.moveIn(to, source);
      fromDirectory.moveIn(from, target);
      return;
    }
    if (target != null) {
      toDirectory.dropped(to);
    }
    toDirectory.moveIn(to, source);
  }

  private Dentry add(Dentry directory, String name, FsCredentials who, Addition addition) {
    lock.lock();
    try {
      if (directory.child(name) != null) {
        throw Errno.EEXIST.failure();
      }
      requireWritable(directory);
      if (directory.removed()) {
        throw Errno.ENOENT.failure();
      }
      Inode parent = directory.inode();
      Permission.require(parent, who, Permission.WRITE | Permission.EXECUTE);
      return directory.added(name, addition.make(parent, group(parent, who)));
    } finally {
      lock.unlock();
    }
  }

  /** The group of a new entry: the directory's when that is set-group-id, else the caller's. */
  private static int group(Inode parent, FsCredentials who) {
    if ((parent.mode() & StatMode.S_ISGID) == 0) {
      return who.fsgid();
    }
    FileStatus status = new FileStatus();
    parent.status(status);
    return status.gid;
  }

  private static Dentry existing(Dentry directory, String name) {
    Dentry found = directory.child(name);
    if (found == null) {
      throw Errno.ENOENT.failure();
    }
    return found;
  }

  private static boolean isDirectory(Dentry dentry) {
    return StatMode.isDirectory(dentry.inode().mode());
  }

  private static void requireWritable(Dentry directory) {
    if (directory.mount() != null && directory.mount().readOnly()) {
      throw Errno.EROFS.failure();
    }
  }

  private static void requireNoMount(Dentry dentry) {
    if (dentry.covering() != null) {
      throw Errno.EBUSY.failure();
    }
  }

  /** Write permission on the directory, and the sticky bit (may_delete, check_sticky). */
  private static void requireDelete(Dentry directory, Dentry victim, FsCredentials who) {
    Inode parent = directory.inode();
    Permission.require(parent, who, Permission.WRITE | Permission.EXECUTE);
    if ((parent.mode() & StatMode.S_ISVTX) != 0
        && !Permission.owns(victim.inode(), who)
        && !Permission.owns(parent, who)) {
      throw Errno.EPERM.failure();
    }
  }

  private interface Addition {
    Inode make(Inode parent, int gid);
  }
}

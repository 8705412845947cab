package tollgate.calls;

import java.nio.charset.StandardCharsets;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.FsCredentials;
import tollgate.fs.OpenFile;
import tollgate.fs.PathName;
import tollgate.fs.PathWalk;
import tollgate.fs.Permission;
import tollgate.kernel.Task;

/** Lists directories and says where a task stands: getdents(2), getcwd(2), chdir(2), chroot(2). */
public final class DirectoryCalls {
  private DirectoryCalls() {}

  /** Implements getdents(2). */
  public static long getdents(Task task, long fd, long buffer, long count) {
    return list(task, fd, DirentWriter.Format.GETDENTS, buffer, count);
  }

  /** Implements getdents64(2). */
  public static long getdents64(Task task, long fd, long buffer, long count) {
    return list(task, fd, DirentWriter.Format.GETDENTS64, buffer, count);
  }

  /** Implements i386's readdir: one entry, 1 if there was one. */
  public static long readdir(Task task, long fd, long buffer, long count) {
    return list(task, fd, DirentWriter.Format.READDIR, buffer, count);
  }

  private static long list(
      Task task, long fd, DirentWriter.Format format, long buffer, long count) {
    OpenFile file = task.files().get((int) fd);
    Dentry dentry = file.dentry();
    if (StatMode.isDirectory(file.inode().mode()) && dentry.removed()) {
      throw Errno.ENOENT.failure();
    }
    DirentWriter writer =
        new DirentWriter(task.memory(), task.abi(), format, buffer, count & 0xffff_ffffL);
    file.readDirectory(writer);
    return writer.result();
  }

  /** Implements getcwd(2): the length with the NUL. */
  public static long getcwd(Task task, long buffer, long size) {
    String path = PathName.ofWorkingDirectory(task.fs().workingDirectory(), task.fs().root());
    if (path == null) {
      throw Errno.ENOENT.failure();
    }
    byte[] bytes = (path + '\0').getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length > PathWalk.PATH_MAX) {
      throw Errno.ENAMETOOLONG.failure();
    }
    if (Long.compareUnsigned(size, bytes.length) < 0) {
      throw Errno.ERANGE.failure();
    }
    task.memory().write(buffer, bytes, 0, bytes.length);
    return bytes.length;
  }

  /** Implements chdir(2). */
  public static long chdir(Task task, long path) {
    task.fs().setWorkingDirectory(directory(task, path));
    return 0;
  }

  /** Implements fchdir(2). */
  public static long fchdir(Task task, long fd) {
    Dentry dentry = task.files().getAny((int) fd).dentry();
    if (!StatMode.isDirectory(dentry.inode().mode())) {
      throw Errno.ENOTDIR.failure();
    }
    Permission.require(dentry.inode(), task.credentials(), Permission.EXECUTE);
    task.fs().setWorkingDirectory(dentry);
    return 0;
  }

  /** Implements chroot(2). */
  public static long chroot(Task task, long path) {
    Dentry dentry = directory(task, path);
    if (!task.credentials().capable(FsCredentials.CAP_SYS_CHROOT)) {
      throw Errno.EPERM.failure();
    }
    task.fs().setRoot(dentry);
    return 0;
  }

  private static Dentry directory(Task task, long path) {
    String name = UserPath.read(task, path);
    Dentry dentry =
        UserPath.walk(task).find(Fcntl.AT_FDCWD, name, PathWalk.FOLLOW | PathWalk.DIRECTORY);
    Permission.require(dentry.inode(), task.credentials(), Permission.EXECUTE);
    return dentry;
  }

  /** Implements umask(2). */
  public static long umask(Task task, long mask) {
    return task.fs().setUmask((int) mask);
  }
}

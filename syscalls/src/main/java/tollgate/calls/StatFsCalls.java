package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Statfs;
import tollgate.abi.uapi.Statfs64;
import tollgate.abi.uapi.Ustat;
import tollgate.fs.Dentry;
import tollgate.fs.FileSystem;
import tollgate.fs.FileSystemStatus;
import tollgate.fs.Mount;
import tollgate.fs.PathWalk;
import tollgate.kernel.Task;

/** What is known about a file system: statfs(2) in all its forms, ustat(2) (fs/statfs.c). */
public final class StatFsCalls {
  private static final long ST_RDONLY = 0x0001;
  private static final long ST_VALID = 0x0020;
  private static final long HIGH = 0xffff_ffff_0000_0000L;

  private StatFsCalls() {}

  /** Implements statfs(2). */
  public static long statfs(Task task, long path, long buffer) {
    return put(task, status(byPath(task, path)), buffer);
  }

  /** Implements fstatfs(2). */
  public static long fstatfs(Task task, long fd, long buffer) {
    return put(task, status(task.files().getAny((int) fd).dentry()), buffer);
  }

  /** Implements i386's statfs64. */
  public static long statfs64(Task task, long path, long size, long buffer) {
    requireSize(task, size);
    return put64(task, status(byPath(task, path)), buffer);
  }

  /** Implements i386's fstatfs64. */
  public static long fstatfs64(Task task, long fd, long size, long buffer) {
    requireSize(task, size);
    return put64(task, status(task.files().getAny((int) fd).dentry()), buffer);
  }

  /** Implements ustat(2). */
  public static long ustat(Task task, long device, long buffer) {
    for (Mount mount : task.fs().vfs().mounts()) {
      if (mount.fileSystem().device() == (int) device) {
        FileSystemStatus s = new FileSystemStatus();
        mount.fileSystem().status(s);
        StructView v = task.view(Ustat.SCHEMA);
        v.set(Ustat.F_TFREE, s.freeBlocks);
        v.set(Ustat.F_TINODE, s.freeFiles);
        v.copyOut(task.memory(), buffer);
        return 0;
      }
    }
    throw Errno.EINVAL.failure();
  }

  private static void requireSize(Task task, long size) {
    if (size != Statfs64.SCHEMA.size(task.abi())) {
      throw Errno.EINVAL.failure();
    }
  }

  private static Dentry byPath(Task task, long path) {
    String name = UserPath.read(task, path);
    return UserPath.walk(task).find(Fcntl.AT_FDCWD, name, PathWalk.FOLLOW);
  }

  private static FileSystemStatus status(Dentry dentry) {
    FileSystem fileSystem = dentry.inode().fileSystem();
    FileSystemStatus status = new FileSystemStatus();
    fileSystem.status(status);
    status.flags |= ST_VALID;
    if (dentry.mount() != null && dentry.mount().readOnly()) {
      status.flags |= ST_RDONLY;
    }
    return status;
  }

  private static long put(Task task, FileSystemStatus s, long buffer) {
    if (task.abi() == Abi.I386) {
      requireNarrow(s);
    }
    StructView v = task.view(Statfs.SCHEMA);
    v.set(Statfs.F_TYPE, s.type);
    v.set(Statfs.F_BSIZE, s.blockSize);
    v.set(Statfs.F_BLOCKS, s.blocks);
    v.set(Statfs.F_BFREE, s.freeBlocks);
    v.set(Statfs.F_BAVAIL, s.availableBlocks);
    v.set(Statfs.F_FILES, s.files);
    v.set(Statfs.F_FFREE, s.freeFiles);
    v.set(Statfs.F_NAMELEN, s.nameLength);
    v.set(Statfs.F_FRSIZE, s.fragmentSize);
    v.set(Statfs.F_FLAGS, s.flags);
    v.copyOut(task.memory(), buffer);
    return 0;
  }

  private static long put64(Task task, FileSystemStatus s, long buffer) {
    StructView v = task.view(Statfs64.SCHEMA);
    v.set(Statfs64.F_TYPE, s.type);
    v.set(Statfs64.F_BSIZE, s.blockSize);
    v.set(Statfs64.F_BLOCKS, s.blocks);
    v.set(Statfs64.F_BFREE, s.freeBlocks);
    v.set(Statfs64.F_BAVAIL, s.availableBlocks);
    v.set(Statfs64.F_FILES, s.files);
    v.set(Statfs64.F_FFREE, s.freeFiles);
    v.set(Statfs64.F_NAMELEN, s.nameLength);
    v.set(Statfs64.F_FRSIZE, s.fragmentSize);
    v.set(Statfs64.F_FLAGS, s.flags);
    v.copyOut(task.memory(), buffer);
    return 0;
  }

  /** put_compat_statfs: -1 for unknown counts of files passes. */
  private static void requireNarrow(FileSystemStatus s) {
    long sizes = s.blocks | s.freeBlocks | s.availableBlocks | s.blockSize | s.fragmentSize;
    boolean files = s.files == -1 || (s.files & HIGH) == 0;
    boolean free = s.freeFiles == -1 || (s.freeFiles & HIGH) == 0;
    if ((sizes & HIGH) != 0 || !files || !free) {
      throw Errno.EOVERFLOW.failure();
    }
  }
}

package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.Inode;
import tollgate.fs.NamelessFs;
import tollgate.fs.NamelessInode;
import tollgate.fs.OpenFile;
import tollgate.fs.pipe.Pipe;
import tollgate.kernel.Task;

/** Makes pipes: pipe(2), pipe2(2) (fs/pipe.c). */
public final class PipeCalls {
  private PipeCalls() {}

  /** Implements pipe(2). */
  public static long pipe(Task task, long descriptors) {
    return pipe2(task, descriptors, 0);
  }

  /** Implements pipe2(2) without packet mode (O_DIRECT). */
  public static long pipe2(Task task, long descriptors, long flags) {
    UserPath.requireFlags(flags, Fcntl.O_CLOEXEC | Fcntl.O_NONBLOCK);
    int status = (int) flags & Fcntl.O_NONBLOCK;
    task.files().requireFree(2, UserPath.descriptorLimit(task));
    NamelessFs fs = task.fs().vfs().pipes();
    Inode inode =
        new NamelessInode(
            fs, StatMode.S_IFIFO | 0600, task.credentials(), task.kernel().clock().realtime());
    Dentry dentry = new Dentry(null, "pipe:[" + inode.number() + ']', inode, null);
    Pipe pipe = new Pipe();
    OpenFile reader = pipe.openReader(dentry, status);
    OpenFile writer = pipe.openWriter(dentry, status);
    int read;
    try {
      read = (int) OpenCalls.install(task, reader, (int) flags);
    } catch (RuntimeException e) {
      writer.release();
      throw e;
    }
    int write = (int) OpenCalls.install(task, writer, (int) flags);
    GuestMemory memory = task.memory();
    try {
      memory.writeInt(descriptors, read);
      memory.writeInt(descriptors + Integer.BYTES, write);
    } catch (RuntimeException e) {
      task.files().close(read);
      task.files().close(write);
      throw Errno.EFAULT.failure();
    }
    return 0;
  }
}

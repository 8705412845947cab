package tollgate.fs.pipe;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.sched.WaitQueue;

/** One description of a pipe or fifo: it reads, writes, or both. */
public final class PipeFile extends OpenFile {
  static final int POLLIN = 0x001;
  static final int POLLOUT = 0x004;
  static final int POLLERR = 0x008;
  static final int POLLHUP = 0x010;
  static final int POLLRDNORM = 0x040;
  static final int POLLWRNORM = 0x100;

  private static final int FIONREAD = 0x541b;

  private final Pipe pipe;

  PipeFile(Dentry dentry, int flags, Pipe pipe) {
    super(dentry, flags);
    this.pipe = pipe;
  }

  /** The pipe itself. */
  public Pipe pipe() {
    return pipe;
  }

  @Override
  public long read(IovIter to) {
    return pipe.read(to, (flags() & Fcntl.O_NONBLOCK) != 0);
  }

  @Override
  public long write(IovIter from) {
    return pipe.write(from, (flags() & Fcntl.O_NONBLOCK) != 0);
  }

  @Override
  public long readAt(IovIter to, long offset) {
    throw Errno.ESPIPE.failure();
  }

  @Override
  public long writeAt(IovIter from, long offset) {
    throw Errno.ESPIPE.failure();
  }

  @Override
  public int poll() {
    return pipe.poll(readable(), writable());
  }

  @Override
  public WaitQueue pollQueue() {
    return pipe.queue();
  }

  @Override
  public long ioctl(GuestMemory memory, Abi abi, int request, long argument) {
    if (request != FIONREAD) {
      throw Errno.ENOTTY.failure();
    }
    memory.writeInt(argument, pipe.available());
    return 0;
  }

  @Override
  public void allocate(int mode, long offset, long length) {
    throw Errno.ESPIPE.failure();
  }

  @Override
  protected void close() {
    pipe.detach(readable(), writable());
  }
}

package tollgate.fs.dev;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.platform.HostTerminal;
import tollgate.platform.TransferBuffer;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;
import tollgate.sched.Waiter;

/**
 * One of the machine's streams, open: what the guest finds at descriptors 0, 1 and 2. Bytes go
 * through at once and unchanged. On a file the position is the host description's own, shared with
 * whoever else holds it.
 */
final class StreamFile extends OpenFile {
  private static final int SIGPIPE = 13;
  private static final int POLLIN = 0x001;
  private static final int POLLOUT = 0x004;
  private static final int POLLRDNORM = 0x040;
  private static final int POLLWRNORM = 0x100;
  private static final int READ_EVENTS = POLLIN;
  private static final int WRITE_EVENTS = POLLOUT;

  /** What a pipe takes whole or not at all: such a write never stops half-way. */
  private static final int PIPE_BUF = 4096;

  private final StandardStreams streams;
  private final HostTerminal terminal;
  private final StreamInode inode;
  private final int stream;
  private final boolean shared;
  private final boolean mayBlock;

  /**
   * An open stream.
   *
   * @param shared true to use the host description's position, false for one of our own
   */
  StreamFile(Dentry dentry, int flags, StandardStreams streams, StreamInode inode, boolean shared) {
    super(dentry, flags);
    this.streams = streams;
    this.terminal = streams.terminal();
    this.inode = inode;
    this.stream = inode.stream();
    this.shared = shared;
    this.mayBlock = inode.mayBlock();
  }

  @Override
  public long read(IovIter to) {
    return shared
        ? readAt(to, -1, (int) Math.min(to.remaining(), Integer.MAX_VALUE))
        : super.read(to);
  }

  @Override
  public long readAt(IovIter to, long offset) {
    requirePosition();
    return readAt(to, offset, (int) Math.min(to.remaining(), Integer.MAX_VALUE));
  }

  private long readAt(IovIter to, long offset, int length) {
    byte[] buffer = TransferBuffer.current();
    long done = 0;
    while (done < length) {
      int part = (int) Math.min(length - done, buffer.length);
      long got = terminal.read(stream, buffer, 0, part, offset < 0 ? -1 : offset + done);
      if (got == Errno.EAGAIN.result() && done == 0 && waitFor(READ_EVENTS)) {
        continue;
      }
      if (got <= 0) {
        return partial(done, got);
      }
      int copied = to.copyTo(buffer, 0, (int) got);
      done += copied;
      if (copied < got) {
        return partial(done, Errno.EFAULT.result());
      }
      if (mayBlock || got < part) {
        break;
      }
    }
    return done;
  }

  @Override
  public long write(IovIter from) {
    return shared ? writeAll(from, -1) : super.write(from);
  }

  @Override
  public long writeAt(IovIter from, long offset) {
    requirePosition();
    return writeAll(from, offset);
  }

  private long writeAll(IovIter from, long offset) {
    if (mayBlock && from.remaining() > PIPE_BUF) {
      Waiter.current().leaveGuest(); // a wait half-way could not be started over
    }
    byte[] buffer = TransferBuffer.current();
    long done = 0;
    while (from.remaining() > 0) {
      int part = (int) Math.min(from.remaining(), buffer.length);
      int copied = from.copyFrom(buffer, 0, part);
      if (copied == 0) {
        return partial(done, Errno.EFAULT.result());
      }
      int put = 0;
      while (put < copied) {
        long at = offset < 0 ? -1 : offset + done;
        long result = terminal.write(stream, buffer, put, copied - put, at);
        if (result == Errno.EAGAIN.result() && waitToWrite(done)) {
          continue;
        }
        if (result < 0) {
          return failedWrite(done, result);
        }
        put += (int) result;
        done += result;
      }
    }
    return done;
  }

  private boolean waitToWrite(long done) {
    if ((flags() & Fcntl.O_NONBLOCK) != 0) {
      return false;
    }
    if (done == 0) {
      return waitFor(WRITE_EVENTS);
    }
    return streams.watcher().await(stream, WRITE_EVENTS) == WaitQueue.Outcome.READY;
  }

  private static long failedWrite(long done, long result) {
    if (result == Errno.EPIPE.result()) {
      Waiter.current().raise(SIGPIPE);
    }
    return partial(done, result);
  }

  /** Waits for the host; false when the file must not wait. */
  private boolean waitFor(int events) {
    if ((flags() & Fcntl.O_NONBLOCK) != 0) {
      return false;
    }
    if (streams.watcher().await(stream, events) == WaitQueue.Outcome.INTERRUPTED) {
      throw Restart.ERESTARTSYS.failure();
    }
    return true;
  }

  private static long partial(long done, long result) {
    return done > 0 ? done : Errno.check(result);
  }

  private void requirePosition() {
    if (!inode.hasPosition()) {
      throw Errno.ESPIPE.failure();
    }
  }

  @Override
  public long seek(long offset, int whence) {
    requirePosition();
    if (shared) {
      return Errno.check(terminal.seek(stream, offset, whence));
    }
    synchronized (this) {
      long base =
          switch (whence) {
            case Fcntl.SEEK_SET -> 0;
            case Fcntl.SEEK_CUR -> position;
            case Fcntl.SEEK_END -> inode.size();
            default -> throw Errno.EINVAL.failure();
          };
      if (base + offset < 0) {
        throw Errno.EINVAL.failure();
      }
      position = base + offset;
      return position;
    }
  }

  @Override
  public boolean seekable() {
    return inode.hasPosition();
  }

  @Override
  public int poll() {
    if (!mayBlock) {
      return POLLIN | POLLOUT | POLLRDNORM | POLLWRNORM;
    }
    int asked = (readable() ? POLLIN : 0) | (writable() ? POLLOUT : 0);
    int ready = terminal.ready(stream, asked);
    int missing = asked & ~ready;
    if (missing != 0) {
      streams.watcher().want(stream, missing);
    }
    int result = ready;
    result |= (ready & POLLIN) != 0 ? POLLRDNORM : 0;
    result |= (ready & POLLOUT) != 0 ? POLLWRNORM : 0;
    return result;
  }

  @Override
  public WaitQueue pollQueue() {
    return mayBlock ? streams.watcher().queue() : null;
  }

  @Override
  public long ioctl(GuestMemory memory, Abi abi, int request, long argument) {
    return streams.control(stream, memory, abi, request, argument);
  }

  @Override
  public void sync(boolean dataOnly) {
    if (!inode.hasPosition()) {
      throw Errno.EINVAL.failure();
    }
  }
}

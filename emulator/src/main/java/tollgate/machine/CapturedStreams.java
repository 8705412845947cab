package tollgate.machine;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tollgate.abi.Errno;
import tollgate.platform.HostStatus;
import tollgate.platform.HostTerminal;

/**
 * Standard streams in memory, for guests inside tests and other programs: input is an array, output
 * and error are collected. To the guest they look like pipes whose other end never makes it wait.
 */
public final class CapturedStreams implements HostTerminal {
  /** The most that is kept of one stream; more gives the guest ENOSPC. */
  public static final int LIMIT = 256 << 20;

  private static final int POLLIN = 1;
  private static final int POLLOUT = 4;
  private static final int PIPE_MODE = 0x1000 | 0600;
  private static final int O_WRONLY = 1;

  private final byte[] input;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition interrupted = lock.newCondition();
  private int position;
  private boolean interrupt;

  /** Streams whose input is these bytes, then the end. */
  public CapturedStreams(byte[] input) {
    this.input = input.clone();
  }

  /** What the guest has written to standard output so far. */
  public byte[] output() {
    lock.lock();
    try {
      return output.toByteArray();
    } finally {
      lock.unlock();
    }
  }

  /** What the guest has written to standard error so far. */
  public byte[] error() {
    lock.lock();
    try {
      return error.toByteArray();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long read(int stream, byte[] into, int offset, int length, long at) {
    if (stream != 0) {
      return -(stream == CONTROLLING ? Errno.ENXIO : Errno.EBADF).number();
    }
    lock.lock();
    try {
      int count = Math.min(length, input.length - position);
      System.arraycopy(input, position, into, offset, count);
      position += count;
      return count;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long write(int stream, byte[] from, int offset, int length, long at) {
    if (stream != 1 && stream != 2) {
      return -(stream == CONTROLLING ? Errno.ENXIO : Errno.EBADF).number();
    }
    lock.lock();
    try {
      ByteArrayOutputStream into = stream == 1 ? output : error;
      int count = Math.min(length, LIMIT - into.size());
      if (count <= 0 && length > 0) {
        return -Errno.ENOSPC.number();
      }
      into.write(from, offset, count);
      return count;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int ready(int stream, int events) {
    return switch (stream) {
      case 0 -> events & POLLIN;
      case 1, 2 -> events & POLLOUT;
      default -> 0;
    };
  }

  @Override
  public void poll(int[] events, int[] ready) {
    boolean any = false;
    for (int stream = 0; stream < STREAMS; stream++) {
      ready[stream] = ready(stream, events[stream]);
      any |= ready[stream] != 0;
    }
    lock.lock();
    try {
      while (!any && !interrupt) {
        interrupted.awaitUninterruptibly();
      }
      interrupt = false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void interruptPoll() {
    lock.lock();
    try {
      interrupt = true;
      interrupted.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int status(int stream, HostStatus into) {
    if (stream == CONTROLLING) {
      return -Errno.ENXIO.number();
    }
    into.device = 0xc;
    into.inode = 1 + stream;
    into.mode = PIPE_MODE;
    into.links = 1;
    into.uid = 0;
    into.gid = 0;
    into.rawDevice = 0;
    into.size = 0;
    into.blockSize = 4096;
    into.blocks = 0;
    return 0;
  }

  @Override
  public int statusFlags(int stream) {
    return stream == CONTROLLING ? -Errno.ENXIO.number() : stream == 0 ? 0 : O_WRONLY;
  }

  @Override
  public boolean isTerminal(int stream) {
    return false;
  }

  @Override
  public long seek(int stream, long offset, int whence) {
    return -Errno.ESPIPE.number();
  }

  @Override
  public int truncate(int stream, long size) {
    return -Errno.EINVAL.number();
  }

  @Override
  public int control(int stream, int request, byte[] argument) {
    return -(stream == CONTROLLING ? Errno.ENXIO : Errno.ENOTTY).number();
  }

  @Override
  public int control(int stream, int request, long argument) {
    return -(stream == CONTROLLING ? Errno.ENXIO : Errno.ENOTTY).number();
  }
}

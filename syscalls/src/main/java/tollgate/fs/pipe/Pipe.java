package tollgate.fs.pipe;

import java.util.function.BooleanSupplier;
import tollgate.abi.Errno;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;
import tollgate.sched.Waiter;

/**
 * A pipe: a ring of bytes between descriptions that read and descriptions that write (pipe(7),
 * fs/pipe.c). The wait queue's lock guards everything; bytes go straight between the ring and the
 * user.
 */
public final class Pipe {
  /** Writes up to this size are never mixed with others. */
  public static final int PIPE_BUF = 4096;

  /** The capacity of a new pipe. */
  public static final int DEFAULT_CAPACITY = 65536;

  /** The largest capacity without privilege (fs.pipe-max-size). */
  public static final int MAX_CAPACITY = 1 << 20;

  private static final int SIGPIPE = 13;

  private final WaitQueue queue = new WaitQueue();
  private final BooleanSupplier canRead = this::canRead;
  private byte[] ring = new byte[PIPE_BUF];
  private int capacity = DEFAULT_CAPACITY;
  private int head;
  private int used;
  private int readers;
  private int writers;
  private long readerOpens;
  private long writerOpens;

  /** An empty pipe that nobody has open. */
  public Pipe() {}

  /** The reading end of pipe(2). */
  public OpenFile openReader(Dentry dentry, int flags) {
    attach(true, false);
    return new PipeFile(dentry, flags | Fcntl.O_RDONLY, this);
  }

  /** The writing end of pipe(2). */
  public OpenFile openWriter(Dentry dentry, int flags) {
    attach(false, true);
    return new PipeFile(dentry, flags | Fcntl.O_WRONLY, this);
  }

  /**
   * Opens a fifo: waits for the other side unless it is opened for both or with O_NONBLOCK
   * (fifo(7)); ENXIO for a writer that does not wait and finds no reader.
   */
  public OpenFile openFifo(Dentry dentry, int flags) {
    int access = flags & Fcntl.O_ACCMODE;
    boolean nonBlocking = (flags & Fcntl.O_NONBLOCK) != 0;
    switch (access) {
      case Fcntl.O_RDONLY -> openFifoEnd(true, nonBlocking);
      case Fcntl.O_WRONLY -> openFifoEnd(false, nonBlocking);
      case Fcntl.O_RDWR -> attach(true, true);
      default -> throw Errno.EINVAL.failure();
    }
    return new PipeFile(dentry, flags, this);
  }

  private void openFifoEnd(boolean reads, boolean nonBlocking) {
    queue.lock().lock();
    try {
      boolean alone = reads ? writers == 0 : readers == 0;
      if (!alone) {
        attach(reads, !reads);
        return;
      }
      if (nonBlocking) {
        if (!reads) {
          throw Errno.ENXIO.failure();
        }
        attach(true, false);
        return;
      }
      Waiter.current().leaveGuest();
      attach(reads, !reads);
      long seen = reads ? writerOpens : readerOpens;
      BooleanSupplier met = () -> (reads ? writerOpens : readerOpens) != seen;
      if (queue.await(met, WaitQueue.FOREVER) != WaitQueue.Outcome.READY) {
        detach(reads, !reads);
        throw Restart.ERESTARTSYS.failure();
      }
    } finally {
      queue.lock().unlock();
    }
  }

  private void attach(boolean reads, boolean writes) {
    queue.lock().lock();
    try {
      if (reads) {
        readers++;
        readerOpens++;
      }
      if (writes) {
        writers++;
        writerOpens++;
      }
      queue.wake();
    } finally {
      queue.lock().unlock();
    }
  }

  void detach(boolean reads, boolean writes) {
    queue.lock().lock();
    try {
      readers -= reads ? 1 : 0;
      writers -= writes ? 1 : 0;
      if (readers == 0 && writers == 0) {
        used = 0;
        head = 0;
        ring = new byte[PIPE_BUF];
      }
      queue.wake();
    } finally {
      queue.lock().unlock();
    }
  }

  WaitQueue queue() {
    return queue;
  }

  /** Waits for bytes and hands over what there is; 0 when no writer is left. */
  long read(IovIter to, boolean nonBlocking) {
    if (to.remaining() == 0) {
      return 0;
    }
    queue.lock().lock();
    try {
      switch (queue.await(canRead, nonBlocking ? 0 : WaitQueue.FOREVER)) {
        case TIMED_OUT -> throw Errno.EAGAIN.failure();
        case INTERRUPTED -> throw Restart.ERESTARTSYS.failure();
        case READY -> {}
      }
      long done = 0;
      while (used > 0 && to.remaining() > 0) {
        int part = (int) Math.min(Math.min(used, ring.length - head), to.remaining());
        int moved = to.copyTo(ring, head, part);
        head = (head + moved) % ring.length;
        used -= moved;
        done += moved;
        if (moved < part) {
          requireSome(done, Errno.EFAULT);
          break;
        }
      }
      queue.wake();
      return done;
    } finally {
      queue.lock().unlock();
    }
  }

  /** Waits for room and takes bytes: all of them unless it may not wait or is interrupted. */
  long write(IovIter from, boolean nonBlocking) {
    long total = from.remaining();
    if (total == 0) {
      return 0;
    }
    long done = 0;
    queue.lock().lock();
    try {
      if (!nonBlocking && readers > 0 && total > capacity - used) {
        Waiter.current().leaveGuest();
      }
      while (done < total) {
        WaitQueue.Outcome outcome = awaitRoom(total <= PIPE_BUF ? (int) total : 1, nonBlocking);
        if (outcome != WaitQueue.Outcome.READY) {
          return stopped(done, outcome);
        }
        if (readers == 0) {
          Waiter.current().raise(SIGPIPE);
          requireSome(done, Errno.EPIPE);
          return done;
        }
        int part = (int) Math.min(total - done, capacity - used);
        int moved = take(from, part);
        done += moved;
        queue.wake();
        if (moved < part) {
          requireSome(done, Errno.EFAULT);
          return done;
        }
      }
      return done;
    } finally {
      queue.lock().unlock();
    }
  }

  private WaitQueue.Outcome awaitRoom(int wanted, boolean nonBlocking) {
    if (readers == 0 || capacity - used >= wanted) {
      return WaitQueue.Outcome.READY;
    }
    BooleanSupplier canWrite = () -> readers == 0 || capacity - used >= wanted;
    return queue.await(canWrite, nonBlocking ? 0 : WaitQueue.FOREVER);
  }

  /** Takes bytes into the ring, which has room for them within the capacity; returns how many. */
  private int take(IovIter from, int length) {
    if (used + length > ring.length) {
      resize(Math.min(capacity, Integer.highestOneBit(used + length) * 2));
    }
    int done = 0;
    while (done < length) {
      int tail = (head + used) % ring.length;
      int part = Math.min(length - done, ring.length - tail);
      int moved = from.copyFrom(ring, tail, part);
      used += moved;
      done += moved;
      if (moved < part) {
        break;
      }
    }
    return done;
  }

  private static void requireSome(long done, Errno reason) {
    if (done == 0) {
      throw reason.failure();
    }
  }

  private static long stopped(long done, WaitQueue.Outcome outcome) {
    if (done > 0) {
      return done;
    }
    if (outcome == WaitQueue.Outcome.TIMED_OUT) {
      throw Errno.EAGAIN.failure();
    }
    throw Restart.ERESTARTSYS.failure();
  }

  int poll(boolean reads, boolean writes) {
    queue.lock().lock();
    try {
      int events = 0;
      if (reads) {
        events |= used > 0 ? PipeFile.POLLIN | PipeFile.POLLRDNORM : 0;
        events |= writers == 0 && writerOpens > 0 ? PipeFile.POLLHUP : 0;
      }
      if (writes) {
        events |= capacity - used >= PIPE_BUF ? PipeFile.POLLOUT | PipeFile.POLLWRNORM : 0;
        events |= readers == 0 ? PipeFile.POLLERR : 0;
      }
      return events;
    } finally {
      queue.lock().unlock();
    }
  }

  /** Bytes that can be read: FIONREAD. */
  int available() {
    queue.lock().lock();
    try {
      return used;
    } finally {
      queue.lock().unlock();
    }
  }

  /** F_GETPIPE_SZ. */
  public int capacity() {
    queue.lock().lock();
    try {
      return capacity;
    } finally {
      queue.lock().unlock();
    }
  }

  /**
   * F_SETPIPE_SZ: rounds up to a power of two of at least a page; EBUSY when the content does not
   * fit, EPERM beyond {@link #MAX_CAPACITY} without privilege.
   */
  public int setCapacity(long wanted, boolean privileged) {
    if (wanted < 0 || wanted > 1L << 31 || wanted == 0) {
      throw Errno.EINVAL.failure();
    }
    long rounded = Math.max(PIPE_BUF, Long.highestOneBit(wanted * 2 - 1));
    queue.lock().lock();
    try {
      if (rounded > capacity && rounded > MAX_CAPACITY && !privileged) {
        throw Errno.EPERM.failure();
      }
      if (rounded > MAX_CAPACITY * 64L) {
        throw Errno.ENOMEM.failure();
      }
      if (rounded < used) {
        throw Errno.EBUSY.failure();
      }
      capacity = (int) rounded;
      resize(Math.min(capacity, Math.max(PIPE_BUF, used)));
      queue.wake();
      return capacity;
    } finally {
      queue.lock().unlock();
    }
  }

  private boolean canRead() {
    return used > 0 || writers == 0;
  }

  private void resize(int length) {
    byte[] other = new byte[Math.max(length, used)];
    int first = Math.min(used, ring.length - head);
    System.arraycopy(ring, head, other, 0, first);
    System.arraycopy(ring, 0, other, first, used - first);
    ring = other;
    head = 0;
  }
}

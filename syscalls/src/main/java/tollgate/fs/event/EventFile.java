package tollgate.fs.event;

import java.util.function.BooleanSupplier;
import tollgate.abi.Errno;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Poll;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;

/** A counter behind a descriptor: eventfd(2) (fs/eventfd.c). Safe for all threads. */
public final class EventFile extends OpenFile {
  private static final long MAX = -2L;

  private final WaitQueue queue = new WaitQueue();
  private final boolean semaphore;
  private final BooleanSupplier canRead = this::canRead;
  private long count;

  /**
   * A counter.
   *
   * @param semaphore true: a read takes 1, not all
   */
  public EventFile(Dentry dentry, int flags, long count, boolean semaphore) {
    super(dentry, flags);
    this.count = count;
    this.semaphore = semaphore;
  }

  @Override
  public long read(IovIter to) {
    if (to.remaining() < Long.BYTES) {
      throw Errno.EINVAL.failure();
    }
    long taken;
    queue.lock().lock();
    try {
      await(canRead);
      taken = semaphore ? 1 : count;
      count -= taken;
      queue.wake();
    } finally {
      queue.lock().unlock();
    }
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[i] = (byte) (taken >>> 8 * i);
    }
    if (to.copyTo(bytes, 0, Long.BYTES) < Long.BYTES) {
      throw Errno.EFAULT.failure();
    }
    return Long.BYTES;
  }

  @Override
  public long write(IovIter from) {
    if (from.remaining() < Long.BYTES) {
      throw Errno.EINVAL.failure();
    }
    byte[] bytes = new byte[Long.BYTES];
    if (from.copyFrom(bytes, 0, Long.BYTES) < Long.BYTES) {
      throw Errno.EFAULT.failure();
    }
    long added = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      added |= (bytes[i] & 0xffL) << 8 * i;
    }
    if (added == -1) {
      throw Errno.EINVAL.failure();
    }
    long wanted = added;
    queue.lock().lock();
    try {
      await(() -> Long.compareUnsigned(MAX - count, wanted) >= 0);
      count += wanted;
      queue.wake();
    } finally {
      queue.lock().unlock();
    }
    return Long.BYTES;
  }

  @Override
  public int poll() {
    queue.lock().lock();
    try {
      int events = count != 0 ? Poll.POLLIN : 0;
      return Long.compareUnsigned(count, MAX) < 0 ? events | Poll.POLLOUT : events;
    } finally {
      queue.lock().unlock();
    }
  }

  @Override
  public WaitQueue pollQueue() {
    return queue;
  }

  private boolean canRead() {
    return count != 0;
  }

  private void await(BooleanSupplier condition) {
    long patience = (flags() & Fcntl.O_NONBLOCK) != 0 ? 0 : WaitQueue.FOREVER;
    switch (queue.await(condition, patience)) {
      case TIMED_OUT -> throw Errno.EAGAIN.failure();
      case INTERRUPTED -> throw Restart.ERESTARTSYS.failure();
      case READY -> {}
    }
  }
}

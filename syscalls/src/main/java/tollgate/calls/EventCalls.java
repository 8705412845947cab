package tollgate.calls;

import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.GuestMemory;
import tollgate.abi.StructView;
import tollgate.abi.uapi.EpollEvent;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Poll;
import tollgate.fs.Dentry;
import tollgate.fs.NamelessFs;
import tollgate.fs.NamelessInode;
import tollgate.fs.OpenFile;
import tollgate.fs.event.EpollFile;
import tollgate.fs.event.EventFile;
import tollgate.fs.event.PollWait;
import tollgate.kernel.Task;
import tollgate.sched.WaitQueue;

/** Descriptors that are events or sets of them: eventfd(2), epoll(7). */
public final class EventCalls {
  private static final int EFD_SEMAPHORE = 1;
  private static final long MILLI = 1_000_000L;
  private static final int MAX_EVENTS = Integer.MAX_VALUE / 12;

  private EventCalls() {}

  /** Implements eventfd(2). */
  public static long eventfd(Task task, long count) {
    return eventfd2(task, count, 0);
  }

  /** Implements eventfd2(2). */
  public static long eventfd2(Task task, long count, long flags) {
    UserPath.requireFlags(flags, Fcntl.O_CLOEXEC | Fcntl.O_NONBLOCK | EFD_SEMAPHORE);
    int how = (int) flags;
    OpenFile file =
        new EventFile(
            place(task, "anon_inode:[eventfd]"),
            Fcntl.O_RDWR | (how & Fcntl.O_NONBLOCK),
            count & 0xffff_ffffL,
            (how & EFD_SEMAPHORE) != 0);
    return OpenCalls.install(task, file, how);
  }

  /** Implements epoll_create(2): the size only has to be positive. */
  public static long epollCreate(Task task, long size) {
    if ((int) size <= 0) {
      throw Errno.EINVAL.failure();
    }
    return epollCreate1(task, 0);
  }

  /** Implements epoll_create1(2). */
  public static long epollCreate1(Task task, long flags) {
    UserPath.requireFlags(flags, Poll.EPOLL_CLOEXEC);
    OpenFile file = new EpollFile(place(task, "anon_inode:[eventpoll]"), Fcntl.O_RDWR);
    return OpenCalls.install(task, file, (int) flags);
  }

  /** Implements epoll_ctl(2). */
  public static long epollCtl(Task task, long epfd, long operation, long fd, long event) {
    int events = 0;
    long data = 0;
    if ((int) operation != Poll.EPOLL_CTL_DEL) {
      StructView view = task.view(EpollEvent.SCHEMA).copyIn(task.memory(), event);
      events = (int) view.get(EpollEvent.EVENTS);
      data = view.get(EpollEvent.DATA);
    }
    OpenFile set = task.files().get((int) epfd);
    OpenFile file = task.files().get((int) fd);
    if (!(set instanceof EpollFile epoll) || set == file) {
      throw Errno.EINVAL.failure();
    }
    switch ((int) operation) {
      case Poll.EPOLL_CTL_ADD -> epoll.add((int) fd, file, events, data);
      case Poll.EPOLL_CTL_MOD -> epoll.modify((int) fd, file, events, data);
      case Poll.EPOLL_CTL_DEL -> epoll.delete((int) fd, file);
      default -> throw Errno.EINVAL.failure();
    }
    return 0;
  }

  /** Implements epoll_wait(2). */
  public static long epollWait(Task task, long epfd, long events, long max, long timeout) {
    int millis = (int) timeout;
    return wait(task, epfd, events, (int) max, millis < 0 ? WaitQueue.FOREVER : millis * MILLI);
  }

  /** Implements epoll_pwait(2). */
  public static long epollPwait(
      Task task, long epfd, long events, long max, long timeout, long mask, long size) {
    PollCalls.blockSignals(task, mask, size);
    int millis = (int) timeout;
    return masked(
        task, epfd, events, (int) max, millis < 0 ? WaitQueue.FOREVER : millis * MILLI, mask);
  }

  /** Implements epoll_pwait2(2). */
  public static long epollPwait2(
      Task task, long epfd, long events, long max, long timeout, long mask, long size) {
    WaitTime time = WaitTime.timespec64(task, timeout);
    PollCalls.blockSignals(task, mask, size);
    return masked(task, epfd, events, (int) max, time.nanos(), mask);
  }

  private static long masked(Task task, long epfd, long events, int max, long nanos, long mask) {
    try {
      long result = wait(task, epfd, events, max, nanos);
      PollCalls.unblockSignals(task, mask);
      return result;
    } catch (ErrnoException e) {
      if (e.errno() != Errno.EINTR) {
        PollCalls.unblockSignals(task, mask);
      }
      throw e;
    }
  }

  private static long wait(Task task, long epfd, long events, int max, long nanos) {
    if (max <= 0 || max > MAX_EVENTS) {
      throw Errno.EINVAL.failure();
    }
    if (!(task.files().get((int) epfd) instanceof EpollFile epoll)) {
      throw Errno.EINVAL.failure();
    }
    int ready = collect(task, epoll, events, max);
    if (ready > 0 || nanos == 0) {
      return ready;
    }
    long end = nanos == WaitQueue.FOREVER ? 0 : System.nanoTime() + nanos;
    try (PollWait wait = new PollWait()) {
      wait.add(epoll);
      while (true) {
        long left = nanos == WaitQueue.FOREVER ? nanos : end - System.nanoTime();
        WaitQueue.Outcome outcome = wait.await(epoll::anyReady, left);
        if (outcome == WaitQueue.Outcome.INTERRUPTED) {
          throw Errno.EINTR.failure();
        }
        ready = collect(task, epoll, events, max);
        if (ready > 0 || outcome == WaitQueue.Outcome.TIMED_OUT) {
          return ready;
        }
      }
    }
  }

  private static int collect(Task task, EpollFile epoll, long address, int max) {
    GuestMemory memory = task.memory();
    int length = EpollEvent.SCHEMA.size(task.abi());
    long[] at = {address};
    boolean[] fault = new boolean[1];
    int taken =
        epoll.collect(
            max,
            (events, data) -> {
              StructView view = task.view(EpollEvent.SCHEMA);
              view.set(EpollEvent.EVENTS, events).set(EpollEvent.DATA, data);
              if (memory.writeUpTo(at[0], view.bytes(), 0, length) < length) {
                fault[0] = true;
                return false;
              }
              at[0] += length;
              return true;
            });
    if (taken == 0 && fault[0]) {
      throw Errno.EFAULT.failure();
    }
    return taken;
  }

  private static Dentry place(Task task, String name) {
    NamelessFs fs = task.fs().vfs().anonymous();
    long now = task.kernel().clock().realtime();
    return new Dentry(null, name, new NamelessInode(fs, 0600, task.credentials(), now), null);
  }
}

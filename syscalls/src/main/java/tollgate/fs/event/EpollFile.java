package tollgate.fs.event;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Poll;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.sched.WaitQueue;

/**
 * A set of files and the events wanted of each: epoll(7) (fs/eventpoll.c). Its monitor guards the
 * set; the files are asked while it is held, so they must not call back into it: they only wake its
 * queue. Sets may hold sets, but never in a circle. Safe for all threads.
 */
public final class EpollFile extends OpenFile {
  private static final int MAX_DEPTH = 5;
  private static final int MAX_ITEMS = 1 << 20;
  private static final int FLAGS =
      Poll.EPOLLONESHOT | Poll.EPOLLEXCLUSIVE | Poll.EPOLLWAKEUP | (int) Poll.EPOLLET;
  private static final Object TOPOLOGY = new Object();

  private final WaitQueue queue = new WaitQueue();
  private final Map<Key, Item> items = new LinkedHashMap<>();

  /** An empty set. */
  public EpollFile(Dentry dentry, int flags) {
    super(dentry, flags);
  }

  /** Receives ready files. */
  @FunctionalInterface
  public interface Sink {
    /** One ready file; false when it could not be taken. */
    boolean event(int events, long data);
  }

  /** EPOLL_CTL_ADD: EEXIST, EPERM for files that cannot be waited for, ELOOP for circles. */
  public void add(int fd, OpenFile file, int events, long data) {
    int type = file.inode().mode() & StatMode.S_IFMT;
    if (type == StatMode.S_IFREG || type == StatMode.S_IFDIR) {
      throw Errno.EPERM.failure();
    }
    synchronized (TOPOLOGY) {
      if (file instanceof EpollFile other
          && (other.reaches(this) || other.depth() + 1 > MAX_DEPTH)) {
        throw Errno.ELOOP.failure();
      }
      synchronized (this) {
        sweep();
        Key key = new Key(fd, file);
        if (items.containsKey(key)) {
          throw Errno.EEXIST.failure();
        }
        if (items.size() >= MAX_ITEMS) {
          throw Errno.ENOSPC.failure();
        }
        Item item = new Item(file, events, data);
        items.put(key, item);
        item.listen();
      }
    }
    queue.wake();
  }

  /** EPOLL_CTL_MOD; ENOENT. */
  public void modify(int fd, OpenFile file, int events, long data) {
    synchronized (this) {
      Item item = existing(fd, file);
      item.events = events;
      item.data = data;
      item.disabled = false;
      item.edge = true;
    }
    queue.wake();
  }

  /** EPOLL_CTL_DEL; ENOENT. */
  public synchronized void delete(int fd, OpenFile file) {
    existing(fd, file).forget();
    items.remove(new Key(fd, file));
  }

  /** Hands ready files to the sink, at most {@code limit}; returns how many were taken. */
  public synchronized int collect(int limit, Sink sink) {
    sweep();
    int taken = 0;
    for (Item item : items.values()) {
      if (taken == limit) {
        break;
      }
      int ready = item.ready();
      if (ready == 0) {
        continue;
      }
      if (!sink.event(ready, item.data)) {
        break;
      }
      taken++;
      item.edge = false;
      item.disabled = (item.events & Poll.EPOLLONESHOT) != 0;
    }
    return taken;
  }

  /** True when some file is ready. */
  public synchronized boolean anyReady() {
    for (Item item : items.values()) {
      if (!item.file.isClosed() && item.ready() != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int poll() {
    return anyReady() ? Poll.POLLIN | Poll.POLLRDNORM : 0;
  }

  @Override
  public WaitQueue pollQueue() {
    return queue;
  }

  @Override
  protected synchronized void close() {
    items.values().forEach(Item::forget);
    items.clear();
  }

  private Item existing(int fd, OpenFile file) {
    Item item = items.get(new Key(fd, file));
    if (item == null) {
      throw Errno.ENOENT.failure();
    }
    return item;
  }

  /** Drops files that were closed. */
  private void sweep() {
    for (Iterator<Item> i = items.values().iterator(); i.hasNext(); ) {
      Item item = i.next();
      if (item.file.isClosed()) {
        item.forget();
        i.remove();
      }
    }
  }

  private synchronized boolean reaches(EpollFile other) {
    if (this == other) {
      return true;
    }
    return items.values().stream()
        .anyMatch(i -> i.file instanceof EpollFile next && next.reaches(other));
  }

  private synchronized int depth() {
    return items.values().stream()
            .mapToInt(i -> i.file instanceof EpollFile next ? next.depth() : 0)
            .max()
            .orElse(0)
        + 1;
  }

  private record Key(int fd, OpenFile file) {}

  private final class Item {
    final OpenFile file;
    final Runnable listener = this::noticed;
    int events;
    long data;
    boolean disabled;
    volatile boolean edge = true;

    Item(OpenFile file, int events, long data) {
      this.file = file;
      this.events = events;
      this.data = data;
    }

    int ready() {
      if (disabled || (!edge && (events & (int) Poll.EPOLLET) != 0)) {
        return 0;
      }
      int wanted = (events & ~FLAGS) | Poll.POLLERR | Poll.POLLHUP;
      return file.poll() & wanted;
    }

    void listen() {
      if (file.pollQueue() != null) {
        file.pollQueue().listen(listener);
      }
    }

    void forget() {
      if (file.pollQueue() != null) {
        file.pollQueue().forget(listener);
      }
    }

    private void noticed() {
      edge = true;
      queue.wake();
    }
  }
}

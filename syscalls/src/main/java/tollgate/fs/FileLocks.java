package tollgate.fs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;

/**
 * The advisory locks on one file (fs/locks.c): whole-file locks of flock(2), held by open file
 * descriptions, and byte ranges of fcntl(2), held by processes (their descriptor table) or by open
 * file descriptions. The two kinds do not see each other. Safe for all threads.
 */
public final class FileLocks {
  /** The last byte a range can have: "to the end, however far that is". */
  public static final long TO_END = Long.MAX_VALUE;

  private static final int MAX_RANGES = 65_536;

  private final WaitQueue queue = new WaitQueue();
  private final List<Whole> wholes = new ArrayList<>();
  private final List<Range> ranges = new ArrayList<>();

  FileLocks() {}

  /**
   * flock(2).
   *
   * @param operation LOCK_SH, LOCK_EX or LOCK_UN
   * @param wait false: EAGAIN when another description holds a lock in the way
   */
  public void lockWhole(OpenFile owner, int operation, boolean wait) {
    boolean exclusive = operation == Fcntl.LOCK_EX;
    queue.lock().lock();
    try {
      boolean held = wholes.stream().anyMatch(w -> w.owner == owner && w.exclusive == exclusive);
      if (held && operation != Fcntl.LOCK_UN) {
        return;
      }
      BooleanSupplier free =
          () -> wholes.stream().noneMatch(w -> w.owner != owner && (w.exclusive || exclusive));
      if (operation != Fcntl.LOCK_UN) {
        await(free, wait);
      }
      wholes.removeIf(w -> w.owner == owner);
      if (operation != Fcntl.LOCK_UN) {
        wholes.add(new Whole(owner, exclusive));
      }
      queue.wake();
    } finally {
      queue.lock().unlock();
    }
  }

  /**
   * Sets, changes or removes a range lock: fcntl(2) F_SETLK.
   *
   * @param owner the descriptor table of the process, or the open file description
   * @param type F_RDLCK, F_WRLCK or F_UNLCK
   * @param wait false: EAGAIN when another owner holds a lock in the way
   */
  public void lockRange(Object owner, int pid, int type, long first, long last, boolean wait) {
    Range wanted = new Range(owner, pid, type, first, last);
    queue.lock().lock();
    try {
      if (type != Fcntl.F_UNLCK) {
        await(() -> conflicting(wanted) == null, wait);
      }
      replace(wanted);
      queue.wake();
    } finally {
      queue.lock().unlock();
    }
  }

  /** The lock that keeps an owner from a range: F_GETLK; null when it could have it. */
  public Range conflict(Object owner, int type, long first, long last) {
    queue.lock().lock();
    try {
      return conflicting(new Range(owner, 0, type, first, last));
    } finally {
      queue.lock().unlock();
    }
  }

  /** Drops what an owner holds: any close by a process, the last close of a description. */
  void release(Object owner) {
    queue.lock().lock();
    try {
      boolean held = wholes.removeIf(w -> w.owner == owner);
      held |= ranges.removeIf(r -> r.owner == owner);
      if (held) {
        queue.wake();
      }
    } finally {
      queue.lock().unlock();
    }
  }

  private void await(BooleanSupplier free, boolean wait) {
    switch (queue.await(free, wait ? WaitQueue.FOREVER : 0)) {
      case TIMED_OUT -> throw Errno.EAGAIN.failure();
      case INTERRUPTED -> throw Restart.ERESTARTSYS.failure();
      case READY -> {}
    }
  }

  private Range conflicting(Range wanted) {
    for (Range r : ranges) {
      boolean writes = r.type == Fcntl.F_WRLCK || wanted.type == Fcntl.F_WRLCK;
      if (writes && r.owner != wanted.owner && r.first <= wanted.last && wanted.first <= r.last) {
        return r;
      }
    }
    return null;
  }

  /** Gives the owner the wanted type in the range, and keeps what lies around it. */
  private void replace(Range wanted) {
    if (ranges.size() >= MAX_RANGES) {
      throw Errno.ENOLCK.failure();
    }
    List<Range> kept = new ArrayList<>();
    ranges.removeIf(
        r -> {
          if (r.owner != wanted.owner || r.first > wanted.last || wanted.first > r.last) {
            return false;
          }
          if (r.first < wanted.first) {
            kept.add(new Range(r.owner, r.pid, r.type, r.first, wanted.first - 1));
          }
          if (r.last > wanted.last) {
            kept.add(new Range(r.owner, r.pid, r.type, wanted.last + 1, r.last));
          }
          return true;
        });
    ranges.addAll(kept);
    if (wanted.type != Fcntl.F_UNLCK) {
      ranges.add(wanted);
    }
  }

  /**
   * A range lock.
   *
   * @param owner who holds it
   * @param pid the process that set it; -1 for an open file description
   * @param type F_RDLCK or F_WRLCK
   * @param first the first byte
   * @param last the last byte, {@link #TO_END} for all that come
   */
  public record Range(Object owner, int pid, int type, long first, long last) {}

  private record Whole(OpenFile owner, boolean exclusive) {}
}

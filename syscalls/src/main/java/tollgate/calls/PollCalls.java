package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Poll;
import tollgate.abi.uapi.Pollfd;
import tollgate.fs.FileTable;
import tollgate.fs.OpenFile;
import tollgate.fs.event.PollWait;
import tollgate.kernel.Task;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;
import tollgate.signal.SigSet;

/** Waits for descriptors named in an array: poll(2), ppoll(2) (fs/select.c). */
public final class PollCalls {
  private static final long MILLI = 1_000_000L;

  private PollCalls() {}

  /** Implements poll(2). */
  public static long poll(Task task, long fds, long count, long timeout) {
    int millis = (int) timeout;
    long nanos = millis < 0 ? WaitQueue.FOREVER : millis * MILLI;
    return pollUntil(task, fds, (int) count, nanos, task.kernel().clock().monotonic());
  }

  private static long pollUntil(Task task, long fds, int count, long nanos, long start) {
    long left = nanos;
    if (nanos != WaitQueue.FOREVER) {
      left = Math.max(0, nanos - (task.kernel().clock().monotonic() - start));
    }
    long result = wait(task, fds, count, left);
    if (result < 0) {
      task.setRestart(t -> pollUntil(t, fds, count, nanos, start));
      throw Restart.ERESTART_RESTARTBLOCK.failure();
    }
    return result;
  }

  /** Implements ppoll(2) with the ABI's own timespec. */
  public static long ppoll(Task task, long fds, long count, long timeout, long mask, long size) {
    return ppoll(task, fds, count, WaitTime.timespec(task, timeout), mask, size);
  }

  /** Implements i386's ppoll_time64. */
  public static long ppollTime64(
      Task task, long fds, long count, long timeout, long mask, long size) {
    return ppoll(task, fds, count, WaitTime.timespec64(task, timeout), mask, size);
  }

  private static long ppoll(Task task, long fds, long count, WaitTime time, long mask, long size) {
    blockSignals(task, mask, size);
    long result;
    try {
      result = wait(task, fds, (int) count, time.nanos());
    } catch (RuntimeException e) {
      unblockSignals(task, mask);
      throw e;
    }
    time.writeBack(task);
    if (result < 0) {
      throw Restart.ERESTARTNOHAND.failure();
    }
    unblockSignals(task, mask);
    return result;
  }

  /** Sets the signal mask of a call, if it has one; EINVAL for another size than sigset_t's. */
  static void blockSignals(Task task, long mask, long size) {
    if (mask == 0) {
      return;
    }
    if (size != SigSet.SIZE) {
      throw Errno.EINVAL.failure();
    }
    long set = task.memory().readLong(mask);
    task.leaveGuest();
    task.signals().blockForCall(set);
    task.recalculateAttention();
  }

  /** Brings the mask back before signals are looked at; not after an interruption. */
  static void unblockSignals(Task task, long mask) {
    if (mask != 0) {
      task.signals().restoreSavedMask();
      task.recalculateAttention();
    }
  }

  /** Polls; returns the number of descriptors with events, -1 when a signal came first. */
  private static long wait(Task task, long fds, int count, long nanos) {
    if (Integer.toUnsignedLong(count) > UserPath.descriptorLimit(task)) {
      throw Errno.EINVAL.failure();
    }
    Batch batch = new Batch(task.memory(), task.abi(), task.files(), fds, count);
    WaitQueue.Outcome outcome;
    if (batch.look() || nanos == 0) {
      outcome = WaitQueue.Outcome.READY;
    } else {
      try (PollWait wait = new PollWait()) {
        batch.listen(wait);
        outcome = wait.await(batch::look, nanos);
      }
    }
    batch.report();
    return outcome == WaitQueue.Outcome.INTERRUPTED ? -1 : batch.found;
  }

  /** The array of one call. */
  private static final class Batch {
    private final GuestMemory memory;
    private final Abi abi;
    private final FileTable files;
    private final long address;
    private final int[] descriptors;
    private final int[] wanted;
    private final int[] results;
    private int found;

    Batch(GuestMemory memory, Abi abi, FileTable files, long address, int count) {
      this.memory = memory;
      this.abi = abi;
      this.files = files;
      this.address = address;
      descriptors = new int[count];
      wanted = new int[count];
      results = new int[count];
      for (int i = 0; i < count; i++) {
        descriptors[i] = (int) Pollfd.FD.read(memory, abi, at(i));
        wanted[i] = (int) Pollfd.EVENTS.read(memory, abi, at(i)) & 0xffff;
      }
    }

    boolean look() {
      found = 0;
      for (int i = 0; i < descriptors.length; i++) {
        results[i] = descriptors[i] < 0 ? 0 : events(i);
        found += results[i] != 0 ? 1 : 0;
      }
      return found > 0;
    }

    void listen(PollWait wait) {
      for (int fd : descriptors) {
        OpenFile file = files.find(fd);
        if (file != null) {
          wait.add(file);
        }
      }
    }

    void report() {
      for (int i = 0; i < descriptors.length; i++) {
        Pollfd.REVENTS.write(memory, abi, at(i), results[i]);
      }
    }

    private int events(int i) {
      OpenFile file = files.find(descriptors[i]);
      if (file == null || (file.flags() & Fcntl.O_PATH) != 0) {
        return Poll.POLLNVAL;
      }
      return file.poll() & (wanted[i] | Poll.POLLERR | Poll.POLLHUP);
    }

    private long at(int i) {
      return address + (long) i * Pollfd.SCHEMA.size(abi);
    }
  }
}

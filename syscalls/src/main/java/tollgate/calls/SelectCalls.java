package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Poll;
import tollgate.abi.uapi.SelectArg;
import tollgate.abi.uapi.SigsetArg;
import tollgate.fs.FileTable;
import tollgate.fs.OpenFile;
import tollgate.fs.event.PollWait;
import tollgate.kernel.Task;
import tollgate.sched.Restart;
import tollgate.sched.WaitQueue;

/** Waits for descriptors named in bit sets: select(2), pselect6(2) (fs/select.c). */
public final class SelectCalls {
  private static final int ALWAYS = Poll.POLLERR | Poll.POLLNVAL;
  private static final int READ_EVENTS =
      Poll.POLLRDNORM | Poll.POLLRDBAND | Poll.POLLIN | Poll.POLLHUP | ALWAYS;
  private static final int WRITE_EVENTS = Poll.POLLWRBAND | Poll.POLLWRNORM | Poll.POLLOUT | ALWAYS;
  private static final int[] EVENTS = {READ_EVENTS, WRITE_EVENTS, Poll.POLLPRI | Poll.POLLNVAL};

  private SelectCalls() {}

  /** Implements select(2). */
  public static long select(
      Task task, long count, long read, long write, long except, long timeout) {
    WaitTime time = WaitTime.timeval(task, timeout);
    long result = wait(task, (int) count, new long[] {read, write, except}, time);
    if (result < 0) {
      throw Restart.ERESTARTNOHAND.failure();
    }
    return result;
  }

  /** Implements i386's first select, whose arguments lie in memory. */
  public static long oldSelect(Task task, long block) {
    StructView view = task.view(SelectArg.SCHEMA).copyIn(task.memory(), block);
    long count = view.get(SelectArg.N);
    long read = view.get(SelectArg.INP);
    long write = view.get(SelectArg.OUTP);
    long except = view.get(SelectArg.EXP);
    return select(task, count, read, write, except, view.get(SelectArg.TVP));
  }

  /** Implements pselect6(2) with the ABI's own timespec. */
  public static long pselect6(
      Task task, long count, long read, long write, long except, long timeout, long mask) {
    WaitTime time = WaitTime.timespec(task, timeout);
    return pselect(task, (int) count, new long[] {read, write, except}, time, mask);
  }

  /** Implements i386's pselect6_time64. */
  public static long pselect6Time64(
      Task task, long count, long read, long write, long except, long timeout, long mask) {
    WaitTime time = WaitTime.timespec64(task, timeout);
    return pselect(task, (int) count, new long[] {read, write, except}, time, mask);
  }

  private static long pselect(Task task, int count, long[] sets, WaitTime time, long maskArgument) {
    long mask = 0;
    if (maskArgument != 0) {
      StructView view = task.view(SigsetArg.SCHEMA).copyIn(task.memory(), maskArgument);
      mask = view.get(SigsetArg.P);
      PollCalls.blockSignals(task, mask, view.get(SigsetArg.SIZE));
    }
    long result;
    try {
      result = wait(task, count, sets, time);
    } catch (RuntimeException e) {
      PollCalls.unblockSignals(task, mask);
      throw e;
    }
    if (result < 0) {
      throw Restart.ERESTARTNOHAND.failure();
    }
    PollCalls.unblockSignals(task, mask);
    return result;
  }

  private static long wait(Task task, int count, long[] addresses, WaitTime time) {
    if (count < 0) {
      throw Errno.EINVAL.failure();
    }
    Sets sets = new Sets(task, Math.min(count, task.files().slots()), addresses);
    WaitQueue.Outcome outcome;
    if (sets.look() || time.nanos() == 0) {
      outcome = WaitQueue.Outcome.READY;
    } else {
      try (PollWait wait = new PollWait()) {
        sets.listen(wait);
        outcome = wait.await(sets::look, time.nanos());
      }
    }
    time.writeBack(task);
    if (outcome == WaitQueue.Outcome.INTERRUPTED) {
      return -1;
    }
    sets.report();
    return sets.found;
  }

  /** The three bit sets of one call, in and out. */
  private static final class Sets {
    private final GuestMemory memory;
    private final FileTable files;
    private final long[] addresses;
    private final int count;
    private final byte[][] in = new byte[EVENTS.length][];
    private final byte[][] out = new byte[EVENTS.length][];
    private int found;

    Sets(Task task, int count, long[] addresses) {
      this.memory = task.memory();
      this.files = task.files();
      this.addresses = addresses;
      this.count = count;
      int word = task.abi() == Abi.I386 ? Integer.SIZE : Long.SIZE;
      int bytes = (count + word - 1) / word * (word / Byte.SIZE);
      for (int kind = 0; kind < EVENTS.length; kind++) {
        in[kind] = new byte[bytes];
        out[kind] = new byte[bytes];
        if (addresses[kind] != 0) {
          memory.read(addresses[kind], in[kind], 0, bytes);
        }
      }
    }

    /** Asks every named descriptor; EBADF for a closed one. */
    boolean look() {
      found = 0;
      for (byte[] set : out) {
        java.util.Arrays.fill(set, (byte) 0);
      }
      for (int fd = 0; fd < count; fd++) {
        if (!named(fd)) {
          continue;
        }
        int ready = file(fd).poll();
        for (int kind = 0; kind < EVENTS.length; kind++) {
          if (has(in[kind], fd) && (ready & EVENTS[kind]) != 0) {
            out[kind][fd >> 3] |= (byte) (1 << (fd & 7));
            found++;
          }
        }
      }
      return found > 0;
    }

    void listen(PollWait wait) {
      for (int fd = 0; fd < count; fd++) {
        if (named(fd)) {
          wait.add(file(fd));
        }
      }
    }

    void report() {
      for (int kind = 0; kind < EVENTS.length; kind++) {
        if (addresses[kind] != 0) {
          memory.write(addresses[kind], out[kind], 0, out[kind].length);
        }
      }
    }

    private OpenFile file(int fd) {
      OpenFile file = files.find(fd);
      if (file == null || (file.flags() & Fcntl.O_PATH) != 0) {
        throw Errno.EBADF.failure();
      }
      return file;
    }

    private boolean named(int fd) {
      return has(in[0], fd) || has(in[1], fd) || has(in[2], fd);
    }

    private static boolean has(byte[] set, int fd) {
      return (set[fd >> 3] >> (fd & 7) & 1) != 0;
    }
  }
}

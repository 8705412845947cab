package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Timespec;
import tollgate.abi.uapi.Timespec64;
import tollgate.abi.uapi.Timeval;
import tollgate.kernel.Task;
import tollgate.sched.WaitQueue;

/** How long a call may wait: read from the guest, and what is left of it written back. */
final class WaitTime {
  private static final long SECOND = 1_000_000_000L;

  private final StructSchema schema;
  private final Field seconds;
  private final Field fraction;
  private final long unit;
  private final long address;
  private final long nanos;
  private final long start;

  private WaitTime(
      Task task,
      StructSchema schema,
      Field seconds,
      Field fraction,
      long unit,
      long address,
      boolean strict) {
    this.schema = schema;
    this.seconds = seconds;
    this.fraction = fraction;
    this.unit = unit;
    this.address = address;
    this.start = task.kernel().clock().monotonic();
    this.nanos = address == 0 ? WaitQueue.FOREVER : read(task, strict);
  }

  /** A timespec in the ABI's own size. */
  static WaitTime timespec(Task task, long address) {
    return new WaitTime(task, Timespec.SCHEMA, Timespec.TV_SEC, Timespec.TV_NSEC, 1, address, true);
  }

  /** A 64-bit timespec. */
  static WaitTime timespec64(Task task, long address) {
    return new WaitTime(
        task, Timespec64.SCHEMA, Timespec64.TV_SEC, Timespec64.TV_NSEC, 1, address, true);
  }

  /** A timeval, whose microseconds may be a million and more. */
  static WaitTime timeval(Task task, long address) {
    return new WaitTime(
        task, Timeval.SCHEMA, Timeval.TV_SEC, Timeval.TV_USEC, 1000, address, false);
  }

  /** Nanoseconds to wait; {@link WaitQueue#FOREVER} for a null pointer. */
  long nanos() {
    return nanos;
  }

  /** Writes what is left, as select(2) and ppoll(2) do; a fault there does not matter. */
  void writeBack(Task task) {
    if (address == 0 || nanos == 0) {
      return;
    }
    long left = Math.max(0, nanos - (task.kernel().clock().monotonic() - start));
    StructView view = task.view(schema);
    view.set(seconds, left / SECOND);
    view.set(fraction, left % SECOND / unit);
    task.memory().writeUpTo(address, view.bytes(), 0, view.size());
  }

  private long read(Task task, boolean strict) {
    StructView view = task.view(schema).copyIn(task.memory(), address);
    long whole = view.get(seconds);
    long given = view.get(fraction);
    // The upper half of i386's 64-bit nanoseconds is padding.
    long part = task.abi() == Abi.I386 ? (int) given : given;
    if (!strict) {
      whole += part / (SECOND / unit);
      part %= SECOND / unit;
    }
    if (whole < 0 || part < 0 || part * unit >= SECOND) {
      throw Errno.EINVAL.failure();
    }
    return whole >= Long.MAX_VALUE / SECOND - 1 ? Long.MAX_VALUE - 1 : whole * SECOND + part * unit;
  }
}

package tollgate.table;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.kernel.Task;

/** Answers ENOSYS for a row without code, and says so once in the log with the row's reason. */
final class MissingCall implements SyscallHandler {
  private final SyscallRow row;
  private final Abi abi;
  private final AtomicBoolean reported = new AtomicBoolean();

  MissingCall(SyscallRow row, Abi abi) {
    this.row = row;
    this.abi = abi;
  }

  @Override
  public long call(Task task, long a1, long a2, long a3, long a4, long a5, long a6) {
    if (row.support() == Support.UNIMPLEMENTED && reported.compareAndSet(false, true)) {
      LoggerFactory.getLogger("tollgate.syscalls")
          .warn(
              "{} ({} {}) is not implemented: {}",
              row.name(),
              abi.label(),
              row.number(abi),
              row.reason());
    }
    throw Errno.ENOSYS.failure();
  }
}

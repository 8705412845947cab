package tollgate.table;

import tollgate.kernel.Task;

/** A {@link SyscallHandler} that takes 2 arguments after the task. */
@FunctionalInterface
public interface Call2 extends SyscallHandler {
  /** Performs the call; see {@link SyscallHandler#call}. */
  long serve(Task task, long a1, long a2);

  @Override
  default long call(Task task, long a1, long a2, long a3, long a4, long a5, long a6) {
    return serve(task, a1, a2);
  }

  @Override
  default int arity() {
    return 2;
  }
}

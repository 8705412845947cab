package tollgate.table;

import tollgate.kernel.Task;

/** Sign-extends the arguments of an i386 call that its signature types as signed words. */
final class SignedWords implements SyscallHandler {
  private final SyscallHandler handler;
  private final int mask;

  /**
   * Wraps a handler.
   *
   * @param mask bit n set: argument n + 1 is a signed word
   */
  SignedWords(SyscallHandler handler, int mask) {
    this.handler = handler;
    this.mask = mask;
  }

  @Override
  public long call(Task task, long a1, long a2, long a3, long a4, long a5, long a6) {
    return handler.call(
        task,
        (mask & 1) != 0 ? (int) a1 : a1,
        (mask & 2) != 0 ? (int) a2 : a2,
        (mask & 4) != 0 ? (int) a3 : a3,
        (mask & 8) != 0 ? (int) a4 : a4,
        (mask & 16) != 0 ? (int) a5 : a5,
        (mask & 32) != 0 ? (int) a6 : a6);
  }
}

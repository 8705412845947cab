package tollgate.table;

import tollgate.kernel.Task;

/**
 * Joins a 64-bit argument that came in two registers, low half first, into one; those after it move
 * down by one. Two such arguments are two of these, one around the other.
 */
final class SplitArgument implements SyscallHandler {
  private final SyscallHandler handler;
  private final int position;
  private final boolean highCounts;

  /**
   * Wraps a handler.
   *
   * @param position register of the low half, from 0
   * @param highCounts false where the word before it already holds all 64 bits (preadv on x86-64)
   */
  SplitArgument(SyscallHandler handler, int position, boolean highCounts) {
    this.handler = handler;
    this.position = position;
    this.highCounts = highCounts;
  }

  @Override
  public long call(Task task, long a1, long a2, long a3, long a4, long a5, long a6) {
    return switch (position) {
      case 0 -> handler.call(task, join(a1, a2), a3, a4, a5, a6, 0);
      case 1 -> handler.call(task, a1, join(a2, a3), a4, a5, a6, 0);
      case 2 -> handler.call(task, a1, a2, join(a3, a4), a5, a6, 0);
      case 3 -> handler.call(task, a1, a2, a3, join(a4, a5), a6, 0);
      default -> handler.call(task, a1, a2, a3, a4, join(a5, a6), 0);
    };
  }

  private long join(long low, long high) {
    return highCounts ? (low & 0xffff_ffffL) | high << 32 : low;
  }
}

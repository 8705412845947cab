package tollgate.trace;

import tollgate.abi.Abi;
import tollgate.entry.EntryMechanism;
import tollgate.kernel.Task;
import tollgate.table.SyscallRow;

/**
 * What a run tells about itself: every kernel entry, its result, signals, the end. The kernel holds
 * null where nobody listens, so that tracing costs nothing when off. Calls about one task come from
 * that task's thread; calls about different tasks may come at once.
 */
public interface Tracer {
  /**
   * A call begins; its arguments' memory is as the guest left it. Called before the handler.
   *
   * @param row the row of the call, null if the table has none for the number
   * @param number the number asked for
   * @param abi which table is used
   * @param mechanism the instruction that entered
   * @param longMode true if 64-bit code entered (CS 0x33)
   * @param a1 the first argument register as the table received it, before sign extension and
   *     joining: 64 bits on x86-64, zero-extended on i386
   */
  void onEnter(
      Task task,
      SyscallRow row,
      int number,
      Abi abi,
      EntryMechanism mechanism,
      boolean longMode,
      long a1,
      long a2,
      long a3,
      long a4,
      long a5,
      long a6);

  /**
   * The call that {@link #onEnter} last announced for the task ends; what it wrote to memory is
   * there. A call that never returns has no end: {@link #onExited} or {@link #onKilled} closes it.
   *
   * @param result the value for the guest; -1 to -4095 is an errno, -512 to -516 the kernel's inner
   *     restart codes (ERESTARTSYS, ERESTARTNOINTR, ERESTARTNOHAND, ERESTART_RESTARTBLOCK) when a
   *     signal interrupted it
   */
  void onExit(Task task, long result);

  /** A signal is about to be delivered: before its handler's frame or its default action. */
  void onSignal(Task task, TracedSignal signal);

  /** The task's process stops by that signal. */
  void onStopped(Task task, int signo);

  /**
   * The task ends by exit or exit_group.
   *
   * @param status the low eight bits that a waiting parent sees
   */
  void onExited(Task task, int status);

  /** The task ends by a signal. */
  void onKilled(Task task, int signo, boolean coreDumped);
}

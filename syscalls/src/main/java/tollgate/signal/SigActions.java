package tollgate.signal;

import java.util.Arrays;

/** The signal actions that the tasks of a process share (struct sighand_struct). Thread-safe. */
public final class SigActions {
  /** The highest signal number (_NSIG). */
  public static final int SIGNALS = 64;

  private final SigAction[] actions = new SigAction[SIGNALS + 1];

  /** All signals at their default. */
  public SigActions() {
    Arrays.fill(actions, SigAction.INITIAL);
  }

  /** A copy, for a process made without CLONE_SIGHAND. */
  public synchronized SigActions copy() {
    SigActions copy = new SigActions();
    System.arraycopy(actions, 0, copy.actions, 0, actions.length);
    return copy;
  }

  /** The action for a signal from 1 to 64. */
  public synchronized SigAction get(int signal) {
    return actions[signal];
  }

  /** Replaces the action for a signal and returns the one before. */
  public synchronized SigAction set(int signal, SigAction action) {
    SigAction old = actions[signal];
    actions[signal] = action;
    return old;
  }

  /** What execve(2) does: caught signals go back to their default, ignored ones stay ignored. */
  public synchronized void resetForExec() {
    for (int i = 1; i <= SIGNALS; i++) {
      actions[i] =
          actions[i].handler() == SigAction.IGNORE
              ? new SigAction(SigAction.IGNORE, 0, 0, 0)
              : SigAction.INITIAL;
    }
  }

  /** True when the signal would be thrown away if it came now and were not blocked. */
  public synchronized boolean ignores(int signal) {
    SigAction action = actions[signal];
    return action.handler() == SigAction.IGNORE
        || (action.handler() == SigAction.DEFAULT && SigSet.has(SigSet.IGNORED, signal));
  }
}

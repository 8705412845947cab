package tollgate.fs.proc;

import tollgate.signal.SigAction;
import tollgate.signal.SigActions;
import tollgate.signal.SigSet;

/** The sets that /proc shows of a process's signal actions. */
final class SignalSets {
  private SignalSets() {}

  /** Signals whose action is to be ignored. */
  static long ignored(SigActions actions) {
    long set = 0;
    for (int signal = 1; signal <= SigActions.SIGNALS; signal++) {
      set |= actions.get(signal).handler() == SigAction.IGNORE ? SigSet.of(signal) : 0;
    }
    return set;
  }

  /** Signals that have a handler. */
  static long caught(SigActions actions) {
    long set = 0;
    for (int signal = 1; signal <= SigActions.SIGNALS; signal++) {
      set |= actions.get(signal).caught() ? SigSet.of(signal) : 0;
    }
    return set;
  }
}

package tollgate.signal;

import tollgate.abi.uapi.Signal;

/** Signal sets as the kernel holds them: bit {@code n - 1} stands for signal {@code n}. */
public final class SigSet {
  /** Bytes in a signal set of both ABIs: what {@code sigsetsize} must be. */
  public static final int SIZE = 8;

  /** Signals that cannot be blocked, caught or ignored. */
  public static final long UNBLOCKABLE = of(Signal.SIGKILL) | of(Signal.SIGSTOP);

  /** Signals that an instruction of the task itself causes; delivered before all others. */
  public static final long SYNCHRONOUS =
      of(Signal.SIGSEGV)
          | of(Signal.SIGBUS)
          | of(Signal.SIGILL)
          | of(Signal.SIGTRAP)
          | of(Signal.SIGFPE)
          | of(Signal.SIGSYS);

  /** Signals that stop a process by default. */
  public static final long STOP =
      of(Signal.SIGSTOP) | of(Signal.SIGTSTP) | of(Signal.SIGTTIN) | of(Signal.SIGTTOU);

  /** Signals that nothing happens for by default. */
  public static final long IGNORED =
      of(Signal.SIGCHLD) | of(Signal.SIGCONT) | of(Signal.SIGURG) | of(Signal.SIGWINCH);

  private SigSet() {}

  /** The set that holds one signal. */
  public static long of(int signal) {
    return 1L << (signal - 1);
  }

  /** True when the set holds the signal. */
  public static boolean has(long set, int signal) {
    return (set >>> (signal - 1) & 1) != 0;
  }
}

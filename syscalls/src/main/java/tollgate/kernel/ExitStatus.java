package tollgate.kernel;

/**
 * How a process ended, in the form wait4(2) reports: the low seven bits hold a signal, bit 7 a core
 * dump, the next byte the exit code.
 */
public record ExitStatus(int waitStatus) {
  /** Ended by exit(2) with a code, of which the low byte counts. */
  public static ExitStatus exited(int code) {
    return new ExitStatus((code & 0xff) << 8);
  }

  /** Killed by a signal; {@code core} sets WCOREDUMP. */
  public static ExitStatus killed(int signal, boolean core) {
    return new ExitStatus(signal | (core ? 0x80 : 0));
  }

  /** True when a signal ended the process. */
  public boolean signaled() {
    return signal() != 0;
  }

  /** The signal that ended the process, or 0. */
  public int signal() {
    return waitStatus & 0x7f;
  }

  /** The exit code, 0 to 255. */
  public int code() {
    return waitStatus >> 8 & 0xff;
  }
}

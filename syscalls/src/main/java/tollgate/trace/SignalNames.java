package tollgate.trace;

/** Signals by name, as Linux numbers them on x86 (signal(7)); real-time ones from RTMIN = 32 on. */
final class SignalNames {
  private static final String[] NAMES = {
    "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
    "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU",
    "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS"
  };

  private SignalNames() {}

  /** {@code SIGSEGV}, {@code SIGRT_3}, or the number where there is no such signal. */
  static String name(long signo) {
    String bare = bare(signo);
    return bare == null ? Long.toString(signo) : "SIG" + bare;
  }

  private static String bare(long signo) {
    if (signo >= 1 && signo <= NAMES.length) {
      return NAMES[(int) signo - 1];
    }
    if (signo == 32) {
      return "RTMIN";
    }
    return signo > 32 && signo <= 64 ? "RT_" + (signo - 32) : null;
  }

  /** A set as {@code [INT TERM]}, or by what it lacks as {@code ~[KILL STOP]} when most are in. */
  static void printSet(TraceLine out, long mask, int signals) {
    long all = signals == 64 ? -1L : (1L << signals) - 1;
    long shown = mask & all;
    if (Long.bitCount(shown) >= signals * 2 / 3) {
      out.raw('~');
      shown = ~shown & all;
    }
    String separator = "[";
    if (shown == 0) {
      out.raw('[');
    }
    for (int signo = 1; signo <= signals; signo++) {
      if ((shown & 1L << (signo - 1)) != 0) {
        out.raw(separator).raw(bare(signo));
        separator = " ";
      }
    }
    out.raw(']');
  }
}

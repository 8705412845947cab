package tollgate.host;

import java.util.function.IntConsumer;
import sun.misc.Signal;

/**
 * Signals between the host and the machine: those that arrive go to a listener, and a guest's death
 * by a signal becomes ours. Numbers are Linux's.
 */
public final class HostSignals {
  /**
   * What a guest may want to hear of. The JVM keeps SIGQUIT and, on some versions, more. SIGTTIN
   * and SIGTTOU stop us as a whole: a handler would only make the host's read start over and over.
   */
  private static final String[] FORWARDED = {
    "HUP", "INT", "QUIT", "USR1", "USR2", "ALRM", "TERM", "CONT", "TSTP", "WINCH"
  };

  private static final int SIGSTOP = 19;
  private static final int SIG_DFL = 0;
  private static final int SIG_UNBLOCK = 1;
  private static final int RLIMIT_CORE = 4;
  private static final int PR_SET_DUMPABLE = 4;
  private static final int EXIT_BY_SIGNAL = 128;

  private HostSignals() {}

  /**
   * Hands signals from outside to a listener, on a thread of the JVM's. A signal that the host
   * process was started with as ignored is left alone; one that the JVM keeps for itself gets its
   * default action.
   *
   * @param ignored the signals ignored at the start, bit n-1 for signal n (SigIgn of
   *     /proc/self/status)
   */
  public static void forward(long ignored, IntConsumer listener) {
    for (String name : FORWARDED) {
      Signal signal = new Signal(name);
      if ((ignored >>> (signal.getNumber() - 1) & 1) != 0) {
        continue;
      }
      try {
        Signal.handle(signal, s -> listener.accept(s.getNumber()));
      } catch (IllegalArgumentException e) {
        // The JVM keeps SIGQUIT for a thread dump on the guest's output: the default is right.
        LibC.callLong(LibC.function("signal"), signal.getNumber(), SIG_DFL, 0);
      }
    }
  }

  /** Stops the whole host process as SIGSTOP does; returns when it was continued. */
  public static void stop() {
    LibC.callInt(LibC.function("kill"), LibC.callInt(LibC.function("getpid")), SIGSTOP);
  }

  /**
   * Ends this process by a signal's default action, so that the parent sees WIFSIGNALED with it and
   * no core file is left. The terminal's attributes are put back; shutdown hooks do not run. Where
   * the signal cannot kill us (we are process 1 of a container), the exit status is 128 + number.
   *
   * @param signal 1 to 64
   */
  public static void die(int signal) {
    SavedTerminal.restore();
    Scratch scratch = Scratch.current();
    scratch.putLong(0, 0);
    scratch.putLong(8, 0);
    LibC.callInt(LibC.function("setrlimit"), RLIMIT_CORE, scratch.struct());
    LibC.callInt(LibC.function("prctl"), PR_SET_DUMPABLE, 0, 0, 0, 0);
    LibC.callLong(LibC.function("signal"), signal, SIG_DFL, 0);
    scratch.putLong(0, 1L << (signal - 1));
    for (int word = 1; word < 16; word++) {
      scratch.putLong(word * Long.BYTES, 0); // glibc's sigset_t has 1024 bits
    }
    LibC.callInt(LibC.function("pthread_sigmask"), SIG_UNBLOCK, scratch.struct(), 0);
    // To this thread: one that dumps core would reach another thread some time after kill returned.
    LibC.callInt(LibC.function("raise"), signal);
    Runtime.getRuntime().halt(EXIT_BY_SIGNAL + signal);
  }
}

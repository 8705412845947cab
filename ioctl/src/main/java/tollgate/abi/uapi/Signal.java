package tollgate.abi.uapi;

/**
 * Signal numbers, dispositions, and flags of sigaction(2), sigaltstack(2) and sigevent.
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from linux/signal.h, kernel.h.
 */
public final class Signal {
  public static final int MINSIGSTKSZ = 2048;
  public static final int SA_EXPOSE_TAGBITS = 0x800;
  public static final int SA_NOCLDSTOP = 0x1;
  public static final int SA_NOCLDWAIT = 0x2;
  public static final int SA_NODEFER = 0x40000000;
  public static final int SA_NOMASK = 0x40000000;
  public static final long SA_ONESHOT = 0x80000000L;
  public static final int SA_ONSTACK = 0x8000000;
  public static final long SA_RESETHAND = 0x80000000L;
  public static final int SA_RESTART = 0x10000000;
  public static final int SA_RESTORER = 0x4000000;
  public static final int SA_SIGINFO = 0x4;
  public static final int SA_UNSUPPORTED = 0x400;
  public static final int SIGABRT = 6;
  public static final int SIGALRM = 14;
  public static final int SIGBUS = 7;
  public static final int SIGCHLD = 17;
  public static final int SIGCONT = 18;
  public static final int SIGEV_MAX_SIZE = 64;
  public static final int SIGEV_NONE = 1;
  public static final int SIGEV_SIGNAL = 0;
  public static final int SIGEV_THREAD = 2;
  public static final int SIGEV_THREAD_ID = 4;
  public static final int SIGFPE = 8;
  public static final int SIGHUP = 1;
  public static final int SIGILL = 4;
  public static final int SIGINT = 2;
  public static final int SIGIO = 29;
  public static final int SIGIOT = 6;
  public static final int SIGKILL = 9;
  public static final int SIGPIPE = 13;
  public static final int SIGPOLL = 29;
  public static final int SIGPROF = 27;
  public static final int SIGPWR = 30;
  public static final int SIGQUIT = 3;
  public static final int SIGRTMIN = 32;
  public static final int SIGSEGV = 11;
  public static final int SIGSTKFLT = 16;
  public static final int SIGSTKSZ = 8192;
  public static final int SIGSTOP = 19;
  public static final int SIGSYS = 31;
  public static final int SIGTERM = 15;
  public static final int SIGTRAP = 5;
  public static final int SIGTSTP = 20;
  public static final int SIGTTIN = 21;
  public static final int SIGTTOU = 22;
  public static final int SIGUNUSED = 31;
  public static final int SIGURG = 23;
  public static final int SIGUSR1 = 10;
  public static final int SIGUSR2 = 12;
  public static final int SIGVTALRM = 26;
  public static final int SIGWINCH = 28;
  public static final int SIGXCPU = 24;
  public static final int SIGXFSZ = 25;
  public static final int SIG_BLOCK = 0;
  public static final int SIG_DFL = 0;
  public static final int SIG_ERR = -1;
  public static final int SIG_IGN = 1;
  public static final int SIG_SETMASK = 2;
  public static final int SIG_UNBLOCK = 1;
  public static final long SS_AUTODISARM = 0x80000000L;
  public static final int SS_DISABLE = 2;
  public static final long SS_FLAG_BITS = 0x80000000L;
  public static final int SS_ONSTACK = 1;
  public static final int _NSIG = 64;

  private Signal() {}
}

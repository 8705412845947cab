package tollgate.trace;

/**
 * What a trace line says about a signal (sigaction(2), siginfo_t). Fields that the code does not
 * define are 0.
 *
 * @param signo the signal, 1 to 64
 * @param code si_code: SI_USER 0, SI_KERNEL 0x80, SI_QUEUE -1, SI_TIMER -2, SI_TKILL -6, or the
 *     fault's or child's own
 * @param errno si_errno
 * @param address si_addr of SIGSEGV, SIGBUS, SIGILL, SIGFPE and SIGTRAP
 * @param pid si_pid of signals that someone sent, and of SIGCHLD; si_timerid of SI_TIMER
 * @param uid si_uid of the same; si_overrun of SI_TIMER
 * @param status si_status of SIGCHLD: exit status or signal
 * @param value si_value of SI_QUEUE and SI_TIMER: the word
 */
public record TracedSignal(
    int signo, int code, int errno, long address, int pid, int uid, int status, long value) {

  /** A fault at an address. */
  public static TracedSignal fault(int signo, int code, long address) {
    return new TracedSignal(signo, code, 0, address, 0, 0, 0, 0);
  }

  /** A signal that a process sent. */
  public static TracedSignal sent(int signo, int code, int pid, int uid) {
    return new TracedSignal(signo, code, 0, 0, pid, uid, 0, 0);
  }
}

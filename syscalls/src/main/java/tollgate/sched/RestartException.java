package tollgate.sched;

/** An interrupted system call on its way to the return path; preallocated, without a trace. */
public final class RestartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Restart restart;

  RestartException(Restart restart) {
    super(restart.name(), null, false, false);
    this.restart = restart;
  }

  /** How the call is restarted. */
  public Restart restart() {
    return restart;
  }
}

package tollgate.sched;

/**
 * Thrown through a system-call handler that must not go on inside the processor's hook: it would
 * block. The kernel entry leaves the guest and makes the call again. Preallocated, without a trace.
 */
public final class LeaveGuest extends RuntimeException {
  /** The one instance. */
  public static final LeaveGuest NOW = new LeaveGuest();

  private static final long serialVersionUID = 1L;

  private LeaveGuest() {
    super("leave the guest before blocking", null, false, false);
  }
}

package tollgate.signal;

/**
 * What a process does about one signal (struct k_sigaction). Immutable.
 *
 * @param handler {@link #DEFAULT}, {@link #IGNORE} or a user address
 * @param flags SA_* bits as given
 * @param restorer the address a handler returns to, when SA_RESTORER is set
 * @param mask signals blocked while the handler runs
 */
public record SigAction(long handler, long flags, long restorer, long mask) {
  /** SIG_DFL. */
  public static final long DEFAULT = 0;

  /** SIG_IGN. */
  public static final long IGNORE = 1;

  /** The action every signal starts with. */
  public static final SigAction INITIAL = new SigAction(DEFAULT, 0, 0, 0);

  /** True when one of the SA_* bits is set. */
  public boolean has(long flag) {
    return (flags & flag) != 0;
  }

  /** True when a user handler is to run. */
  public boolean caught() {
    return handler != DEFAULT && handler != IGNORE;
  }
}

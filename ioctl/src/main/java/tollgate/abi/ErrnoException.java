package tollgate.abi;

/**
 * A system call's failure on its way to the guest. There is one preallocated instance for each
 * {@link Errno}, without a stack trace, so throwing costs no allocation; get it from {@link
 * Errno#failure()}.
 */
public final class ErrnoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Errno errno;

  ErrnoException(Errno errno) {
    super(errno.name(), null, false, false);
    this.errno = errno;
  }

  /** The error number that the guest receives, negated. */
  public Errno errno() {
    return errno;
  }
}

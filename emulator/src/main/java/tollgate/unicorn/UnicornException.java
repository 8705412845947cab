package tollgate.unicorn;

/** A function of the engine failed. Carries the engine's own error code. */
public final class UnicornException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int error;

  UnicornException(String function, int error, String text) {
    super(function + ": " + text);
    this.error = error;
  }

  /** The uc_err, {@code UC_ERR_...} of {@link UnicornConstants}. */
  public int error() {
    return error;
  }
}

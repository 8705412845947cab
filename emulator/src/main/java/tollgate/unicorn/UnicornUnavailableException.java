package tollgate.unicorn;

/**
 * No usable libunicorn: none found, too old, unreadable, or laid out in a way that is not known.
 * The message is one line that says what to do.
 */
public final class UnicornUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a one-line message for the user. */
  public UnicornUnavailableException(String message) {
    super(message);
  }

  /** With a one-line message for the user and what lies behind it. */
  public UnicornUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

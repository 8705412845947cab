package tollgate.machine;

/**
 * A host file or directory shown in the guest's view.
 *
 * @param host path on the host
 * @param guest absolute path in the guest
 * @param readOnly whether the guest may only read
 */
public record Bind(String host, String guest, boolean readOnly) {
  /** Checks the paths. */
  public Bind {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("the host path is empty");
    }
    if (!guest.startsWith("/")) {
      throw new IllegalArgumentException("the guest path '" + guest + "' is not absolute");
    }
  }

  /** Reads {@code HOST:GUEST}, {@code HOST:GUEST:ro} or {@code HOST:GUEST:rw}. */
  public static Bind parse(String text) {
    String paths = text;
    boolean readOnly = false;
    if (text.endsWith(":ro")) {
      paths = text.substring(0, text.length() - 3);
      readOnly = true;
    } else if (text.endsWith(":rw")) {
      paths = text.substring(0, text.length() - 3);
    }
    int colon = paths.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("expected HOST:GUEST[:ro], got '" + text + "'");
    }
    return new Bind(paths.substring(0, colon), paths.substring(colon + 1), readOnly);
  }
}

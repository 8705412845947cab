package tollgate.table;

/** How far a system call is implemented. */
public enum Support {
  /** Behaves as its manual page says, for everything a guest can see. */
  FULL("full"),
  /** Works, with the gap that the row's reason names. */
  PARTIAL("partial"),
  /** Fails with ENOSYS; the row's reason says what is planned. */
  UNIMPLEMENTED("unimplemented"),
  /** Fails with ENOSYS on Linux too: withdrawn, or a number that never got a body. */
  REMOVED("removed");

  private final String label;

  Support(String label) {
    this.label = label;
  }

  /** The lower-case word used in listings. */
  public String label() {
    return label;
  }
}

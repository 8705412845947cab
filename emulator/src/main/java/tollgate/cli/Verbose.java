package tollgate.cli;

/** A command that takes {@code --verbose}. */
interface Verbose {
  /** Whether the user asked for details. */
  boolean verbose();
}

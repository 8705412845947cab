package tollgate.cli;

/**
 * The log, silent unless {@code --verbose}. It is set up by system properties that slf4j-simple
 * reads when the first logger is asked for, so that nothing is loaded while nobody logs.
 */
final class Logging {
  private Logging() {}

  /** Silence; to be called before any logger exists. */
  static void disable() {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }

  /** Everything down to debug messages, on standard error. */
  static void enable() {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    System.setProperty("org.slf4j.simpleLogger.showThreadName", "true");
    System.setProperty("org.slf4j.simpleLogger.showShortLogName", "true");
  }
}

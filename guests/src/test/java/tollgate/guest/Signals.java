package tollgate.guest;

import java.util.Map;

/** Numbers of the signals that the tables name. */
final class Signals {
  private static final Map<String, Integer> NUMBERS =
      Map.of("SIGILL", 4, "SIGTRAP", 5, "SIGBUS", 7, "SIGFPE", 8, "SIGSEGV", 11);

  private Signals() {}

  /** {@code exit N} and {@code signal NAME} as {@link Outcome#end} says it. */
  static String end(String text) {
    String[] words = text.split(" ");
    return words[0].equals("exit") ? "exited " + words[1] : "killed " + NUMBERS.get(words[1]);
  }
}

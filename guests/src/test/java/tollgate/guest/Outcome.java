package tollgate.guest;

import java.nio.charset.StandardCharsets;

/**
 * How a run ended and what it wrote.
 *
 * @param kind {@code exited}, {@code killed} or {@code timeout}
 * @param number exit status or signal
 * @param micros processor time, user and system, in microseconds
 * @param kilobytes largest resident set, in KiB
 * @param stdout standard output, one char per byte
 * @param stderr standard error, one char per byte
 */
record Outcome(String kind, int number, long micros, long kilobytes, String stdout, String stderr) {

  /** Text of bytes, one char each. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** {@code exited N}, {@code killed N} or {@code timeout N}. */
  String end() {
    return kind + " " + number;
  }

  /** What two runs of the same program must agree on. */
  String observable() {
    return "-- stdout\n" + stdout + "-- stderr\n" + stderr + "-- " + end() + "\n";
  }
}

package tollgate.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deaths and arrivals of signals, in JVMs of their own. Perl says how a child ended. */
class HostSignalsTest {
  /** After this long a signal counts as lost. */
  private static final long LIMIT_MILLIS = 30_000;

  /** Dies by the signal named on its command line. */
  static final class Dying {
    private Dying() {}

    public static void main(String[] args) {
      HostSignals.die(Integer.parseInt(args[0]));
    }
  }

  /** Prints the number of the first signal that arrives and exits. */
  static final class Listening {
    private Listening() {}

    public static void main(String[] args) throws Exception {
      HostSignals.forward(
          0,
          number -> {
            byte[] text = ("got " + number + ".").getBytes(StandardCharsets.US_ASCII);
            NativeHost.open().files().write(1, text, 0, text.length, -1);
            Runtime.getRuntime().halt(0);
          });
      new ProcessBuilder("kill", "-" + args[0], Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
      Thread.currentThread().join(LIMIT_MILLIS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 15, 31, 34, 64})
  void deathIsBySignalAndLeavesNoCore(int signal) throws Exception {
    String raw = run(perl(Dying.class, Integer.toString(signal)));
    assertThat(raw).endsWith("status " + signal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HUP", "INT", "TERM", "WINCH", "TSTP", "CONT"})
  void arrivingSignalsReachTheListener(String name) throws Exception {
    int number = new sun.misc.Signal(name).getNumber();
    // Whoever runs the tests in the background of a shell has made it ignore SIGINT.
    List<String> command = new java.util.ArrayList<>(List.of("env", "--default-signal=" + name));
    command.addAll(java(Listening.class, name));
    assertThat(run(command)).contains("got " + number + ".");
  }

  @Test
  void ignoredSignalsStayIgnored() {
    sun.misc.Signal winch = new sun.misc.Signal("WINCH");
    sun.misc.SignalHandler before = sun.misc.Signal.handle(winch, sun.misc.SignalHandler.SIG_IGN);
    HostSignals.forward(-1L, number -> {});
    assertThat(sun.misc.Signal.handle(winch, before)).isSameAs(sun.misc.SignalHandler.SIG_IGN);
  }

  private static List<String> perl(Class<?> main, String argument) {
    String script = "$s = system(@ARGV); print 'status ', $s;";
    List<String> all = new java.util.ArrayList<>(List.of("perl", "-e", script));
    all.addAll(java(main, argument));
    return all;
  }

  private static List<String> java(Class<?> main, String argument) {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        main.getName(),
        argument);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return output;
  }
}

package tollgate.fs.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The standard streams of a real process: pipes, files, /dev/null, a terminal. */
@Timeout(60)
class StandardStreamsTest {
  @TempDir Path folder;

  @Test
  void bytesGoThroughPipesUnchanged() throws Exception {
    byte[] all = new byte[3_000_000];
    new Random(1).nextBytes(all);
    Process process = start(guest("copy"));
    Thread feeder = new Thread(() -> feed(process, all));
    feeder.start();
    byte[] back = process.getInputStream().readAllBytes();
    feeder.join();
    assertThat(process.waitFor()).isZero();
    assertThat(Arrays.equals(back, all)).isTrue();
  }

  @Test
  void bytesGoThroughFilesFromTheirPosition() throws Exception {
    Path in = Files.writeString(folder.resolve("in"), "skipped and copied");
    Path out = Files.writeString(folder.resolve("out"), "kept ");
    // dd leaves the description's position after what it took; the guest goes on from there
    String script = "dd bs=8 count=1 status=none of=/dev/null; \"$@\" >> " + out;
    List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
    command.addAll(guest("copy"));
    Process process = new ProcessBuilder(command).redirectInput(in.toFile()).start();
    assertThat(process.waitFor()).isZero();
    assertThat(out).hasContent("kept and copied");
  }

  @Test
  void pipesAreFifosWithoutPosition() throws Exception {
    Process process = start(guest("describe"));
    process.getOutputStream().close();
    assertThat(errors(process)).matches("10600 0 \\d+ pipe:\\[\\d+\\] 0 ESPIPE");
  }

  @Test
  void filesAreTheHostsFiles() throws Exception {
    File file = Files.writeString(folder.resolve("f"), "text").toFile();
    Files.setPosixFilePermissions(
        file.toPath(), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
    Process process = new ProcessBuilder(guest("describe")).redirectInput(file).start();
    assertThat(errors(process))
        .isEqualTo(
            "100640 0 "
                + Files.getAttribute(file.toPath(), "unix:ino")
                + " "
                + file.toPath().toRealPath()
                + " 0 at 0");
    Process appending =
        new ProcessBuilder(guest("describe", "1")).redirectOutput(Redirect.appendTo(file)).start();
    assertThat(errors(appending)).contains(" 1025 at ");
  }

  @Test
  void theNullDeviceIsOne() throws Exception {
    Process process =
        new ProcessBuilder(guest("describe")).redirectInput(new File("/dev/null")).start();
    assertThat(errors(process)).matches("20666 259 \\d+ /dev/null 0 at 0");
  }

  @Test
  void aPipeWithoutReaderBreaks() throws Exception {
    Process process = start(guest("flood"));
    process.getInputStream().close();
    assertThat(errors(process)).isEqualTo("EPIPE");
  }

  @Test
  void nonblockingReadsSayTryAgain() throws Exception {
    Process process = start(guest("nonblocking"));
    assertThat(errors(process)).isEqualTo("EAGAIN 0");
  }

  @Test
  void theTerminalsSizeReachesTheGuestAndItsModesComeBack() throws Exception {
    Path guest = folder.resolve("guest");
    Files.writeString(guest, "exec " + String.join(" ", guest("\"$@\"")) + "\n");
    Path script = folder.resolve("script");
    Files.writeString(
        script,
        String.join(
            "\n",
            "stty rows 33 cols 77 echo icanon",
            "stty -g > " + folder.resolve("before"),
            "sh " + guest + " size; echo",
            "sh " + guest + " describe; echo",
            "sh " + guest + " raw",
            "stty -g > " + folder.resolve("after"),
            ""));
    Process process = start(List.of("script", "-qec", "sh " + script, "/dev/null"));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(output).contains("33x77").contains("local flags 0");
    assertThat(output).containsPattern("20\\d\\d\\d 348\\d\\d \\d+ /dev/pts/\\d+ \\d+ ESPIPE");
    assertThat(Files.readString(folder.resolve("after")))
        .isEqualTo(Files.readString(folder.resolve("before")));
  }

  private static void feed(Process process, byte[] all) {
    try (OutputStream out = process.getOutputStream()) {
      for (int at = 0; at < all.length; at += 70_001) {
        out.write(all, at, Math.min(70_001, all.length - at));
        out.flush();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String errors(Process process) throws Exception {
    String text = new String(process.getErrorStream().readAllBytes());
    process.waitFor();
    return text;
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).start();
  }

  private static List<String> guest(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "tollgate.fs.dev.StreamGuest"));
    // What this JVM was allowed to do without warnings, newer ones by flag, the guest's may do too.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--enable-native") || flag.startsWith("--sun-misc"))
        .forEach(flag -> command.add(1, flag));
    command.addAll(List.of(arguments));
    return command;
  }
}

package tollgate.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.abi.Abi;

/**
 * The trace of a busybox applet lines up with what strace(1) prints of the native run: names,
 * arguments, results, layout. Addresses, process numbers, random bytes, inode and device numbers
 * are made equal first.
 */
final class StraceTest {
  private static final List<String> APPLETS =
      List.of(
          "sort words.txt",
          "cat text.txt",
          "ls dir",
          "stat -c %s text.txt",
          "cp text.txt copy.txt",
          "mkdir made",
          "rm words.txt",
          "ln -s text.txt soft",
          "chmod 600 text.txt",
          "sha256sum binary.bin",
          "dd if=binary.bin of=part.bin bs=100 skip=3 count=2",
          "cat missing.txt",
          "find dir");

  static Stream<Arguments> applets() {
    return APPLETS.stream()
        .flatMap(line -> Stream.of(Arguments.of(Abi.X86_64, line), Arguments.of(Abi.I386, line)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("applets")
  void linesUp(Abi abi, String line) throws IOException {
    Path scratch = Places.scratch("strace");
    Path work = scratch.resolve("work");
    String busybox = Places.packaged(abi, "bin/busybox").toString();

    BusyboxFixture.copyTo(work);
    Path real = scratch.resolve("real");
    String[] words = ("-o " + real + " " + busybox + " " + line).split(" ", -1);
    Outcome natively = new GuestRun("/usr/bin/strace", words).in(work).natively();
    assertThat(natively.kind()).as(natively.stderr()).isEqualTo("exited");
    GuestRun.remove(work);

    BusyboxFixture.copyTo(work);
    Path ours = scratch.resolve("ours");
    new GuestRun(busybox, line.split(" ", -1)).in(work).trace(ours).inProcess();

    assertThat(normal(ours)).as("%s %s", abi, line).isEqualTo(normal(real));
    GuestRun.remove(scratch);
  }

  private static String normal(Path trace) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      // strace sees the execve that starts the program, and a line for the switch to 32 bits; our
      // vDSO asks the kernel for the time, the real one reads it from memory.
      if (line.matches("(execve|time|gettimeofday|clock_gettime(64)?)\\(.*|\\[ Process PID=.*")) {
        continue;
      }
      text.append(
              line.replaceAll("0x[0-9a-f]{5,}", "ADDRESS")
                  .replaceAll("^(set_tid_address\\(.*=) \\d+", "$1 TID")
                  .replaceAll("^(rseq\\(.*\\)) +=.*", "$1")
                  .replaceAll("^getrandom\\(\"[^\"]*\"", "getrandom(BYTES")
                  .replaceAll("st_ino=\\d+", "st_ino=N")
                  .replaceAll("makedev\\([^)]*\\)", "makedev(DEVICE)")
                  .replaceAll(" += ", " = "))
          .append('\n');
    }
    return text.toString();
  }
}

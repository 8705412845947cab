package tollgate.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.abi.Abi;

/** The busybox of the distribution does the same natively and on Tollgate: see busybox.cases. */
final class BusyboxTest {
  static Stream<Arguments> cases() throws IOException {
    Path table = Places.ROOT.resolve("guests/src/test/resources/busybox.cases");
    return Files.readAllLines(table, StandardCharsets.UTF_8).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .flatMap(line -> Stream.of(Arguments.of(Abi.X86_64, line), Arguments.of(Abi.I386, line)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void sameAsNative(Abi abi, String line) throws IOException {
    Path scratch = Places.scratch("case");
    Path work = scratch.resolve("work");
    BusyboxFixture.copyTo(work);
    GuestRun run = run(abi, line, work);
    String expected = run.natively().observable() + BusyboxFixture.describe(work);
    GuestRun.remove(work);
    BusyboxFixture.copyTo(work);
    String seen = run.inProcess().observable() + BusyboxFixture.describe(work);
    assertThat(seen).as("%s %s", abi, line).isEqualTo(expected);
    GuestRun.remove(scratch);
  }

  private static GuestRun run(Abi abi, String line, Path work) throws IOException {
    List<String> words = words(line);
    String last = words.get(words.size() - 1);
    String stdin = "";
    if (last.startsWith("<") && last.length() > 1) {
      stdin = Outcome.text(Files.readAllBytes(work.resolve(last.substring(1))));
      words = words.subList(0, words.size() - 1);
    }
    Path busybox = Places.packaged(abi, "bin/busybox");
    return new GuestRun(busybox, words.toArray(String[]::new))
        .in(work)
        .stdin(stdin)
        .environment("TZ", "UTC")
        .environment("HOME", "/");
  }

  /** Splits a line as a shell would that knows blanks and quotes only. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && c == ' ') {
        if (word != null) {
          words.add(word.toString());
        }
        word = null;
        continue;
      }
      if (word == null) {
        word = new StringBuilder();
      }
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else {
        word.append(c);
      }
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }
}

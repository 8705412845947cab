package tollgate.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot work ends with one clear line and the right status: see bad-input.cases. */
final class BadInputTest {
  private static final Path HELLO = Places.SOURCES.resolve("demo/hello-syscall64");
  private static Path folder;

  @BeforeAll
  static void files() throws IOException {
    folder = Places.scratch("bad");
    byte[] hello = Files.readAllBytes(HELLO);
    program("hello", hello);
    program("short", Arrays.copyOf(hello, 60));
    byte[] arm = hello.clone();
    arm[18] = (byte) 183; // EM_AARCH64
    program("arm", arm);
    byte[] interpreter = hello.clone();
    interpreter[64] = 3; // the first program header becomes PT_INTERP
    program("nointerp", interpreter);
    program("empty", new byte[0]);
    program("text", "hi\n".getBytes());
    program("badscript", "#!/nonexistent/sh\n".getBytes());
    program("loop", ("#!" + folder.resolve("loop") + "\n").getBytes());
    program("noexec", hello);
    Files.setPosixFilePermissions(
        folder.resolve("noexec"), PosixFilePermissions.fromString("rw-r--r--"));
    Files.createDirectory(folder.resolve("folder"));
    Compiler.command(List.of("mkfifo", "-m", "755", "fifo"), folder);
  }

  @AfterAll
  static void remove() {
    GuestRun.remove(folder);
  }

  static Stream<Arguments> cases() {
    return Table.read(Places.ROOT.resolve("guests/src/test/resources/bad-input.cases")).stream()
        .map(row -> Arguments.of(row.size() > 2 ? row.get(2) : "", row.get(0), row.get(1)));
  }

  @ParameterizedTest(name = "tollgate {0}")
  @MethodSource("cases")
  void endsWithOneLine(String line, String status, String phrase) {
    String[] words = line.isEmpty() ? new String[0] : line.split(" ", -1);
    Outcome outcome = new GuestRun(Places.TOLLGATE, words).in(folder).onHost();
    assertThat(outcome.end()).as(outcome.stderr()).isEqualTo("exited " + status);
    assertThat(outcome.stdout()).isEmpty();
    assertOneLine(outcome, phrase);
  }

  @Test
  void aLibraryThatIsNoneIsNamed() {
    for (String library :
        List.of("/nonexistent/libunicorn.so", folder.resolve("text").toString())) {
      Outcome outcome =
          new GuestRun(Places.TOLLGATE, "run", "./hello")
              .in(folder)
              .environment("TOLLGATE_UNICORN", library)
              .onHost();
      assertThat(outcome.end()).as(outcome.stderr()).isEqualTo("exited 125");
      assertOneLine(outcome, library);
    }
  }

  private static void assertOneLine(Outcome outcome, String phrase) {
    assertThat(outcome.stderr())
        .startsWith("tollgate: ")
        .contains(phrase)
        .endsWith("\n")
        .doesNotContain("Exception", "\tat ");
    assertThat(outcome.stderr().lines()).hasSize(1);
  }

  private static void program(String name, byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve(name), bytes);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

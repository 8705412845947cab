package tollgate.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.abi.Abi;

/**
 * Static shells of the distribution run scripts with many processes natively and on Tollgate: same
 * output, same errors, same status. The scripts stand in guests/src/main/guests/shell.
 */
final class ShellTest {
  static Stream<Arguments> cases() {
    return Stream.of(Abi.values())
        .flatMap(
            abi ->
                Stream.of("busybox", "bash-static", "zsh-static")
                    .flatMap(
                        shell ->
                            Stream.of("pipelines.sh", "jobs.sh", "files.sh")
                                .map(script -> Arguments.of(abi, shell, script))));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cases")
  void sameAsNative(Abi abi, String shell, String script) throws IOException {
    String expected = run(abi, shell, script, true);
    assertThat(run(abi, shell, script, false)).isEqualTo(expected);
  }

  private static String run(Abi abi, String shell, String script, boolean natively)
      throws IOException {
    Path work = Places.scratch("shell");
    Files.copy(Places.packaged(abi, "bin/busybox"), work.resolve("busybox"));
    Files.copy(Places.SOURCES.resolve("shell").resolve(script), work.resolve("script"));
    Path program = Places.packaged(abi, "bin/" + shell);
    GuestRun run =
        shell.equals("busybox")
            ? new GuestRun(program, "sh", "script")
            : new GuestRun(program, "script");
    run.in(work).environment("PATH", "/nowhere").environment("HOME", "/").seconds(60);
    String seen = (natively ? run.natively() : run.inProcess()).observable();
    GuestRun.remove(work);
    return seen;
  }
}

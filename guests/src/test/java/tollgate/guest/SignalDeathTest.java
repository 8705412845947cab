package tollgate.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.abi.Abi;

/**
 * Processor exceptions, signals to oneself and exit statuses end a guest as they do natively. Not
 * here, because libunicorn's translator has no such exceptions: unmasked SSE exceptions (#XM), use
 * of a null data selector in 32-bit code (#GP), alignment checks (#AC).
 */
final class SignalDeathTest {
  private static final List<String> BOTH =
      List.of(
          "ud2",
          "divide",
          "divide-overflow",
          "hlt",
          "cli",
          "in",
          "out",
          "int3",
          "int3-long",
          "int1",
          "int-4",
          "int-81",
          "int-14",
          "trap-flag",
          "read-null",
          "write-text",
          "jump-null",
          "jump-stack",
          "x87",
          "exit 0",
          "exit 255",
          "exit 256",
          "exit 300",
          "kill 1",
          "kill 2",
          "kill 3",
          "kill 6",
          "kill 9",
          "kill 11",
          "kill 13",
          "kill 14",
          "kill 15",
          "kill 17",
          "kill 18",
          "kill 23",
          "kill 28",
          "kill 31",
          "kill 34",
          "kill 64",
          "kill 0",
          "kill 65");
  private static final List<String> ONLY_64 =
      List.of(
          "non-canonical",
          "non-canonical-stack",
          "kernel-half",
          "vsyscall-read",
          "vsyscall-middle");
  private static final List<String> ONLY_32 = List.of("into", "bound", "lcall-7", "bad-selector");

  static Stream<Arguments> deaths() {
    return Stream.of(
            BOTH.stream().flatMap(kind -> Stream.of(row(Abi.X86_64, kind), row(Abi.I386, kind))),
            ONLY_64.stream().map(kind -> row(Abi.X86_64, kind)),
            ONLY_32.stream().map(kind -> row(Abi.I386, kind)))
        .flatMap(rows -> rows);
  }

  private static Arguments row(Abi abi, String kind) {
    return Arguments.of(abi, kind);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("deaths")
  void endsAsNatively(Abi abi, String kind) {
    Path program = Freestanding.build(abi, "entry", "death", List.of("start.S", "death.c"));
    GuestRun run = new GuestRun(program, kind.split(" "));
    assertThat(run.inProcess().observable()).isEqualTo(run.natively().observable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ud2", "read-null", "divide", "int3", "kill 9", "kill 15", "kill 34", "exit 139"})
  void theLauncherEndsTheSameWay(String kind) {
    Path program = Freestanding.build(Abi.X86_64, "entry", "death", List.of("start.S", "death.c"));
    GuestRun run = new GuestRun(program, kind.split(" "));
    assertThat(run.onTollgate().observable()).isEqualTo(run.natively().observable());
  }
}

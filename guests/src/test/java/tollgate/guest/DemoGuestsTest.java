package tollgate.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo guests: what is checked in is what their sources give, and it runs as announced. */
final class DemoGuestsTest {
  private static final Path FOLDER = Places.SOURCES.resolve("demo");

  static Stream<Arguments> manifest() {
    return Table.read(FOLDER.resolve("manifest")).stream()
        .flatMap(
            row -> vendors(row.get(1)).map(vendor -> Arguments.of(row.get(0), vendor, row.get(2))));
  }

  private static Stream<String> vendors(String column) {
    return column.equals("any") ? Stream.of("amd", "intel") : Stream.of(column);
  }

  @Test
  void checkedInProgramsAreWhatTheSourcesGive() throws IOException {
    Path fresh = Places.scratch("demo");
    Compiler.command(List.of(FOLDER.resolve("build").toString(), fresh.toString()), FOLDER);
    try (Stream<Path> sources = Files.list(FOLDER)) {
      List<String> names =
          sources
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".s"))
              .map(name -> name.substring(0, name.length() - 2))
              .toList();
      assertThat(names).isNotEmpty();
      for (String name : names) {
        assertThat(fresh.resolve(name)).hasSameBinaryContentAs(FOLDER.resolve(name));
      }
    }
    GuestRun.remove(fresh);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @MethodSource("manifest")
  void endsAsTheManifestSays(String name, String vendor, String end) {
    Outcome outcome = new GuestRun("./" + name).in(FOLDER).vendor(vendor).onTollgate();
    assertThat(outcome.end()).as(outcome.stderr()).isEqualTo(Signals.end(end));
    assertThat(outcome.stderr()).isEmpty();
  }

  /** AMD's rows of the programs that Linux still runs: not a.out. */
  static Stream<String> comparable() {
    return Table.read(FOLDER.resolve("manifest")).stream()
        .filter(row -> !row.get(1).equals("intel") && !row.get(0).startsWith("aout"))
        .map(row -> row.get(0));
  }

  @ParameterizedTest
  @MethodSource("comparable")
  void doesWhatItDoesNatively(String name) {
    assumeTrue(NativeMachine.isAmd(), "the rows compared are those of an AMD processor");
    GuestRun run = new GuestRun(FOLDER.resolve(name)).in(FOLDER).vendor("amd");
    assertThat(run.inProcess().observable()).isEqualTo(run.natively().observable());
  }
}

package tollgate.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
 * The entry contract, cell by cell: what a guest sees of each way into the kernel, on both vendors,
 * against transcripts. Those of AMD are recorded from native runs (again with {@code
 * -Dtollgate.record=true} on such a machine); entry/README.md says where Intel's come from.
 */
final class EntryContractTest {
  private static final Path FOLDER = Places.SOURCES.resolve("entry");
  private static final boolean RECORD = Boolean.getBoolean("tollgate.record");

  /** One row of the table: a program of {@code abi} with one argument list. */
  private record Cell(
      String name, Abi abi, String program, List<String> sources, List<String> words) {
    static Cell of(List<String> row) {
      return new Cell(
          row.get(0),
          row.get(1).equals("64") ? Abi.X86_64 : Abi.I386,
          row.get(2),
          List.of(row.get(3).split(" ")),
          row.size() > 4 ? List.of(row.get(4).split(" ")) : List.of());
    }

    GuestRun run() {
      Path built = Freestanding.build(abi, "entry", program, sources);
      return new GuestRun("./" + built.getFileName(), words.toArray(String[]::new))
          .in(Places.BUILT);
    }

    /** The transcript for a vendor; one file serves both where they agree. */
    Path transcript(String vendor) {
      Path own = FOLDER.resolve("expected").resolve(name + "." + vendor);
      return vendor.equals("amd") || Files.exists(own) ? own : transcript("amd");
    }
  }

  static Stream<Arguments> cells() {
    return Table.read(FOLDER.resolve("cells")).stream().map(row -> Arguments.of(row.get(0), row));
  }

  @ParameterizedTest(name = "{0} natively")
  @MethodSource("cells")
  void natively(String name, List<String> row) throws IOException {
    assumeTrue(NativeMachine.isAmd(), "the native transcripts are those of an AMD processor");
    Cell cell = Cell.of(row);
    String seen = transcript(cell.run().natively());
    if (RECORD) {
      Files.writeString(cell.transcript("amd"), seen, StandardCharsets.ISO_8859_1);
    }
    assertThat(seen).isEqualTo(expected(cell, "amd"));
  }

  @ParameterizedTest(name = "{0} on tollgate as AMD")
  @MethodSource("cells")
  void asAmd(String name, List<String> row) throws IOException {
    onTollgate(Cell.of(row), "amd");
  }

  @ParameterizedTest(name = "{0} on tollgate as Intel")
  @MethodSource("cells")
  void asIntel(String name, List<String> row) throws IOException {
    onTollgate(Cell.of(row), "intel");
  }

  private static void onTollgate(Cell cell, String vendor) throws IOException {
    Outcome outcome = cell.run().vendor(vendor).onTollgate();
    assertThat(transcript(outcome)).as(outcome.stderr()).isEqualTo(expected(cell, vendor));
  }

  private static String expected(Cell cell, String vendor) throws IOException {
    return Files.readString(cell.transcript(vendor), StandardCharsets.ISO_8859_1);
  }

  private static String transcript(Outcome outcome) {
    return outcome.stdout() + "-- " + outcome.end() + "\n";
  }
}

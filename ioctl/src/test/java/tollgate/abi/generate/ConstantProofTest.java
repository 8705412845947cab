package tollgate.abi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the generated constants against the headers. Headers of the kernel version that
 * constants.list names must give exactly the checked-in classes; of other headers, every constant
 * that they define must have the checked-in value.
 */
class ConstantProofTest {
  private static final CCompiler COMPILER = new CCompiler(Generate.RESOURCES);

  static List<ConstantGroup> groups() {
    return ConstantGroup.readAll(Generate.CONSTANTS);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void checkedInClassIsWhatTheHeadersGive(ConstantGroup group) throws IOException {
    String checkedIn = Files.readString(Generate.UAPI.resolve(group.name() + ".java"));
    String now = ConstantSource.text(group, group.constants(COMPILER), checkedIn);
    if (COMPILER.headerVersion().equals(ConstantGroup.version(Generate.CONSTANTS))) {
      assertThat(checkedIn).isEqualTo(now);
    } else {
      Map<String, String> current = declarations(now);
      Map<String, String> expected = declarations(checkedIn);
      expected.keySet().retainAll(current.keySet());
      assertThat(expected).isNotEmpty();
      current.keySet().retainAll(expected.keySet());
      assertThat(expected).isEqualTo(current);
    }
  }

  private static Map<String, String> declarations(String source) {
    Map<String, String> values = new HashMap<>();
    Stream<String> lines = source.lines().filter(line -> line.startsWith("  public static final"));
    lines.forEach(line -> values.put(line.split(" ", -1)[6], line.substring(line.indexOf('='))));
    return values;
  }
}

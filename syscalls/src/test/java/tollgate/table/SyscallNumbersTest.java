package tollgate.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.abi.Abi;

/**
 * Holds the rows against the kernel's own numbers: numbers.txt comes from the headers
 * (src/test/generate/syscall-numbers), numbers-newer.txt names what later kernels added.
 */
@DisplayName("The numbers of the rows")
class SyscallNumbersTest {
  @ParameterizedTest
  @EnumSource(Abi.class)
  @DisplayName("are those of the kernel, with no call missing and none invented")
  void numbersAndNames(Abi abi) throws IOException {
    Map<Integer, String> expected = new TreeMap<>();
    for (String file : List.of("numbers.txt", "numbers-newer.txt")) {
      for (String line : lines(file)) {
        String[] words = line.split(" ");
        if (words[0].equals(abi.label())) {
          assertThat(expected.put(Integer.valueOf(words[1]), words[2])).as(line).isNull();
        }
      }
    }
    Map<Integer, String> actual = new TreeMap<>();
    for (SyscallRow row : SyscallList.rows()) {
      if (row.number(abi) != SyscallRow.NONE) {
        assertThat(actual.put(row.number(abi), row.name())).as(row.name()).isNull();
      }
    }
    assertThat(actual).isEqualTo(expected).hasSizeGreaterThan(380);
  }

  @ParameterizedTest
  @EnumSource(Abi.class)
  @DisplayName("lead to their own row in the table of the ABI, and to code")
  void tablesResolve(Abi abi) {
    for (SyscallRow row : SyscallList.rows()) {
      int number = row.number(abi);
      if (number != SyscallRow.NONE) {
        boolean i386 = abi == Abi.I386;
        assertThat(i386 ? I386Table.row(number) : X8664Table.row(number)).isSameAs(row);
        assertThat(i386 ? I386Table.handler(number) : X8664Table.handler(number)).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Abi.class)
  @DisplayName("carry the kernel version where the newer list states one")
  void since(Abi abi) throws IOException {
    for (String line : lines("numbers-newer.txt")) {
      String[] words = line.split(" ");
      if (words[0].equals(abi.label())) {
        int number = Integer.parseInt(words[1]);
        SyscallRow row = abi == Abi.I386 ? I386Table.row(number) : X8664Table.row(number);
        assertThat(row.since()).as(line).isEqualTo(words[3]);
      }
    }
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = SyscallNumbersTest.class.getResourceAsStream(resource)) {
      List<String> lines = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          lines.add(line);
        }
      }
      return lines;
    }
  }
}

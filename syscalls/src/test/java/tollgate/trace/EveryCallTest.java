package tollgate.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.abi.Abi;
import tollgate.table.I386Table;
import tollgate.table.SyscallRow;
import tollgate.table.X8664Table;

/**
 * Compares the line of every call with the one that strace 6.1 printed natively for the same
 * arguments (every-call.txt). Lines known to differ stand in every-call-differences.txt.
 */
@DisplayName("The trace of every call of both ABIs equals strace's")
class EveryCallTest {
  @ParameterizedTest(name = "{0}, arguments {1}")
  @CsvSource({
    "x86_64, big", "x86_64, small", "x86_64, minus", "x86_64, ones",
    "i386, big", "i386, small", "i386, minus", "i386, ones"
  })
  void line(String abiName, String pattern) throws IOException {
    Abi abi = abiName.equals("i386") ? Abi.I386 : Abi.X86_64;
    List<String> wrong = new ArrayList<>();
    List<String> expectedDifferences = new ArrayList<>();
    Set<String> differing = new HashSet<>(lines("every-call-differences.txt"));
    int compared = 0;
    for (String line : lines("every-call.txt")) {
      String[] words = line.split(" ", 4);
      if (!words[0].equals(abiName) || !words[2].equals(pattern)) {
        continue;
      }
      compared++;
      int number = Integer.parseInt(words[1]);
      String actual = trace(abi, number, registers(abi, pattern));
      String key = abiName + ' ' + number + ' ' + pattern;
      boolean known = differing.stream().anyMatch(d -> d.startsWith(key + ' ') || d.equals(key));
      if (!actual.equals(words[3])) {
        if (!known) {
          wrong.add(key + "\n  strace: " + words[3] + "\n  ours:   " + actual);
        }
      } else if (known) {
        expectedDifferences.add(key);
      }
    }
    assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    assertThat(expectedDifferences).as("listed as different, but equal").isEmpty();
    assertThat(compared).isGreaterThan(350);
  }

  private static long[] registers(Abi abi, String pattern) {
    long[] registers = new long[6];
    for (int i = 0; i < 6; i++) {
      registers[i] =
          switch (pattern) {
            case "big" -> 0x7fff_fff1L + i;
            case "small" -> i;
            case "minus" -> abi == Abi.I386 ? 0xffff_ffffL : -1;
            default -> i % 2 == 0 ? 1 : 0;
          };
    }
    if (abi == Abi.I386) {
      // The recording program passed its fourth argument in ebp too.
      registers[5] = registers[3];
    }
    return registers;
  }

  private static String trace(Abi abi, int number, long[] registers) {
    SyscallRow row = abi == Abi.I386 ? I386Table.row(number) : X8664Table.row(number);
    TracedCall call =
        BlockCalls.unwrap(row, number, abi, new ArrayMemory(0x10_0000, 16), registers);
    CallFormat.begin(call);
    call.ended = true;
    call.result = -38;
    CallFormat.end(call);
    return call.out.from(0).strip();
  }

  private static List<String> lines(String resource) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                EveryCallTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}

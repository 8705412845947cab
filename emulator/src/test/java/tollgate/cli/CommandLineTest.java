package tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user gets back from wrong and right command lines. */
final class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int tollgate(String... arguments) {
    return Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--frobnicate              | Unknown option: '--frobnicate' (see 'tollgate --help')",
        "frobnicate                | Unmatched argument at index 0: 'frobnicate' (see 'tollgate --help')",
        "run                       | Missing required parameter: 'PROGRAM' (see 'tollgate run --help')",
        "run --frobnicate ls       | Unknown option: '--frobnicate' (see 'tollgate run --help')",
        "run --memory 7 ls         | Invalid value for option '--memory': must be between 8M and 256G (see 'tollgate run --help')",
        "run --memory lots ls      | Invalid value for option '--memory': 'lots' is not a size such as 512M or 4G (see 'tollgate run --help')",
        "run --env =x ls           | Invalid value for option '--env' (K=V): expected NAME=value, got '=x' (see 'tollgate run --help')",
        "run --bind /a ls          | Invalid value for option '--bind' (HOST:GUEST[:ro]): expected HOST:GUEST[:ro], got '/a' (see 'tollgate run --help')",
        "run --bind /a:b ls        | Invalid value for option '--bind' (HOST:GUEST[:ro]): the guest path 'b' is not absolute (see 'tollgate run --help')",
        "syscalls --format=xml     | unknown format 'xml': table, json or csv (see 'tollgate syscalls --help')",
        "syscalls --abi=arm        | unknown ABI 'arm': x86_64, i386 or all (see 'tollgate syscalls --help')",
      })
  void aMistakeIsOneLineWithAHintAndStatus125(String line, String message) {
    assertThat(tollgate(line.split(" "))).isEqualTo(125);
    assertThat(err.toString()).isEqualTo("tollgate: " + message + System.lineSeparator());
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void noCommandIsAMistakeToo() {
    assertThat(tollgate()).isEqualTo(125);
    assertThat(err.toString())
        .isEqualTo(
            "tollgate: no command given: run, demo or syscalls (see 'tollgate --help')"
                + System.lineSeparator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "run --help", "demo --help", "syscalls --help"})
  void helpGoesToStandardOutputAndNamesTheExitStatus(String line) {
    assertThat(tollgate(line.split(" "))).isZero();
    assertThat(out.toString()).startsWith("Usage: tollgate").contains("Exit status");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anUnknownVendorNamesTheKnownOnes() {
    assertThat(tollgate("run", "--vendor", "via", "ls")).isEqualTo(125);
    assertThat(err.toString()).contains("--vendor").contains("AMD").contains("INTEL");
  }

  @Test
  void theTablesCanBeReadByPrograms() {
    assertThat(tollgate("syscalls", "--abi=i386", "--format=csv")).isZero();
    assertThat(out.toString()).startsWith("i386,name,").contains("\r\n4,write,");
    assertThat(err.toString()).isEmpty();
  }
}

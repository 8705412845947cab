package tollgate.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.table.SyscallList;
import tollgate.table.SyscallRow;

@DisplayName("A trace filter")
class TraceFilterTest {
  private static List<String> shown(String text) {
    TraceFilter filter = TraceFilter.parse(text);
    return SyscallList.rows().stream()
        .filter(filter::shows)
        .map(SyscallRow::name)
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  @DisplayName("takes a list of names")
  void names() {
    assertThat(shown("write,openat")).containsExactly("openat", "write");
  }

  @Test
  @DisplayName("takes an exclamation mark for all the others")
  void inverted() {
    assertThat(shown("!write,read")).doesNotContain("write", "read").contains("pwrite64", "close");
    assertThat(TraceFilter.parse("!write").shows(null)).isTrue();
    assertThat(TraceFilter.parse("write").shows(null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "%file, openat, write",
    "%desc, write, stat",
    "%memory, mmap2, write",
    "%process, execve, write",
    "%network, socketcall, pipe",
    "%signal, rt_sigreturn, write",
    "%ipc, semget, write",
    "%clock, time, times",
    "%creds, getuid32, getpid",
    "%stat, oldstat, fstat",
    "%%stat, fstatat64, statfs"
  })
  @DisplayName("knows strace's classes")
  void classes(String filter, String in, String out) {
    assertThat(shown(filter)).contains(in).doesNotContain(out);
  }

  @Test
  @DisplayName("takes regular expressions, all and none")
  void others() {
    assertThat(shown("/^stat(64)?$")).containsExactly("stat", "stat64");
    assertThat(shown("all")).hasSizeGreaterThan(400);
    assertThat(shown("none")).isEmpty();
    assertThat(shown("?nosuch,read")).containsExactly("read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wirte", "read,", "%fiel", "/(", "!", "read\n\u001b[31m"})
  @DisplayName("refuses what names nothing, in one printable line")
  void errors(String text) {
    assertThatThrownBy(() -> TraceFilter.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).matches("[ -~]+"));
  }
}

package tollgate.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tollgate.abi.Abi;

@DisplayName("tollgate syscalls prints")
class SyscallListingTest {
  private static List<String> lines(SyscallListing listing, SyscallListing.Format format)
      throws IOException {
    StringBuilder out = new StringBuilder();
    listing.write(format, out);
    return out.toString().lines().toList();
  }

  @Test
  @DisplayName("a table with both numbers of a call on one line, and a summary that adds up")
  void table() throws IOException {
    List<String> lines = lines(SyscallListing.all(), SyscallListing.Format.TABLE);
    assertThat(lines.get(0)).startsWith("x86_64  i386    name ").endsWith("reason");
    assertThat(lines.get(2)).startsWith("1       4       write ");
    assertThat(lines.get(lines.size() - 3))
        .startsWith("-       423     sched_rr_get_interval_time64");
    assertThat(lines.get(lines.size() - 1)).startsWith(SyscallList.rows().size() + " calls: ");
  }

  @Test
  @DisplayName("one ABI in the order of its own numbers")
  void oneAbi() throws IOException {
    List<String> lines = lines(SyscallListing.of(Abi.I386), SyscallListing.Format.TABLE);
    assertThat(lines.get(0)).startsWith("i386    name");
    assertThat(lines.get(1)).startsWith("0       restart_syscall");
    assertThat(lines.get(2)).startsWith("1       exit ");
  }

  @Test
  @DisplayName("JSON with null where an ABI lacks the call")
  void json() throws IOException {
    List<String> lines = lines(SyscallListing.all(), SyscallListing.Format.JSON);
    assertThat(lines).first().isEqualTo("[");
    assertThat(lines).last().isEqualTo("]");
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith("  {\"x86_64\": null, \"i386\": 102, \"name\": \"socketcall\""));
    assertThat(lines.subList(1, lines.size() - 2)).allMatch(line -> line.endsWith("\"},"));
  }

  @Test
  @DisplayName("CSV with quoted signatures, one line a call")
  void csv() throws IOException {
    List<String> lines = lines(SyscallListing.all(), SyscallListing.Format.CSV);
    assertThat(lines).hasSize(SyscallList.rows().size() + 1);
    assertThat(lines.get(0)).isEqualTo("x86_64,i386,name,signature,support,reason,since");
    assertThat(lines.get(2)).startsWith("1,4,write,\"fd fd, in buf[count], size count\",");
  }
}

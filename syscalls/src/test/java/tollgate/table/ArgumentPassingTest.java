package tollgate.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tollgate.abi.Abi;
import tollgate.kernel.Task;

@DisplayName("Arguments on their way from registers to a handler")
class ArgumentPassingTest {
  private long[] seen;

  private long record(Task task, long a1, long a2, long a3, long a4, long a5, long a6) {
    seen = new long[] {a1, a2, a3, a4, a5, a6};
    return 7;
  }

  private long[] pass(Abi abi, String types, long... registers) {
    SyscallHandler handler = NumberTable.adapt(this::record, Signature.parse(types), abi);
    long result =
        handler.call(
            null,
            registers[0],
            registers[1],
            registers[2],
            registers[3],
            registers[4],
            registers[5]);
    assertThat(result).isEqualTo(7);
    return seen;
  }

  @Test
  @DisplayName("x86-64 registers arrive as they are")
  void plain64() {
    assertThat(pass(Abi.X86_64, "fd fd, off offset, loff pos", -1, -2, -3, 4, 5, 6))
        .containsExactly(-1, -2, -3, 4, 5, 6);
  }

  @Test
  @DisplayName("i386 words stay zero-extended unless the row says signed")
  void signedWords() {
    assertThat(
            pass(
                Abi.I386,
                "fd fd, off offset, ulong u, long l, ptr p, ssize s",
                0xffff_ffffL,
                0xffff_fffeL,
                0xffff_fffdL,
                0xffff_fffcL,
                0xffff_fffbL,
                0xffff_fffaL))
        .containsExactly(0xffff_ffffL, -2, 0xffff_fffdL, -4, 0xffff_fffbL, -6);
  }

  @Test
  @DisplayName("i386 joins two registers into one 64-bit argument, twice if need be")
  void split() {
    assertThat(
            pass(
                Abi.I386,
                "fd fd, flags:fallocate mode, loff offset, loff len",
                3,
                1,
                0x8000_0001L,
                2,
                0xffff_ffffL,
                0xffff_ffffL))
        .containsExactly(3, 1, 0x2_8000_0001L, -1, 0, 0);
    assertThat(pass(Abi.I386, "u64 cookie, ptr buf, size len", 1, 2, 3, 4, 5, 6))
        .containsExactly(0x2_0000_0001L, 3, 4, 5, 6, 0);
    assertThat(pass(Abi.I386, "fd a, u64 b, fd c", 1, 2, 3, 4, 5, 6))
        .containsExactly(1, 0x3_0000_0002L, 4, 5, 6, 0);
    assertThat(pass(Abi.I386, "fd a, fd b, fd c, u64 d", 1, 2, 3, 4, 5, 6))
        .containsExactly(1, 2, 3, 0x5_0000_0004L, 6, 0);
    assertThat(pass(Abi.I386, "fd a, fd b, fd c, fd d, u64 e", 1, 2, 3, 4, 5, 6))
        .containsExactly(1, 2, 3, 4, 0x6_0000_0005L, 0);
  }

  @Test
  @DisplayName("the offset of preadv comes as two words on both ABIs; x86-64 ignores the second")
  void pair() {
    String types = "fd fd, out iovec iov[iovcnt], size iovcnt, loffpair pos, flags:rwf flags";
    assertThat(pass(Abi.I386, types, 1, 2, 3, 4, 5, 6))
        .containsExactly(1, 2, 3, 0x5_0000_0004L, 6, 0);
    assertThat(pass(Abi.X86_64, types, 1, 2, 3, 0x5_0000_0004L, 99, 6))
        .containsExactly(1, 2, 3, 0x5_0000_0004L, 6, 0);
  }
}

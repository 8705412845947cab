package tollgate.cpu.unicorn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.entry.Register;
import tollgate.entry.Vendor;

/** Each entry instruction reaches the handler with the next instruction's address. */
class EntryTest {
  @ParameterizedTest
  @EnumSource(Vendor.class)
  void syscallFrom64BitCode(Vendor vendor) {
    try (Board board = new Board(vendor)) {
      // mov $39, %eax; syscall; inc %ebx; syscall
      board.code("b827000000 0f05 ffc3 0f05");
      board.onTrap =
          what -> {
            assertThat(board.get(Register.RAX)).isEqualTo(39);
            return board.log.size() < 2;
          };
      assertThat(board.run()).containsExactly("SYSCALL at 7", "SYSCALL at 11");
      assertThat(board.get(Register.RBX)).isEqualTo(1);
      assertThat(board.rip()).isEqualTo(11);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void syscallFrom32BitCode(Vendor vendor) {
    try (Board board = new Board(vendor).mode32()) {
      board.code("b827000000 0f05 43 cd80");
      board.onTrap = what -> board.log.size() < 2;
      assertThat(board.run()).containsExactly("SYSCALL at 7", "INT80 at 10");
      assertThat(board.get(Register.RBX)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void int80From64BitCode(Vendor vendor) {
    try (Board board = new Board(vendor)) {
      board.code("b827000000 cd80 ffc3 cd80");
      board.onTrap = what -> board.log.size() < 2;
      assertThat(board.run()).containsExactly("INT80 at 7", "INT80 at 11");
      assertThat(board.get(Register.RBX)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void sysenterFrom32BitCode(Vendor vendor) {
    try (Board board = new Board(vendor).mode32()) {
      // mov; jmp +1; nop; sysenter; two bytes never run; inc %ebx; int $0x80
      board.code("b827000000 eb01 90 0f34 0f0b 43 cd80");
      board.onTrap =
          what -> {
            if (board.log.size() == 1) {
              board.set(Register.RIP, Board.CODE + 12);
              return true;
            }
            return false;
          };
      assertThat(board.run()).containsExactly("SYSENTER at 10", "INT80 at 15");
      assertThat(board.get(Register.RBX)).isEqualTo(1);
    }
  }

  @Test
  void sysenterFrom64BitCodeEntersOnIntel() {
    try (Board board = new Board(Vendor.INTEL)) {
      board.code("b827000000 0f34");
      assertThat(board.run()).containsExactly("SYSENTER at 7");
    }
  }

  @Test
  void sysenterFrom64BitCodeIsInvalidOnAmd() {
    try (Board board = new Board(Vendor.AMD)) {
      board.code("b827000000 0f34");
      assertThat(board.run()).containsExactly("#6 code 0 at 5");
    }
  }
}

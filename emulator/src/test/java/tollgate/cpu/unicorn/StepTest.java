package tollgate.cpu.unicorn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tollgate.entry.Register;

/** {@link tollgate.mm.Mmu#stepOnce} runs one instruction alone, whatever that instruction does. */
class StepTest {
  @Test
  void oneInstructionRunsAndTheTrapIsSwallowed() {
    try (Board board = new Board().code("ffc3 ffc3 9c 5a cc")) {
      board.cpu.stepOnce(
          () -> board.log.add("after " + board.get(Register.RBX) + " " + board.rip()));
      assertThat(board.run()).containsExactly("after 1 2", "#3 code 0 at 7");
      assertThat(board.get(Register.RDX) & 0x100).isZero();
    }
  }

  @Test
  void aPageWritesToItselfOneInstructionAtATime() {
    try (Board board = new Board()) {
      // movb $7, CODE + 9 (the immediate of the next instruction); mov $1, %ebx; int3
      board.code("c60425 09004000 07 bb01000000 cc");
      long frame = board.frameOf(Board.CODE);
      board.onTrap =
          what -> {
            if (!what.startsWith("#14 code 7")) {
              return false;
            }
            board.map(board.root, Board.CODE, frame, Board.P | Board.W | Board.U);
            board.cpu.stepOnce(
                () -> {
                  board.map(board.root, Board.CODE, frame, Board.P | Board.U);
                  board.cpu.flushTlb();
                  board.cpu.dropTranslations(Board.CODE);
                });
            return true;
          };
      assertThat(board.run()).containsExactly("#14 code 7 at 0 address 400009", "#3 code 0 at 14");
      assertThat(board.get(Register.RBX)).isEqualTo(7);
    }
  }

  @Test
  void aFaultEndsTheStepBeforeTheHandlerHearsOfIt() {
    try (Board board = new Board().code("8b042500100000")) {
      board.cpu.stepOnce(() -> board.log.add("after"));
      assertThat(board.run()).containsExactly("after", "#14 code 4 at 0 address 1000");
      assertThat(board.get(Register.RFLAGS) & 0x100).isZero();
    }
  }

  @Test
  void aCallEndsTheStepBeforeTheHandlerHearsOfIt() {
    try (Board board = new Board().code("0f05 cd80 cc")) {
      board.cpu.stepOnce(() -> board.log.add("after"));
      board.onTrap =
          what -> {
            if (what.startsWith("SYSCALL")) {
              board.cpu.stepOnce(() -> board.log.add("again"));
            }
            return !what.startsWith("#");
          };
      assertThat(board.run())
          .containsExactly("after", "SYSCALL at 2", "again", "INT80 at 4", "#3 code 0 at 5");
    }
  }

  @Test
  void theGuestsOwnTrapFlagIsKept() {
    try (Board board = new Board().code("ffc3 ffc3 9c 5a cc")) {
      board.set(Register.RFLAGS, 0x100);
      board.onTrap = what -> what.startsWith("#1 ");
      board.cpu.stepOnce(() -> board.log.add("after"));
      board.run();
      assertThat(board.log)
          .containsExactly(
              "after",
              "#1 code 0 at 2",
              "#1 code 0 at 4",
              "#1 code 0 at 5",
              "#1 code 0 at 6",
              "#3 code 0 at 7");
      assertThat(board.get(Register.RDX) & 0x100).isEqualTo(0x100);
    }
  }
}

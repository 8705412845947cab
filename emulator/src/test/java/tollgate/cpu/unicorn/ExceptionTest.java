package tollgate.cpu.unicorn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.entry.Register;

/**
 * Every exception of the processor reaches the handler with its vector, error code and place (SDM
 * vol. 3, chapter 6). Codes of segments and gates are selector or vector numbers times eight.
 */
class ExceptionTest {
  static Stream<Arguments> in64BitCode() {
    return Stream.of(
        // xor %ecx, %ecx; div %ecx
        Arguments.of("divide error", "31c9 f7f1", "#0 code 0 at 2"),
        Arguments.of("int3", "90 cc", "#3 code 0 at 2"),
        Arguments.of("int $3", "90 cd03", "#3 code 0 at 3"),
        Arguments.of("int $4", "90 cd04", "#4 code 0 at 3"),
        Arguments.of("icebp", "90 f1", "#1 code 0 at 2"),
        Arguments.of("ud2", "90 0f0b", "#6 code 0 at 1"),
        Arguments.of("bad opcode", "90 06", "#6 code 0 at 1"),
        Arguments.of("hlt", "90 f4", "#13 code 0 at 1"),
        Arguments.of("cli", "90 fa", "#13 code 0 at 1"),
        Arguments.of("sti", "90 fb", "#13 code 0 at 1"),
        Arguments.of("mov %cr0", "90 0f20c0", "#13 code 0 at 1"),
        Arguments.of("mov to %cr3", "90 0f22d8", "#13 code 0 at 1"),
        Arguments.of("rdmsr", "90 0f32", "#13 code 0 at 1"),
        Arguments.of("wrmsr", "90 0f30", "#13 code 0 at 1"),
        Arguments.of("invlpg", "90 0f0138", "#13 code 0 at 1"),
        Arguments.of("lgdt", "90 0f0110", "#13 code 0 at 1"),
        Arguments.of("ltr", "90 0f00d8", "#13 code 0 at 1"),
        Arguments.of("clts", "90 0f06", "#13 code 0 at 1"),
        Arguments.of("wbinvd", "90 0f09", "#13 code 0 at 1"),
        Arguments.of("swapgs", "90 0f01f8", "#13 code 0 at 1"),
        Arguments.of("sysret", "90 480f07", "#13 code 0 at 1"),
        Arguments.of("int $0", "90 cd00", "#13 code 2 at 1"),
        Arguments.of("int $1", "90 cd01", "#13 code 10 at 1"),
        Arguments.of("int $6", "90 cd06", "#13 code 50 at 1"),
        Arguments.of("int $8", "90 cd08", "#13 code 66 at 1"),
        Arguments.of("int $13", "90 cd0d", "#13 code 106 at 1"),
        Arguments.of("int $14", "90 cd0e", "#13 code 114 at 1"),
        Arguments.of("int $0x81", "90 cd81", "#13 code 1034 at 1"),
        Arguments.of("int $0xff", "90 cdff", "#13 code 2042 at 1"),
        // mov $0x50, %eax; mov %eax, %ds: a descriptor that is not there
        Arguments.of("empty descriptor", "b850000000 8ed8", "#13 code 80 at 5"),
        // mov $0x63, %eax; mov %eax, %fs: an unused thread-local segment
        Arguments.of("unused TLS", "b863000000 8ee0", "#13 code 96 at 5"),
        Arguments.of("null stack", "31c0 8ed0", "#13 code 0 at 2"),
        Arguments.of("kernel data as stack", "b818000000 8ed0", "#13 code 24 at 5"),
        // push $0x10; push $0; lretq
        Arguments.of("far return to the kernel", "6a10 6a00 48cb", "#13 code 16 at 4"),
        // mov (0x1000), %eax
        Arguments.of("read", "8b042500100000", "#14 code 4 at 0 address 1000"),
        Arguments.of("write", "89042500100000", "#14 code 6 at 0 address 1000"),
        Arguments.of("write to code", "89042500004000", "#14 code 7 at 0 address 400000"),
        Arguments.of("jump to nothing", "31c0 ffe0", "#14 code 20 at -4194304 address 0"),
        // mov $DATA, %eax; jmp *%rax
        Arguments.of("jump to data", "b800006000 ffe0", "#14 code 21 at 2097152 address 600000"),
        // read of the supervisor's descriptor table: mov $0xffffff0000004000, %rax; mov (%rax), %al
        Arguments.of(
            "supervisor page",
            "48b8 00400000 00ffffff 8a00",
            "#14 code 5 at 10 address ffffff0000004000"),
        Arguments.of("non-canonical read", "48b8 0000000000008000 8a00", "#13 code 0 at 10"),
        Arguments.of("non-canonical write", "48b8 0000000000008000 8800", "#13 code 0 at 10"),
        // mov rax, rsp; push rax: the stack segment's own vector
        Arguments.of("non-canonical push", "48bc 0000000000008000 50", "#12 code 0 at 10"),
        Arguments.of("non-canonical pop", "48bc 0000000000008000 58", "#12 code 0 at 10"),
        Arguments.of("non-canonical call", "48bc 0000000000008000 e800000000", "#12 code 0 at 10"),
        // mov (%rbp), %al and mov 8(%rsp), %al
        Arguments.of("non-canonical %rbp", "48bd 0000000000008000 8a4500", "#12 code 0 at 10"),
        Arguments.of("non-canonical %rsp", "48bc 0000000000008000 8a442408", "#12 code 0 at 10"),
        // fninit; fldcw (zero divide unmasked); fld1; fldz; fdivp; fwait
        Arguments.of(
            "x87 error", "dbe3 66c74424f87b03 d96c24f8 d9e8 d9ee def9 9b", "#16 code 0 at 19"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void in64BitCode(String name, String code, String expected) {
    try (Board board = new Board().code(code)) {
      assertThat(board.run()).containsExactly(expected);
    }
  }

  static Stream<Arguments> in32BitCode() {
    return Stream.of(
        // mov $0x7f, %al; add $1, %al; into
        Arguments.of("into", "b07f 0401 ce", "#4 code 0 at 5"),
        // bound %eax, DATA with limits 0, 0 and 5 in %eax
        Arguments.of("bound", "b805000000 620500006000", "#5 code 0 at 5"),
        Arguments.of("lcall $7, $0", "9a000000000700", "#13 code 4 at 0"),
        Arguments.of("hlt", "90 f4", "#13 code 0 at 1"),
        Arguments.of("int $0x81", "90 cd81", "#13 code 1034 at 1"),
        Arguments.of("icebp", "90 f1", "#1 code 0 at 2"),
        Arguments.of("ud2", "90 0f0b", "#6 code 0 at 1"),
        Arguments.of("divide error", "31c9 f7f1", "#0 code 0 at 2"),
        Arguments.of("read", "a100100000", "#14 code 4 at 0 address 1000"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void in32BitCode(String name, String code, String expected) {
    try (Board board = new Board().mode32().code(code)) {
      assertThat(board.run()).containsExactly(expected);
    }
  }

  @Test
  void aFaultingInstructionRunsAgainWhenItsPageHasCome() {
    // movl $7, (0x700000); mov (0x700000), %ebx; int3
    try (Board board = new Board().code("c70425 00007000 07000000 8b1c25 00007000 cc")) {
      board.onTrap =
          what -> {
            if (board.log.size() == 1) {
              board.map(board.root, 0x700000, board.frame(), Board.P | Board.W | Board.U);
            }
            return board.log.size() == 1;
          };
      assertThat(board.run()).containsExactly("#14 code 6 at 0 address 700000", "#3 code 0 at 19");
      assertThat(board.get(Register.RBX)).isEqualTo(7);
    }
  }

  @Test
  void aStringInstructionGoesOnInTheNextPage() {
    // mov $0x5ff000 + 0x1ff0 = end of DATA - 16, %edi; mov $32, %ecx; rep stosb; int3
    try (Board board = new Board().code("bff00f6000 b920000000 b041 f3aa cc")) {
      board.onTrap =
          what -> {
            assertThat(board.get(Register.RCX)).isEqualTo(16);
            assertThat(board.get(Register.RDI)).isEqualTo(0x601000);
            board.map(board.root, 0x601000, board.frame(), Board.P | Board.W | Board.U);
            board.onTrap = null;
            return true;
          };
      assertThat(board.run()).containsExactly("#14 code 6 at 12 address 601000", "#3 code 0 at 15");
      assertThat(board.get(Register.RCX)).isZero();
    }
  }

  @Test
  void theHandlerMayLeaveAndRunAgain() {
    try (Board board = new Board().code("b801000000 0f0b b802000000 0f0b")) {
      assertThat(board.run()).containsExactly("#6 code 0 at 5");
      board.set(Register.RIP, Board.CODE + 7);
      assertThat(board.run()).hasSize(2).endsWith("#6 code 0 at 12");
      assertThat(board.get(Register.RAX)).isEqualTo(2);
    }
  }
}

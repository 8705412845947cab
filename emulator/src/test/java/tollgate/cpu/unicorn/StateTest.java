package tollgate.cpu.unicorn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.entry.Cpu;
import tollgate.entry.Register;
import tollgate.entry.Vendor;

/** Registers, modes, segments, floating point: what is set is what the guest sees, and back. */
class StateTest {
  private static final long TLS = 0x00d0f2600000ffffL;

  @Test
  void aNewProcessorIsAsLinuxStartsAProgram() {
    try (Board board = new Board();
        Cpu cpu = board.core.newCpu()) {
      for (Register register : Register.values()) {
        long expected =
            switch (register) {
              case CS -> 0x33;
              case SS -> 0x2b;
              case RFLAGS -> 0x202;
              default -> 0;
            };
        assertThat(cpu.get(register)).as(register.name()).isEqualTo(expected);
      }
      byte[] image = new byte[Cpu.FXSAVE_SIZE];
      cpu.saveFloatingPoint(image, 0);
      ByteBuffer buffer = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(buffer.getShort(0)).isEqualTo((short) 0x37f);
      assertThat(buffer.get(4)).isZero();
      assertThat(buffer.getInt(24)).isEqualTo(0x1f80);
    }
  }

  @Test
  void generalRegistersAreTheGuestsOwn() {
    try (Board board = new Board()) {
      // push/pop-free: add 1 to each: inc rax..r15 except rsp; int3
      board.code(
          "48ffc0 48ffc1 48ffc2 48ffc3 48ffc5 48ffc6 48ffc7 49ffc0 49ffc1 49ffc2 49ffc3 49ffc4"
              + "49ffc5 49ffc6 49ffc7 cc");
      Register[] all = Register.values();
      for (int i = 0; i < 16; i++) {
        board.set(all[i], 0x1111111111111111L * i);
      }
      board.run();
      for (int i = 0; i < 16; i++) {
        long added = all[i] == Register.RSP ? 0 : 1;
        assertThat(board.get(all[i])).isEqualTo(0x1111111111111111L * i + added);
      }
    }
  }

  @Test
  void flagsAreTheGuestsOwnAndKeepWhatIsTheKernels() {
    try (Board board = new Board()) {
      // pushf; pop %rbx; std; stc; int3
      board.code("9c 5b fd f9 cc");
      // CF PF AF ZF SF OF NT AC ID, and IOPL, VM, IF clear, which a user cannot change
      board.set(Register.RFLAGS, 0x8d5 | 0x4000 | 0x40000 | 0x200000 | 0x3000 | 0x20000);
      board.run();
      assertThat(board.get(Register.RBX)).isEqualTo(0x8d5 | 0x4000 | 0x40000 | 0x200000 | 0x202);
      assertThat(board.get(Register.RFLAGS) & 0x401).isEqualTo(0x401);
      // xor %eax, %eax; sub $1, %eax: flags that the engine keeps in its lazy form
      board.code("31c0 83e801 cc");
      board.cpu.dropTranslations(Board.CODE);
      board.set(Register.RIP, Board.CODE);
      board.set(Register.RFLAGS, 0);
      board.run();
      assertThat(board.get(Register.RFLAGS)).isEqualTo(0x202 | 0x95);
    }
  }

  @Test
  void theHandlerChangesModeAndPlace() {
    try (Board board = new Board()) {
      // syscall; at 16, 32-bit: dec %eax (in 64-bit code a prefix); int $0x80; at 32: int3
      board.code("0f05").poke(Board.CODE + 16, "48 cd80");
      board.poke(Board.CODE + 32, "48ffc0 cc");
      board.onTrap =
          what -> {
            if (what.startsWith("SYSCALL")) {
              board.set(Register.CS, 0x23);
              board.set(Register.RIP, Board.CODE + 16);
              board.set(Register.RAX, 10);
              return true;
            }
            if (what.startsWith("INT80")) {
              assertThat(board.get(Register.RAX)).isEqualTo(9);
              board.set(Register.CS, 0x33);
              board.set(Register.RIP, Board.CODE + 32);
              return true;
            }
            return false;
          };
      assertThat(board.run()).containsExactly("SYSCALL at 2", "INT80 at 19", "#3 code 0 at 36");
      assertThat(board.get(Register.RAX)).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void farJumpsChangeTheModeBothWays(Vendor vendor) {
    try (Board board = new Board(vendor)) {
      board.set(Register.RSP, Board.DATA + 1024);
      // push $0x23; push $CODE + 16; lretq
      board.code("6a23 6810004000 48cb");
      // 32-bit: dec %eax; int $0x80; ljmp $0x33, $CODE + 48
      board.poke(Board.CODE + 16, "48 cd80 ea 30004000 3300");
      board.poke(Board.CODE + 48, "0f05");
      List<Long> selectors = new ArrayList<>();
      board.onTrap =
          what -> {
            selectors.add(board.get(Register.CS));
            return board.log.size() < 2;
          };
      assertThat(board.run()).containsExactly("INT80 at 19", "SYSCALL at 50");
      assertThat(selectors).containsExactly(0x23L, 0x33L);
    }
  }

  @Test
  void threadLocalSegmentsWorkIn32BitCode() {
    try (Board board = new Board().mode32()) {
      // base DATA + 0x100, the limit 4 GiB: as set_thread_area writes it
      board.cpu.setTlsDescriptor(12, descriptor(Board.DATA + 0x100));
      board.poke(Board.DATA + 0x100, "11111111 22222222");
      // mov $0x63, %eax; mov %eax, %gs; mov %gs:4, %ebx; syscall; mov %gs:0, %ecx; int3
      board.code("b863000000 8ee8 658b1d04000000 0f05 658b0d00000000 cc");
      board.onTrap =
          what -> {
            if (what.startsWith("SYSCALL")) {
              assertThat(board.get(Register.GS_BASE)).isEqualTo(Board.DATA + 0x100);
              board.cpu.setTlsDescriptor(12, descriptor(Board.DATA + 0x104));
              board.set(Register.GS, 0x63);
              return true;
            }
            return false;
          };
      board.run();
      assertThat(board.log).containsExactly("SYSCALL at 16", "#3 code 0 at 24");
      assertThat(board.get(Register.RBX)).isEqualTo(0x22222222);
      assertThat(board.get(Register.RCX)).isEqualTo(0x22222222);
      assertThat(board.get(Register.GS)).isEqualTo(0x63);
    }
  }

  private static long descriptor(long base) {
    return TLS & ~0xff0000ffffff0000L
        | (base & 0xffffff) << 16
        | (base >>> 24 & 0xff) << 56
        | 1L << 54
        | 0xfL << 44 & 0xf00000000000L;
  }

  @Test
  void selectorsThatNoUserCanLoadBecomeNull() {
    try (Board board = new Board().code("cc")) {
      for (int selector : new int[] {0x10, 0x18, 0x63, 0x80, 0xffff, 0x2a, 0x2f}) {
        board.set(Register.FS, selector);
        assertThat(board.get(Register.FS)).isZero();
      }
      board.set(Register.FS, 0x2b);
      assertThat(board.get(Register.FS)).isEqualTo(0x2b);
      assertThatThrownBy(() -> board.set(Register.SS, 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> board.set(Register.CS, 0x10))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(board.run()).containsExactly("#3 code 0 at 1");
    }
  }

  @Test
  void basesOfFsAndGsReachTheGuestAndComeBack() {
    try (Board board = new Board()) {
      board.poke(Board.DATA, "2a000000 2b000000 2c000000");
      board.set(Register.FS_BASE, Board.DATA);
      board.set(Register.GS_BASE, Board.DATA + 4);
      // mov %fs:0, %ebx; mov %gs:0, %ecx; rdfsbase %rdx; add $8, %rdx; wrfsbase %rdx; mov %fs:0,
      // %esi
      board.code(
          "648b1c2500000000 658b0c2500000000 f3480faec2 4883c208 f3480faed2 648b342500000000 cc");
      board.run();
      assertThat(board.get(Register.RBX)).isEqualTo(42);
      assertThat(board.get(Register.RCX)).isEqualTo(43);
      assertThat(board.get(Register.RSI)).isEqualTo(44);
      assertThat(board.get(Register.FS_BASE)).isEqualTo(Board.DATA + 8);
    }
  }

  @Test
  void theFloatingPointStateIsTheImageThatFxsaveWrites() {
    try (Board board = new Board()) {
      // fldpi; fld1; movd %eax, %xmm15; movd %eax, %xmm0; fxsave64 (DATA); int3
      board.code("d9eb d9e8 66440f6ef8 660f6ec0 480fae0425 00006000 cc");
      board.set(Register.RAX, 0x12345678);
      board.run();
      byte[] ours = new byte[Cpu.FXSAVE_SIZE + 16];
      board.cpu.saveFloatingPoint(ours, 16);
      byte[] guests = new byte[Cpu.FXSAVE_SIZE];
      board.arena.get(board.frameOf(Board.DATA), guests, 0, 416);
      for (int i = 0; i < 416; i++) {
        boolean pointers = i >= 6 && i < 24 || i >= 28 && i < 32;
        if (!pointers) {
          assertThat(ours[16 + i]).as("byte " + i).isEqualTo(guests[i]);
        }
      }
      // Load it back into a processor that has nothing: it writes the same image.
      byte[] empty = new byte[Cpu.FXSAVE_SIZE];
      board.cpu.loadFloatingPoint(empty, 0);
      board.cpu.loadFloatingPoint(ours, 16);
      board.set(Register.RIP, Board.CODE + 13);
      board.run();
      byte[] again = new byte[Cpu.FXSAVE_SIZE];
      board.arena.get(board.frameOf(Board.DATA), again, 0, 416);
      assertThat(again).isEqualTo(guests);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void cpuidNamesTheVendorAndNothingThatTheEngineCannotRun(Vendor vendor) {
    try (Board board = new Board(vendor)) {
      // xor %eax, %eax; cpuid; mov %ebx, %esi; mov %edx, %edi; mov %ecx, %ebp
      // mov $1, %eax; cpuid; mov %ecx, %r8d; mov $7, %eax; xor %ecx, %ecx; cpuid; int3
      board.code("31c0 0fa2 89de 89d7 89cd b801000000 0fa2 4189c8 b807000000 31c9 0fa2 cc");
      board.run();
      ByteBuffer name = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      name.putInt((int) board.get(Register.RSI));
      name.putInt((int) board.get(Register.RDI));
      name.putInt((int) board.get(Register.RBP));
      assertThat(new String(name.array(), java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo(vendor == Vendor.AMD ? "AuthenticAMD" : "GenuineIntel");
      long features = board.get(Register.R8);
      assertThat(features >> 28 & 1).as("AVX").isZero();
      assertThat(features >> 27 & 1).as("OSXSAVE").isZero();
      assertThat(features >> 20 & 1).as("SSE4.2").isEqualTo(1);
      assertThat(board.get(Register.RBX) >> 5 & 1).as("AVX2").isZero();
      assertThat(board.get(Register.RBX) >> 16 & 1).as("AVX-512").isZero();
    }
  }

  @Test
  void whatAHandlerThrowsLeavesTheRunAndTheProcessorLives() {
    try (Board board = new Board().code("0f05 0f0b cc")) {
      IllegalStateException thrown = new IllegalStateException("on purpose");
      board.onTrap =
          what -> {
            if (!what.startsWith("#3")) {
              throw thrown;
            }
            return false;
          };
      assertThatThrownBy(board::run).isSameAs(thrown);
      assertThat(board.rip()).isEqualTo(2);
      assertThatThrownBy(board::run).isSameAs(thrown);
      assertThat(board.rip()).isEqualTo(2);
      board.set(Register.RIP, Board.CODE + 4);
      assertThat(board.run()).endsWith("#3 code 0 at 5");
    }
  }

  @Test
  void callbacksOutliveTheGarbageCollector() {
    try (Board board = new Board().code("0f05 ebfc")) {
      board.onTrap =
          what -> {
            System.gc();
            return board.log.size() < 20;
          };
      assertThat(board.run()).hasSize(20).containsOnly("SYSCALL at 2");
    }
  }

  @Test
  void prefixedCallsAreAsLongAsTheyAre() {
    // rex.w syscall; mov $5, %ebx; int3
    try (Board board = new Board().code("480f05 bb05000000 cc")) {
      board.onTrap =
          what -> {
            board.set(Register.RIP, board.get(Register.RIP));
            return what.startsWith("SYSCALL");
          };
      assertThat(board.run()).containsExactly("SYSCALL at 3", "#3 code 0 at 9");
      assertThat(board.get(Register.RBX)).isEqualTo(5);
    }
  }
}

package tollgate.cpu.unicorn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tollgate.entry.Cpu;
import tollgate.entry.EntryMechanism;
import tollgate.entry.Register;
import tollgate.entry.TrapHandler;

/** Several processors of one core keep out of each other's state and out of each other's way. */
@Timeout(60)
class SharingTest {
  @Test
  void registersAndAddressSpacesAreEachProcessorsOwn() throws InterruptedException {
    try (Board board = new Board()) {
      // 1: mov (DATA), %eax; add %rax, %rbx; mov %fs:0, %eax; add %rax, %rbp; dec %ecx; jnz 1b;
      // int3
      board.code("8b0425 00006000 4801c3 648b042500000000 4801c5 ffc9 75e7 cc");
      int count = 4;
      List<Cpu> cpus = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Cpu cpu = board.cpu.create();
        long root = board.newRoot();
        board.map(root, Board.CODE, board.frameOf(Board.CODE), Board.P | Board.U);
        long data = board.map(root, Board.DATA, board.frame(), Board.P | Board.W | Board.U);
        board.arena.putInt(data, i + 1);
        board.arena.putInt(data + 8L * (i + 1), 10 * i + 1);
        cpu.setPageTable(root);
        cpu.set(Register.RIP, Board.CODE);
        cpu.set(Register.RCX, 200_000);
        cpu.set(Register.FS_BASE, Board.DATA + 8L * (i + 1));
        cpus.add(cpu);
        threads.add(new Thread(() -> cpu.run(new Board.Recorder())));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      for (int i = 0; i < count; i++) {
        assertThat(cpus.get(i).get(Register.RBX)).isEqualTo(200_000L * (i + 1));
        assertThat(cpus.get(i).get(Register.RBP)).isEqualTo(200_000L * (10 * i + 1));
        cpus.get(i).close();
      }
    }
  }

  @Test
  void aTaskThatNeverEntersTheKernelDoesNotKeepOthersOut() throws InterruptedException {
    try (Board board = new Board();
        Cpu spinning = board.cpu.create()) {
      board.code("ebfe 90 cc");
      spinning.setPageTable(board.root);
      spinning.set(Register.RIP, Board.CODE);
      Thread spinner = new Thread(() -> spinning.run(new Board.Recorder()));
      spinner.start();
      for (int i = 0; i < 20; i++) {
        board.set(Register.RIP, Board.CODE + 2);
        board.run();
      }
      assertThat(board.log).hasSize(20).containsOnly("#3 code 0 at 4");
      spinning.interrupt();
      spinner.join();
      assertThat(spinning.get(Register.RIP)).isEqualTo(Board.CODE);
    }
  }

  @Test
  void aProcessorMadeInAHandlerStartsClean() {
    try (Board board = new Board().code("bb07000000 0f05 cc")) {
      List<Cpu> made = new ArrayList<>();
      board.onTrap =
          what -> {
            if (what.startsWith("SYSCALL")) {
              made.add(board.cpu.create());
              return true;
            }
            return false;
          };
      board.run();
      Cpu child = made.get(0);
      assertThat(child.get(Register.RBX)).isZero();
      child.setPageTable(board.root);
      child.set(Register.RIP, Board.CODE + 7);
      Board.Recorder recorder = new Board.Recorder();
      child.run(recorder);
      assertThat(recorder.vectors).containsExactly(3);
      assertThat(board.get(Register.RBX)).isEqualTo(7);
      child.close();
    }
  }

  @Test
  void twentyThousandSwitchesAreExact() throws InterruptedException {
    try (Board board = new Board();
        Cpu second = board.cpu.create()) {
      // 1: inc %rbx; syscall; jmp 1b: leaves the engine at every call
      board.code("48ffc3 0f05 ebf9");
      second.setPageTable(board.root);
      second.set(Register.RIP, Board.CODE);
      int rounds = 10_000;
      Thread other = new Thread(() -> leaveAtEachCall(second, rounds));
      other.start();
      leaveAtEachCall(board.cpu, rounds);
      other.join();
      assertThat(board.get(Register.RBX)).isEqualTo(rounds);
      assertThat(second.get(Register.RBX)).isEqualTo(rounds);
    }
  }

  private static void leaveAtEachCall(Cpu cpu, int rounds) {
    TrapHandler leave =
        new TrapHandler() {
          @Override
          public boolean onEntry(EntryMechanism mechanism) {
            return false;
          }

          @Override
          public boolean onException(int vector, int errorCode, long address) {
            throw new AssertionError("vector " + vector);
          }
        };
    for (int i = 0; i < rounds; i++) {
      cpu.run(leave);
    }
  }
}

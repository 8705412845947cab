package tollgate.cpu.unicorn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tollgate.entry.Cpu;
import tollgate.entry.EntryMechanism;
import tollgate.entry.Register;
import tollgate.entry.TrapHandler;

/** {@link Cpu#interrupt} always ends a run, soon, and between two instructions (defect 7). */
@Timeout(60)
class InterruptTest {
  /** Three chained blocks that count in three registers: incq %rbx, %rcx, %rdx. */
  private static final String COUNTERS = "48ffc3 eb00 48ffc1 eb00 48ffc2 ebf1";

  @Test
  void beforeARunItEndsTheNextOneAndOnlyThat() {
    try (Board board = new Board().code("cc")) {
      board.cpu.interrupt();
      board.cpu.interrupt();
      assertThat(board.run()).isEmpty();
      assertThat(board.rip()).isZero();
      assertThat(board.run()).containsExactly("#3 code 0 at 1");
    }
  }

  @Test
  void inAHandlerItEndsTheRunAfterTheHandler() {
    try (Board board = new Board().code("0f05 cd80 0f0b")) {
      board.onTrap =
          what -> {
            board.cpu.interrupt();
            if (what.startsWith("#6")) {
              board.set(Register.RIP, Board.CODE);
            }
            return true;
          };
      assertThat(board.run()).containsExactly("SYSCALL at 2");
      assertThat(board.rip()).isEqualTo(2);
      assertThat(board.run()).hasSize(2).endsWith("INT80 at 4");
      assertThat(board.rip()).isEqualTo(4);
      assertThat(board.run()).hasSize(3).endsWith("#6 code 0 at 4");
      assertThat(board.rip()).isZero();
    }
  }

  @Test
  void fromAnotherThreadItStopsBetweenTwoInstructions() throws InterruptedException {
    try (Board board = new Board().code(COUNTERS)) {
      for (int i = 0; i < 200; i++) {
        CountDownLatch aboutToRun = new CountDownLatch(1);
        Thread other =
            new Thread(
                () -> {
                  awaitQuietly(aboutToRun);
                  board.cpu.interrupt();
                });
        other.start();
        aboutToRun.countDown();
        board.run();
        other.join();
        assertThat(board.log).isEmpty();
        long first = board.get(Register.RBX);
        long second = board.get(Register.RCX);
        long third = board.get(Register.RDX);
        switch ((int) board.rip()) {
          case 0, 13 -> assertThat(first == second && second == third).isTrue();
          case 3, 5 -> assertThat(first == second + 1 && second == third).isTrue();
          case 8, 10 -> assertThat(first == second && second == third + 1).isTrue();
          default -> assertThat(board.rip()).isEqualTo(0);
        }
      }
    }
  }

  @Test
  void aStormOfInterruptsLosesNoneAndNoCall() throws InterruptedException {
    // 1: inc %rbx; syscall; jmp 1b
    try (Board board = new Board().code("48ffc3 0f05 ebf9")) {
      AtomicInteger calls = new AtomicInteger();
      TrapHandler counter =
          new TrapHandler() {
            @Override
            public boolean onEntry(EntryMechanism mechanism) {
              calls.incrementAndGet();
              return true;
            }

            @Override
            public boolean onException(int vector, int errorCode, long address) {
              return false;
            }
          };
      AtomicInteger returns = new AtomicInteger();
      int rounds = 500;
      Thread storm =
          new Thread(
              () -> {
                for (int i = 0; i < rounds; i++) {
                  int before = returns.get();
                  board.cpu.interrupt();
                  while (returns.get() == before) {
                    Thread.onSpinWait();
                  }
                }
              });
      storm.start();
      while (storm.isAlive()) {
        if (returns.get() >= rounds) {
          board.cpu.interrupt();
        }
        board.cpu.run(counter);
        returns.incrementAndGet();
      }
      storm.join(Duration.ofSeconds(10).toMillis());
      assertThat(returns.get()).isGreaterThanOrEqualTo(rounds);
      long counted = board.get(Register.RBX);
      assertThat(counted - calls.get()).isBetween(0L, 1L);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

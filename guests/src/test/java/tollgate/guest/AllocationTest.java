package tollgate.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.abi.Abi;

/**
 * A system call on the hot path allocates nothing of ours: what the task's thread allocated says
 * so. What is left is the argument buffer of jffi's callback, 32 bytes that the JVM's compiler
 * removes only where it inlines the whole call. Alone, because it looks for that thread by its
 * name.
 */
@Isolated
final class AllocationTest {
  private static final int WARM_UP = 2_000_000;
  private static final int FEW = 10_000;
  private static final int MANY = 1_010_000;
  private static final double CALLBACK_BUFFER = 36;
  private static final int BY_INT80 = 5;
  private static final int BY_SYSCALL = 6;

  @ParameterizedTest(name = "{0}, kernel {1}")
  @CsvSource({"X86_64," + BY_SYSCALL, "X86_64," + BY_INT80, "I386," + BY_INT80})
  void nothingPerCall(Abi abi, int kernel) {
    allocated(abi, kernel, WARM_UP);
    long few = allocated(abi, kernel, FEW);
    long many = allocated(abi, kernel, MANY);
    assertThat((double) (many - few) / (MANY - FEW))
        .as("bytes for each call")
        .isLessThan(CALLBACK_BUFFER);
  }

  /** The most that the guest's thread was seen to have allocated, in bytes. */
  private static long allocated(Abi abi, int kernel, int calls) {
    Path program =
        Freestanding.build(
            abi,
            "../../../bench",
            "bench",
            List.of("../src/main/guests/entry/start.S", "main.c", "kernels.c"));
    GuestRun run =
        new GuestRun(program, Integer.toString(kernel), Integer.toString(calls)).seconds(60);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    CompletableFuture<Outcome> guest = CompletableFuture.supplyAsync(run::inProcess);
    long most = 0;
    while (!guest.isDone()) {
      for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
        if (thread != null && thread.getThreadName().equals("task 1000")) {
          most = Math.max(most, threads.getThreadAllocatedBytes(thread.getThreadId()));
        }
      }
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(guest.join().end()).isEqualTo("exited 0");
    return most;
  }
}

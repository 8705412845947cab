package tollgate.abi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import tollgate.abi.uapi.Stat;
import tollgate.abi.uapi.Timespec;
import tollgate.device.IoctlTable;

/** The paths that every system call takes must leave no garbage. */
class AllocationTest {
  private static final int ROUNDS = 20_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final FakeMemory memory = new FakeMemory(0x1000, 4096);
  private final StructView view = new StructView();
  private long sum;

  @Test
  void structAccessAllocatesNothing() {
    assertThat(allocatedBy(this::fillStat)).isLessThan(ROUNDS);
    assertThat(allocatedBy(this::readTimespec)).isLessThan(ROUNDS);
  }

  @Test
  void ioctlDispatchAllocatesNothing() {
    IoctlRequest request = IoctlRequest.ior("X", 'x', 1, CType.ULONG);
    IoctlTable<AllocationTest> table =
        IoctlTable.<AllocationTest>builder().row(request, (d, m, abi, arg) -> arg).build();
    int number = request.number(Abi.I386);
    assertThat(allocatedBy(() -> sum += table.call(this, memory, Abi.I386, number, 1)))
        .isLessThan(ROUNDS);
  }

  private void fillStat() {
    view.reset(Stat.SCHEMA, Abi.I386);
    view.set(Stat.ST_INO, sum).set(Stat.ST_MODE, 0100644).set(Stat.ST_SIZE, 5);
    view.copyOut(memory, 0x1000);
    sum += view.get(Stat.ST_SIZE);
  }

  private void readTimespec() {
    sum += Timespec.TV_SEC.read(memory, Abi.X86_64, 0x1000);
    Timespec.TV_NSEC.write(memory, Abi.X86_64, 0x1000, sum);
  }

  /**
   * Bytes that many rounds allocate; less than a byte each is none, with room for the measuring.
   */
  private long allocatedBy(Runnable round) {
    for (int i = 0; i < 100; i++) {
      round.run();
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ROUNDS; i++) {
      round.run();
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}

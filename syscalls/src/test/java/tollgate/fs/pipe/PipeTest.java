package tollgate.fs.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tollgate.abi.ErrnoException;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Poll;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.fs.Tree;
import tollgate.sched.LeaveGuest;
import tollgate.sched.RestartException;
import tollgate.sched.TaskThread;
import tollgate.sched.Waiter;

@Timeout(60)
class PipeTest {
  private final Tree tree = new Tree(1 << 20, 100);
  private final Pipe pipe = new Pipe();
  private final Dentry place = tree.file("/fifo", StatMode.S_IFIFO | 0600);

  @Test
  void bytesComeOutInOrderAndThenTheEnd() {
    OpenFile reader = pipe.openReader(place, 0);
    OpenFile writer = pipe.openWriter(place, 0);
    assertThat(writer.write(Tree.bytes("hello "))).isEqualTo(6);
    assertThat(writer.write(Tree.bytes("world"))).isEqualTo(5);
    assertThat(Tree.read(reader, 8)).isEqualTo("hello wo");
    assertThat(Tree.read(reader, 100)).isEqualTo("rld");
    writer.release();
    assertThat(Tree.read(reader, 100)).isEmpty();
  }

  @Test
  void fullAndEmptyPipesAnswerEagainWithoutWaiting() {
    OpenFile reader = pipe.openReader(place, Fcntl.O_NONBLOCK);
    OpenFile writer = pipe.openWriter(place, Fcntl.O_NONBLOCK);
    fails("EAGAIN", () -> Tree.read(reader, 1));
    assertThat(writer.write(zeros(70_000))).isEqualTo(65_536);
    fails("EAGAIN", () -> writer.write(zeros(1)));
    assertThat(Tree.read(reader, 4095)).hasSize(4095);
    fails("EAGAIN", () -> writer.write(zeros(4096)));
    assertThat(writer.write(zeros(4097))).isEqualTo(4095);
  }

  @Test
  void pollSaysWhatIsReady() {
    OpenFile reader = pipe.openReader(place, 0);
    OpenFile writer = pipe.openWriter(place, Fcntl.O_NONBLOCK);
    assertThat(reader.poll()).isZero();
    assertThat(writer.poll()).isEqualTo(Poll.POLLOUT | Poll.POLLWRNORM);
    writer.write(zeros(65_536));
    assertThat(reader.poll()).isEqualTo(Poll.POLLIN | Poll.POLLRDNORM);
    assertThat(writer.poll()).isZero();
    writer.release();
    assertThat(reader.poll()).isEqualTo(Poll.POLLIN | Poll.POLLRDNORM | Poll.POLLHUP);
  }

  @Test
  void writerLearnsOfMissingReadersBySignalAndError() throws Exception {
    OpenFile reader = pipe.openReader(place, 0);
    OpenFile writer = pipe.openWriter(place, 0);
    reader.release();
    FakeTask task = new FakeTask();
    assertThatThrownBy(() -> task.run(() -> writer.write(zeros(1))).get())
        .hasCauseInstanceOf(ErrnoException.class)
        .hasRootCauseMessage("EPIPE");
    assertThat(task.raised).hasValue(13);
    assertThat(writer.poll()).isEqualTo(Poll.POLLOUT | Poll.POLLWRNORM | Poll.POLLERR);
  }

  @Test
  void readerWaitsForTheWriter() throws Exception {
    OpenFile reader = pipe.openReader(place, 0);
    OpenFile writer = pipe.openWriter(place, 0);
    FakeTask task = new FakeTask();
    CompletableFuture<String> read = task.run(() -> Tree.read(reader, 10));
    task.slept.await();
    writer.write(Tree.bytes("late"));
    assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo("late");
  }

  @Test
  void largeWriteGoesThroughInPieces() throws Exception {
    OpenFile reader = pipe.openReader(place, 0);
    OpenFile writer = pipe.openWriter(place, 0);
    FakeTask task = new FakeTask();
    CompletableFuture<Long> written = task.run(() -> writer.write(zeros(200_000)));
    task.slept.await();
    int got = 0;
    while (got < 200_000) {
      got += Tree.read(reader, 50_000).length();
    }
    assertThat(written.get(30, TimeUnit.SECONDS)).isEqualTo(200_000);
  }

  @Test
  void signalEndsAWaitWithARestart() throws Exception {
    OpenFile reader = pipe.openReader(place, 0);
    pipe.openWriter(place, 0);
    FakeTask task = new FakeTask();
    CompletableFuture<String> read = task.run(() -> Tree.read(reader, 10));
    task.slept.await();
    task.interrupt();
    assertThatThrownBy(() -> read.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(RestartException.class);
  }

  @Test
  void nothingIsTakenFromAWriterThatMustLeaveTheGuestFirst() throws Exception {
    OpenFile reader = pipe.openReader(place, 0);
    OpenFile writer = pipe.openWriter(place, 0);
    FakeTask task = new FakeTask();
    task.inGuest = true;
    assertThatThrownBy(() -> task.run(() -> writer.write(zeros(65_537))).get())
        .hasCauseInstanceOf(LeaveGuest.class);
    assertThat(((PipeFile) reader).pipe().available()).isZero();
  }

  @Test
  void fifoOpensMeet() throws Exception {
    FakeTask task = new FakeTask();
    CompletableFuture<OpenFile> reader = task.run(() -> tree.open("/fifo", Fcntl.O_RDONLY));
    task.slept.await();
    OpenFile writer = tree.open("/fifo", Fcntl.O_WRONLY);
    writer.write(Tree.bytes("met"));
    assertThat(Tree.read(reader.get(30, TimeUnit.SECONDS), 10)).isEqualTo("met");
  }

  @Test
  void fifoWriterWithoutReaderIsRefused() {
    fails("ENXIO", () -> tree.open("/fifo", Fcntl.O_WRONLY | Fcntl.O_NONBLOCK));
    OpenFile reader = tree.open("/fifo", Fcntl.O_RDONLY | Fcntl.O_NONBLOCK);
    assertThat(Tree.read(reader, 1)).isEmpty();
    assertThat(reader.poll()).isZero();
  }

  @Test
  void capacityChanges() {
    pipe.openReader(place, 0);
    OpenFile writer = pipe.openWriter(place, Fcntl.O_NONBLOCK);
    assertThat(pipe.setCapacity(5000, false)).isEqualTo(8192);
    assertThat(writer.write(zeros(10_000))).isEqualTo(8192);
    fails("EBUSY", () -> pipe.setCapacity(4096, false));
    assertThat(pipe.setCapacity(1 << 20, false)).isEqualTo(1 << 20);
    fails("EPERM", () -> pipe.setCapacity((1 << 20) + 1, false));
    fails("EINVAL", () -> pipe.setCapacity(0, true));
  }

  private static IovIter zeros(int count) {
    return new IovIter().reset(new byte[count], 0, count);
  }

  private static void fails(
      String errno, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ErrnoException.class).hasMessage(errno);
  }

  /** A task that says when it sleeps. */
  private static final class FakeTask implements Waiter {
    final CountDownLatch slept = new CountDownLatch(1);
    final AtomicInteger raised = new AtomicInteger();
    volatile boolean inGuest;
    private volatile boolean pending;
    private volatile Runnable waker;

    <T> CompletableFuture<T> run(Supplier<T> body) {
      CompletableFuture<T> result = new CompletableFuture<>();
      new TaskThread(
              this,
              () -> {
                try {
                  result.complete(body.get());
                } catch (RuntimeException e) {
                  result.completeExceptionally(e);
                }
              },
              "fake",
              0)
          .start();
      return result;
    }

    void interrupt() {
      pending = true;
      waker.run();
    }

    @Override
    public boolean signalPending() {
      return pending;
    }

    @Override
    public void leaveGuest() {
      if (inGuest) {
        throw LeaveGuest.NOW;
      }
    }

    @Override
    public void raise(int signal) {
      raised.set(signal);
    }

    @Override
    public void sleeping(Runnable newWaker) {
      waker = newWaker == null ? () -> {} : newWaker;
      slept.countDown();
    }
  }
}

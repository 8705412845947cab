package tollgate.fs.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tollgate.abi.IovIter;
import tollgate.fs.OpenFile;
import tollgate.platform.HostStatus;
import tollgate.platform.HostTerminal;
import tollgate.sched.LeaveGuest;
import tollgate.sched.RestartException;
import tollgate.sched.TaskThread;
import tollgate.sched.Waiter;

/** Waiting for a stream: woken by bytes, by signals, and never inside the guest. */
@Timeout(60)
class StreamFileTest {
  private final SlowPipe pipe = new SlowPipe();
  private final StandardStreams streams = new StandardStreams(pipe, JobControl.NONE);
  private final Sleeper waiter = new Sleeper();

  @Test
  void aReadWaitsForBytes() throws Exception {
    FutureTask<Long> read = start(() -> read(streams.open(0)));
    waiter.asleep.await();
    pipe.arrive(3);
    assertThat(read.get()).isEqualTo(3);
  }

  @Test
  void aSignalEndsTheWait() throws Exception {
    FutureTask<Long> read = start(() -> read(streams.open(0)));
    waiter.asleep.await();
    waiter.pending = true;
    waiter.waker.run();
    assertThatThrownBy(read::get).hasCauseInstanceOf(RestartException.class);
  }

  @Test
  void nothingIsWaitedForInsideTheGuest() throws Exception {
    waiter.inGuest = true;
    FutureTask<Long> read = start(() -> read(streams.open(0)));
    assertThatThrownBy(read::get).hasCauseInstanceOf(LeaveGuest.class);
    FutureTask<Long> write = start(() -> write(streams.open(1), 5000));
    assertThatThrownBy(write::get).hasCauseInstanceOf(LeaveGuest.class);
    assertThat(pipe.written).isZero();
  }

  @Test
  void aLongWriteIsWholeHoweverLittleFits() throws Exception {
    FutureTask<Long> write = start(() -> write(streams.open(1), 300_000));
    for (int room = 0; room < 300_000; room += 1000) {
      pipe.drain(1000);
    }
    assertThat(write.get()).isEqualTo(300_000);
    assertThat(pipe.written).isEqualTo(300_000);
  }

  @Test
  void aBrokenPipeRaisesItsSignal() throws Exception {
    pipe.broken = true;
    FutureTask<Long> write = start(() -> write(streams.open(1), 5));
    assertThatThrownBy(write::get).hasRootCauseMessage("EPIPE");
    assertThat(waiter.raised).isEqualTo(13);
  }

  @Test
  void pollSaysWhatIsReadyAndWakesItsQueue() throws Exception {
    OpenFile in = streams.open(0);
    assertThat(in.poll()).isZero();
    FutureTask<String> wait =
        start(() -> in.pollQueue().await(() -> in.poll() != 0, Long.MAX_VALUE).name());
    waiter.asleep.await();
    pipe.arrive(1);
    assertThat(wait.get()).isEqualTo("READY");
    assertThat(in.poll()).isEqualTo(0x41);
  }

  private <T> FutureTask<T> start(Callable<T> body) {
    FutureTask<T> result = new FutureTask<>(body);
    new TaskThread(waiter, result, "task", 0).start();
    return result;
  }

  private static long read(OpenFile file) {
    return file.read(new IovIter().reset(new byte[10], 0, 10));
  }

  private static long write(OpenFile file, int length) {
    return file.write(new IovIter().reset(new byte[length], 0, length));
  }

  /** A task that says when it sleeps. */
  private static final class Sleeper implements Waiter {
    private final CountDownLatch asleep = new CountDownLatch(1);
    private volatile boolean pending;
    private volatile boolean inGuest;
    private volatile int raised;
    private volatile Runnable waker;

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
      raised = signal;
    }

    @Override
    public void sleeping(Runnable newWaker) {
      if (newWaker != null) {
        waker = newWaker;
        asleep.countDown();
      }
    }
  }

  /** Pipes on both sides: input comes when the test says so, output fits as far as it drained. */
  private static final class SlowPipe implements HostTerminal {
    private final ArrayDeque<Integer> arrived = new ArrayDeque<>();
    private boolean interrupted;
    private boolean broken;
    private int room;
    private int written;

    synchronized void arrive(int bytes) {
      arrived.add(bytes);
      notifyAll();
    }

    synchronized void drain(int bytes) {
      room += bytes;
      notifyAll();
    }

    @Override
    public synchronized long read(int stream, byte[] into, int offset, int length, long position) {
      return arrived.isEmpty() ? -11 : arrived.remove();
    }

    @Override
    public synchronized long write(int stream, byte[] from, int offset, int length, long at) {
      if (broken) {
        return -32;
      }
      int fits = Math.min(room, length);
      room -= fits;
      written += fits;
      return fits == 0 ? -11 : fits;
    }

    @Override
    public synchronized int ready(int stream, int events) {
      boolean is = stream == 0 ? !arrived.isEmpty() : room > 0;
      return is ? events & (stream == 0 ? 1 : 4) : 0;
    }

    @Override
    public synchronized void poll(int[] events, int[] ready) {
      while (!interrupted && ready(0, events[0]) == 0 && ready(1, events[1]) == 0) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      interrupted = false;
      for (int stream = 0; stream < STREAMS; stream++) {
        ready[stream] = stream < 2 ? ready(stream, events[stream]) : 0;
      }
    }

    @Override
    public synchronized void interruptPoll() {
      interrupted = true;
      notifyAll();
    }

    @Override
    public int status(int stream, HostStatus into) {
      into.mode = 0x1000 | 0600;
      return 0;
    }

    @Override
    public int statusFlags(int stream) {
      return stream == 0 ? 0 : 1;
    }

    @Override
    public boolean isTerminal(int stream) {
      return false;
    }

    @Override
    public long seek(int stream, long offset, int whence) {
      return -29;
    }

    @Override
    public int truncate(int stream, long size) {
      return -22;
    }

    @Override
    public int control(int stream, int request, byte[] argument) {
      return -25;
    }

    @Override
    public int control(int stream, int request, long argument) {
      return -25;
    }
  }
}

package tollgate.fs.dev;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tollgate.platform.HostTerminal;
import tollgate.sched.WaitQueue;

/**
 * Turns the host's readiness into wake-ups of a queue, so that waiting for a stream is the same as
 * any other wait. One thread of its own asks the host, started by the first wait.
 */
final class StreamWatcher {
  private final HostTerminal terminal;
  private final WaitQueue queue = new WaitQueue();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wish = lock.newCondition();
  private final int[] wanted = new int[HostTerminal.STREAMS];
  private boolean running;

  StreamWatcher(HostTerminal terminal) {
    this.terminal = terminal;
  }

  /** Woken when what was wanted of some stream is ready. */
  WaitQueue queue() {
    return queue;
  }

  /** Waits until a stream is ready or a signal is pending. */
  WaitQueue.Outcome await(int stream, int events) {
    return queue.await(() -> ready(stream, events), WaitQueue.FOREVER);
  }

  /** Asks to be woken once when one of the events is ready. */
  void want(int stream, int events) {
    lock.lock();
    try {
      if ((wanted[stream] & events) == events) {
        return;
      }
      wanted[stream] |= events;
      if (running) {
        wish.signal();
      } else {
        running = true;
        Thread thread = new Thread(this::watch, "stream watcher");
        thread.setDaemon(true);
        thread.start();
      }
    } finally {
      lock.unlock();
    }
    terminal.interruptPoll();
  }

  private boolean ready(int stream, int events) {
    if (terminal.ready(stream, events) != 0) {
      return true;
    }
    want(stream, events);
    return false;
  }

  private void watch() {
    int[] asked = new int[HostTerminal.STREAMS];
    int[] ready = new int[HostTerminal.STREAMS];
    while (true) {
      waitForWish(asked);
      terminal.poll(asked, ready);
      if (forgetReady(ready)) {
        queue.wake();
      }
    }
  }

  private void waitForWish(int[] asked) {
    lock.lock();
    try {
      int any = 0;
      while (any == 0) {
        for (int stream = 0; stream < wanted.length; stream++) {
          asked[stream] = wanted[stream];
          any |= wanted[stream];
        }
        if (any == 0) {
          wish.awaitUninterruptibly();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean forgetReady(int[] ready) {
    boolean any = false;
    lock.lock();
    try {
      for (int stream = 0; stream < wanted.length; stream++) {
        if (ready[stream] != 0) {
          wanted[stream] = 0;
          any = true;
        }
      }
    } finally {
      lock.unlock();
    }
    return any;
  }
}

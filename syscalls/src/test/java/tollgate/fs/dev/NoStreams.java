package tollgate.fs.dev;

import tollgate.platform.HostStatus;
import tollgate.platform.HostTerminal;

/** A machine that was started with all streams closed and without a terminal. */
final class NoStreams implements HostTerminal {
  private static final int EBADF = -9;

  @Override
  public long read(int stream, byte[] into, int offset, int length, long position) {
    return EBADF;
  }

  @Override
  public long write(int stream, byte[] from, int offset, int length, long position) {
    return EBADF;
  }

  @Override
  public int ready(int stream, int events) {
    return 0;
  }

  @Override
  public void poll(int[] events, int[] ready) {}

  @Override
  public void interruptPoll() {}

  @Override
  public int status(int stream, HostStatus into) {
    return EBADF;
  }

  @Override
  public int statusFlags(int stream) {
    return EBADF;
  }

  @Override
  public boolean isTerminal(int stream) {
    return false;
  }

  @Override
  public long seek(int stream, long offset, int whence) {
    return EBADF;
  }

  @Override
  public int truncate(int stream, long size) {
    return EBADF;
  }

  @Override
  public int control(int stream, int request, byte[] argument) {
    return EBADF;
  }

  @Override
  public int control(int stream, int request, long argument) {
    return EBADF;
  }
}

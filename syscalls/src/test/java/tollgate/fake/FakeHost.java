package tollgate.fake;

import tollgate.platform.Host;
import tollgate.platform.HostFiles;
import tollgate.platform.HostTerminal;

/** A host without files or terminal, whose clocks stand still until a test moves them. */
public final class FakeHost implements Host {
  /** What every clock says, in nanoseconds. */
  public long now = 1_700_000_000_000_000_000L;

  @Override
  public long mapMemory(long bytes) {
    throw new UnsupportedOperationException("tests bring their own memory");
  }

  @Override
  public void unmapMemory(long address, long bytes) {}

  @Override
  public void releaseMemory(long address, long bytes) {}

  @Override
  public HostFiles files() {
    throw new UnsupportedOperationException("no files");
  }

  @Override
  public HostTerminal terminal() {
    throw new UnsupportedOperationException("no terminal");
  }

  @Override
  public long realtimeNanos() {
    return now;
  }

  @Override
  public long monotonicNanos() {
    return now;
  }

  @Override
  public long boottimeNanos() {
    return now;
  }

  @Override
  public long processCpuNanos() {
    return now;
  }

  @Override
  public void random(byte[] into, int offset, int length) {
    for (int i = 0; i < length; i++) {
      into[offset + i] = (byte) i;
    }
  }

  @Override
  public int umask() {
    return 022;
  }

  @Override
  public int userId() {
    return 1000;
  }

  @Override
  public int groupId() {
    return 1000;
  }

  @Override
  public int[] groups() {
    return new int[] {1000};
  }
}

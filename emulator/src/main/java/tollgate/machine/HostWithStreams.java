package tollgate.machine;

import tollgate.platform.Host;
import tollgate.platform.HostFiles;
import tollgate.platform.HostTerminal;

/** A host whose standard streams were replaced. */
final class HostWithStreams implements Host {
  private final Host host;
  private final HostTerminal streams;

  HostWithStreams(Host host, HostTerminal streams) {
    this.host = host;
    this.streams = streams;
  }

  @Override
  public HostTerminal terminal() {
    return streams;
  }

  @Override
  public long mapMemory(long bytes) {
    return host.mapMemory(bytes);
  }

  @Override
  public void unmapMemory(long address, long bytes) {
    host.unmapMemory(address, bytes);
  }

  @Override
  public void releaseMemory(long address, long bytes) {
    host.releaseMemory(address, bytes);
  }

  @Override
  public HostFiles files() {
    return host.files();
  }

  @Override
  public long realtimeNanos() {
    return host.realtimeNanos();
  }

  @Override
  public long monotonicNanos() {
    return host.monotonicNanos();
  }

  @Override
  public long boottimeNanos() {
    return host.boottimeNanos();
  }

  @Override
  public long processCpuNanos() {
    return host.processCpuNanos();
  }

  @Override
  public void random(byte[] into, int offset, int length) {
    host.random(into, offset, length);
  }

  @Override
  public int umask() {
    return host.umask();
  }

  @Override
  public int userId() {
    return host.userId();
  }

  @Override
  public int groupId() {
    return host.groupId();
  }

  @Override
  public int[] groups() {
    return host.groups();
  }
}

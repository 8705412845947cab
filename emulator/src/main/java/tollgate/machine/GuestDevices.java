package tollgate.machine;

import tollgate.device.DeviceRegistry;
import tollgate.device.mem.MemoryDevice;
import tollgate.fs.FileTable;
import tollgate.fs.OpenFile;
import tollgate.fs.dev.DeviceFiles;
import tollgate.fs.dev.ForegroundGroup;
import tollgate.fs.dev.StandardStreams;
import tollgate.kernel.Process;
import tollgate.kernel.ResourceLimits;
import tollgate.platform.Host;
import tollgate.platform.HostTerminal;

/** The devices of one machine and the streams that it was started with. */
final class GuestDevices {
  private final DeviceRegistry registry = new DeviceRegistry();
  private final ForegroundGroup foreground = new ForegroundGroup();
  private final StandardStreams streams;

  GuestDevices(Host host) {
    MemoryDevice.registerAll(registry, host::random);
    registry.registerProvided();
    streams = new StandardStreams(host.terminal(), foreground);
  }

  /** What has a node in /dev. */
  DeviceRegistry registry() {
    return registry;
  }

  /** The streams, of which /dev/pts shows the terminals. */
  StandardStreams streams() {
    return streams;
  }

  /** Opens the devices behind nodes, whatever file system these are in. */
  DeviceFiles opener() {
    return new DeviceFiles(registry, streams);
  }

  /** The descriptors 0, 1 and 2 of the first process, as far as this process has them. */
  FileTable standardFiles(ResourceLimits limits) {
    FileTable files = new FileTable();
    for (int stream = 0; stream < HostTerminal.CONTROLLING; stream++) {
      OpenFile file = streams.open(stream);
      if (file != null) {
        files.installAt(stream, file, false, limits.soft(ResourceLimits.NOFILE));
      }
    }
    return files;
  }

  /** Gives the terminal to the first process. */
  void giveTerminalTo(Process first) {
    foreground.start(first.kernel(), first.group(), first.session());
  }
}

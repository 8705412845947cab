package tollgate.fs.dev;

import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;
import tollgate.device.CharDevice;
import tollgate.device.DeviceNumber;
import tollgate.device.DeviceRegistry;
import tollgate.fs.Dentry;
import tollgate.fs.DeviceOpener;
import tollgate.fs.FileStatus;
import tollgate.fs.OpenFile;

/**
 * Opens device nodes by their number, wherever the node is: the registry's devices, and the
 * machine's terminals. There are no block devices.
 */
public final class DeviceFiles implements DeviceOpener {
  private final DeviceRegistry devices;
  private final StandardStreams streams;

  /** Opens these devices and the terminals behind these streams. */
  public DeviceFiles(DeviceRegistry devices, StandardStreams streams) {
    this.devices = devices;
    this.streams = streams;
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    FileStatus status = new FileStatus();
    dentry.inode().status(status);
    if ((status.mode & StatMode.S_IFMT) != StatMode.S_IFCHR) {
      throw Errno.ENXIO.failure();
    }
    CharDevice device = devices.find(DeviceNumber.ofNew((int) status.rawDevice));
    if (device != null) {
      return new DeviceFile(dentry, flags, device.open(flags));
    }
    OpenFile terminal = streams.openTerminal(dentry, flags, status.rawDevice);
    if (terminal == null) {
      throw Errno.ENXIO.failure();
    }
    return terminal;
  }
}

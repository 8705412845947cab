package tollgate.fs.dev;

import java.util.function.LongSupplier;
import tollgate.abi.uapi.StatMode;
import tollgate.device.CharDevice;
import tollgate.device.DeviceNumber;
import tollgate.device.DeviceRegistry;
import tollgate.fs.FileSystem;
import tollgate.fs.Inode;
import tollgate.fs.tmp.TmpFs;

/** Makes the file system for /dev: a node for each device, in memory, and the usual links. */
public final class DeviceTree {
  private static final long MAX_BYTES = 64L << 20;
  private static final long MAX_FILES = 1 << 14;
  private static final DeviceNumber TTY = new DeviceNumber(5, 0);
  private static final DeviceNumber CONSOLE = new DeviceNumber(5, 1);

  private DeviceTree() {}

  /**
   * A devtmpfs.
   *
   * @param device what stat(2) reports for its files, in Linux's huge dev_t encoding
   * @param clock nanoseconds since 1970-01-01 UTC
   */
  public static FileSystem create(DeviceRegistry devices, long device, LongSupplier clock) {
    TmpFs files = new TmpFs("devtmpfs", device, MAX_BYTES, MAX_FILES, 0755, clock);
    Inode root = files.root();
    for (CharDevice each : devices.devices()) {
      node(root, each.name(), each.mode(), each.number());
    }
    node(root, "tty", 0666, TTY);
    node(root, "console", 0600, CONSOLE);
    link(root, "fd", "/proc/self/fd");
    link(root, "stdin", "/proc/self/fd/0");
    link(root, "stdout", "/proc/self/fd/1");
    link(root, "stderr", "/proc/self/fd/2");
    root.makeDirectory("shm", 0777 | StatMode.S_ISVTX, 0, 0);
    root.makeDirectory("pts", 0755, 0, 0);
    return files;
  }

  /** Makes a node; a name with slashes gets its directories. */
  private static void node(Inode root, String name, int mode, DeviceNumber number) {
    Inode directory = root;
    String rest = name;
    for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
      String part = rest.substring(0, slash);
      Inode found = directory.lookup(part);
      directory = found != null ? found : directory.makeDirectory(part, 0755, 0, 0);
      rest = rest.substring(slash + 1);
    }
    directory.create(rest, StatMode.S_IFCHR | mode, 0, 0, number.encode());
  }

  private static void link(Inode root, String name, String target) {
    root.makeSymbolicLink(name, target, 0, 0);
  }
}

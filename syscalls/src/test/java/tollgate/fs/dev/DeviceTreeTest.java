package tollgate.fs.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.device.DeviceRegistry;
import tollgate.device.mem.MemoryDevice;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.FileSystem;
import tollgate.fs.FsCredentials;
import tollgate.fs.Inode;
import tollgate.fs.OpenFile;
import tollgate.fs.Vfs;

/** /dev's nodes and what opening them gives. */
class DeviceTreeTest {
  private final DeviceRegistry devices = new DeviceRegistry();
  private final FileSystem tree;
  private final Vfs vfs;

  DeviceTreeTest() {
    MemoryDevice.registerAll(devices, (into, offset, length) -> into[offset] = 1);
    tree = DeviceTree.create(devices, 6, () -> 0);
    vfs = new Vfs(tree, "devtmpfs");
    vfs.setDeviceOpener(
        new DeviceFiles(devices, new StandardStreams(new NoStreams(), JobControl.NONE)));
  }

  @Test
  void nodesHaveTheirNumbersAndModes() {
    FileStatus status = new FileStatus();
    tree.root().lookup("null").status(status);
    assertThat(status.mode).isEqualTo(0x2000 | 0666);
    assertThat(status.rawDevice).isEqualTo(0x103);
    tree.root().lookup("tty").status(status);
    assertThat(status.rawDevice).isEqualTo(0x500);
    assertThat(tree.root().lookup("stdin").readLink()).isEqualTo("/proc/self/fd/0");
    assertThat(tree.root().lookup("fd").readLink()).isEqualTo("/proc/self/fd");
  }

  @Test
  void memoryDevicesWorkThroughTheirNodes() {
    byte[] bytes = new byte[100];
    Arrays.fill(bytes, (byte) 7);
    OpenFile zero = open("zero");
    assertThat(zero.read(new IovIter().reset(bytes, 0, 100))).isEqualTo(100);
    assertThat(bytes).containsOnly(0);
    assertThat(zero.position()).isZero();
    assertThat(zero.seek(50, Fcntl.SEEK_SET)).isZero();
    assertThat(zero.readAt(new IovIter().reset(bytes, 0, 10), 90)).isEqualTo(10);
    assertThat(open("null").read(new IovIter().reset(bytes, 0, 100))).isZero();
    assertThat(open("null").write(new IovIter().reset(bytes, 0, 100))).isEqualTo(100);
    assertThatThrownBy(() -> open("full").write(new IovIter().reset(bytes, 0, 1)))
        .hasMessage("ENOSPC");
    assertThatThrownBy(() -> open("null").ioctl(null, null, 0x5413, 0)).hasMessage("ENOTTY");
  }

  @Test
  void aMachineWithoutTerminalHasNone() {
    assertThatThrownBy(() -> open("tty")).hasMessage("ENXIO");
    assertThatThrownBy(() -> open("console")).hasMessage("ENXIO");
  }

  @Test
  void unknownNumbersAndBlockDevicesHaveNoDriver() {
    tree.root().create("odd", 0x2000 | 0666, 0, 0, 0x6363);
    tree.root().create("disk", 0x6000 | 0666, 0, 0, 0x103);
    assertThatThrownBy(() -> open("odd")).hasMessage("ENXIO");
    assertThatThrownBy(() -> open("disk")).hasMessage("ENXIO");
  }

  private OpenFile open(String name) {
    Inode inode = tree.root().lookup(name);
    return vfs.open(
        new Dentry(vfs.root(), name, inode, vfs.root().mount()),
        Fcntl.O_RDWR,
        FsCredentials.KERNEL,
        false);
  }
}

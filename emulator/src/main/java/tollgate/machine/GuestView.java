package tollgate.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import tollgate.abi.ErrnoException;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.FileSystem;
import tollgate.fs.FsContext;
import tollgate.fs.FsCredentials;
import tollgate.fs.PathWalk;
import tollgate.fs.Vfs;
import tollgate.fs.dev.DeviceTree;
import tollgate.fs.dev.PtsFs;
import tollgate.fs.host.HostFileSystem;
import tollgate.fs.proc.ProcFs;
import tollgate.fs.proc.ProcessorDescription;
import tollgate.fs.sys.SysFs;
import tollgate.kernel.Kernel;
import tollgate.platform.Host;

/**
 * What a guest sees of files: a private root in memory or a host directory, the kernel's own trees
 * over it, the current directory, and what the user granted.
 */
final class GuestView {
  private static final List<String> KERNEL_TREES = List.of("/dev", "/proc", "/sys");

  /** Unnamed devices, as Linux numbers those of file systems without a disk: major 0. */
  private static final long PROC_DEVICE = 0x16;

  private static final long SYS_DEVICE = 0x17;
  private static final long DEV_DEVICE = 0x6;
  private static final long PTS_DEVICE = 0x18;

  private final Host host;
  private final HostPaths hostPaths;
  private final boolean isPrivate;
  private final Vfs vfs;
  private final FsContext fs;

  /** The root alone, as the options say. */
  GuestView(MachineBuilder options, Host host, HostPaths hostPaths) throws LaunchFailure {
    this.host = host;
    this.hostPaths = hostPaths;
    isPrivate = options.root() == null;
    vfs = isPrivate ? PrivateRoot.create(host) : hostRoot(options.root());
    fs = new FsContext(vfs, host.umask());
  }

  private Vfs hostRoot(String directory) throws LaunchFailure {
    hostPaths.require(directory, "--root");
    if (!StatMode.isDirectory(hostPaths.status().mode)) {
      throw new LaunchFailure(LaunchFailure.OURS, "--root '" + directory + "' is not a directory");
    }
    return new Vfs(granted(directory, false, "--root"), directory);
  }

  Vfs vfs() {
    return vfs;
  }

  FsContext fs() {
    return fs;
  }

  /** True when the root is our own and not a host directory. */
  boolean isPrivate() {
    return isPrivate;
  }

  /** Mounts /dev, /proc and /sys. */
  void mountKernelTrees(Kernel kernel, GuestDevices devices) {
    vfs.setDeviceOpener(devices.opener());
    LongSupplier clock = kernel.clock()::realtime;
    mountTree("/dev", DeviceTree.create(devices.registry(), DEV_DEVICE, clock));
    mountTree("/dev/pts", new PtsFs(devices.streams(), PTS_DEVICE));
    ProcessorDescription processor = ProcessorDescription.of(kernel.vendor());
    mountTree("/proc", ProcFs.create(kernel, PROC_DEVICE, processor));
    mountTree("/sys", SysFs.create(SYS_DEVICE, clock));
  }

  /** A host root without a folder for the tree goes without. */
  private void mountTree(String path, FileSystem tree) {
    Dentry at = find(path);
    if (at != null && StatMode.isDirectory(at.inode().mode())) {
      vfs.mount(tree, at, false, tree.type());
    }
  }

  /**
   * Shows the current directory (with the private root) and what the user granted, and goes to the
   * working directory.
   */
  void showGrants(MachineBuilder options) throws LaunchFailure {
    String current = hostPaths.workingDirectory();
    if (isPrivate && current != null && mayShow(current)) {
      show(new Bind(current, current, false));
    }
    for (Bind bind : options.binds()) {
      hostPaths.require(bind.host(), "--bind");
      show(bind);
    }
    String wanted = options.workingDirectory();
    if (wanted != null) {
      fs.setWorkingDirectory(directory(wanted));
    } else if (current != null && isSameDirectory(current)) {
      fs.setWorkingDirectory(find(current));
    }
  }

  /** Mounts a host file or directory; what is missing of the path to it is made in memory. */
  void show(Bind bind) throws LaunchFailure {
    FileSystem files = granted(bind.host(), bind.readOnly(), "cannot show");
    boolean directory = StatMode.isDirectory(files.root().mode());
    try {
      Dentry at = find(bind.guest());
      if (at == null) {
        at = make(HostPaths.normal(bind.guest()), directory);
      }
      vfs.mount(files, at, bind.readOnly(), bind.host());
    } catch (ErrnoException e) {
      throw new LaunchFailure(
          LaunchFailure.OURS,
          "cannot show '" + bind.host() + "' as '" + bind.guest() + "': " + ErrorText.of(e.errno()),
          e);
    }
  }

  /** The file at a path of the guest's, links followed, or null. */
  Dentry find(String path) {
    try {
      return require(path);
    } catch (ErrnoException e) {
      return null;
    }
  }

  /** The file at a path of the guest's, links followed; fails as open(2) does. */
  Dentry require(String path) {
    return walk().find(Fcntl.AT_FDCWD, path, PathWalk.FOLLOW);
  }

  private Dentry make(String path, boolean directory) throws LaunchFailure {
    List<String> missing = new ArrayList<>();
    String parent = path;
    while (find(parent) == null) {
      int slash = parent.lastIndexOf('/');
      missing.add(0, parent.substring(slash + 1));
      parent = slash == 0 ? "/" : parent.substring(0, slash);
    }
    Dentry at = find(parent);
    if (at.inode().fileSystem() instanceof HostFileSystem) {
      throw new LaunchFailure(
          LaunchFailure.OURS,
          "cannot show anything at '" + path + "': make it on the host before, under " + parent);
    }
    for (int i = 0; i < missing.size(); i++) {
      boolean last = i == missing.size() - 1;
      at =
          last && !directory
              ? vfs.changes()
                  .create(at, missing.get(i), StatMode.S_IFREG | 0644, 0, FsCredentials.KERNEL)
              : vfs.changes().makeDirectory(at, missing.get(i), 0755, FsCredentials.KERNEL);
    }
    return at;
  }

  private Dentry directory(String path) throws LaunchFailure {
    try {
      return walk().find(Fcntl.AT_FDCWD, path, PathWalk.FOLLOW | PathWalk.DIRECTORY);
    } catch (ErrnoException e) {
      throw new LaunchFailure(
          LaunchFailure.OURS, "--cwd '" + path + "' in the guest: " + ErrorText.of(e.errno()), e);
    }
  }

  private HostFileSystem granted(String path, boolean readOnly, String what) throws LaunchFailure {
    try {
      return new HostFileSystem(host.files(), path, readOnly);
    } catch (ErrnoException e) {
      throw new LaunchFailure(
          LaunchFailure.OURS, what + " '" + path + "': " + ErrorText.of(e.errno()), e);
    }
  }

  /** The whole host is shown only when asked for, and never what the kernel's trees cover. */
  private static boolean mayShow(String current) {
    if (current.equals("/")) {
      return false;
    }
    for (String tree : KERNEL_TREES) {
      if (current.equals(tree) || current.startsWith(tree + "/")) {
        return false;
      }
    }
    return true;
  }

  private boolean isSameDirectory(String path) {
    Dentry seen = find(path);
    if (seen == null || hostPaths.statusOf(path) < 0) {
      return false;
    }
    FileStatus status = new FileStatus();
    seen.inode().status(status);
    return status.inode == hostPaths.status().inode && status.device == hostPaths.status().device;
  }

  private PathWalk walk() {
    return new PathWalk(fs, null, FsCredentials.KERNEL);
  }
}

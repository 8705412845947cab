package tollgate.fs.sys;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import tollgate.fs.tree.FixedDirectory;
import tollgate.fs.tree.TreeDirectory;
import tollgate.fs.tree.TreeFs;

/** Makes a sysfs: the directories that programs expect and what they read of the processor. */
public final class SysFs {
  /** statfs's f_type (SYSFS_MAGIC). */
  public static final long MAGIC = 0x62656572;

  private SysFs() {}

  /**
   * A sysfs.
   *
   * @param device what stat(2) reports for its files, in Linux's huge dev_t encoding
   * @param clock nanoseconds since 1970-01-01 UTC
   */
  public static TreeFs create(long device, LongSupplier clock) {
    return new TreeFs("sysfs", MAGIC, device, clock, SysFs::root);
  }

  private static TreeDirectory root(TreeFs tree) {
    FixedDirectory root = new FixedDirectory(tree);
    root.directory("block");
    root.directory("bus");
    root.directory("class");
    root.directory("dev").directory("block");
    FixedDirectory system = root.directory("devices").directory("system");
    Supplier<String> first = () -> "0\n";
    FixedDirectory cpu = system.directory("cpu");
    cpu.file("kernel_max", () -> "0\n")
        .file("offline", () -> "\n")
        .file("online", first)
        .file("possible", first)
        .file("present", first);
    cpu.directory("cpu0").directory("topology").file("core_id", first);
    FixedDirectory node = system.directory("node");
    node.file("online", first).file("possible", first);
    root.directory("firmware");
    FixedDirectory fs = root.directory("fs");
    fs.directory("cgroup");
    FixedDirectory kernel = root.directory("kernel");
    kernel.directory("mm");
    root.directory("module");
    root.directory("power");
    return root;
  }
}

package tollgate.fs.proc;

import java.util.function.Consumer;
import tollgate.fs.tree.FixedDirectory;
import tollgate.fs.tree.GeneratedLink;
import tollgate.fs.tree.Owner;
import tollgate.fs.tree.TreeDirectory;
import tollgate.fs.tree.TreeFs;
import tollgate.fs.tree.TreeInode;
import tollgate.kernel.Kernel;
import tollgate.kernel.Process;
import tollgate.kernel.Task;

/** The root of procfs: the system's files and a directory for each process. */
final class ProcRoot extends TreeDirectory {
  private static final int MOST_DIGITS = 9;

  private final Kernel kernel;
  private final FixedDirectory fixed;

  ProcRoot(TreeFs tree, Kernel kernel, ProcessorDescription processor) {
    super(tree, 0555, 1, Owner.ROOT);
    this.kernel = kernel;
    this.fixed = new FixedDirectory(tree);
    SystemText system = new SystemText(kernel);
    fixed
        .file("cmdline", () -> "\n")
        .file("cpuinfo", processor::text)
        .file("devices", DeviceList::text)
        .file("filesystems", SystemText::fileSystems)
        .file("loadavg", system::loadAverage)
        .file("meminfo", system::memory)
        .file("stat", system::statistics)
        .file("swaps", () -> "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n")
        .file("uptime", system::uptime)
        .file("version", system::version)
        .link("mounts", () -> "self/mounts")
        .link("net", () -> "self/net")
        .entry("self", new GeneratedLink(tree, tree.newNumber(), Owner.ROOT, ProcRoot::self))
        .entry(
            "thread-self",
            new GeneratedLink(tree, tree.newNumber(), Owner.ROOT, ProcRoot::threadSelf));
    new SysctlTree(kernel).declare(fixed.directory("sys"));
  }

  @Override
  public boolean volatileNames() {
    return true;
  }

  @Override
  public TreeInode lookup(String name) {
    TreeInode entry = fixed.lookup(name);
    if (entry != null) {
      return entry;
    }
    int tid = number(name);
    Task task = tid < 0 ? null : kernel.task(tid);
    return task == null ? null : ProcessDirectory.ofProcess(tree(), task);
  }

  @Override
  protected void list(Consumer<String> sink) {
    kernel.processes().stream()
        .mapToInt(Process::pid)
        .sorted()
        .forEach(pid -> sink.accept(Integer.toString(pid)));
    fixed.list(sink);
  }

  @Override
  protected int links() {
    return 3 + kernel.processes().size();
  }

  /** Reads a name as /proc reads process ids: plain decimal, without leading zeros; -1 if not. */
  static int number(String name) {
    if (name.length() > MOST_DIGITS || name.startsWith("0") && name.length() > 1) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < name.length(); i++) {
      int digit = name.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return name.isEmpty() ? -1 : value;
  }

  private static String self() {
    Task task = CurrentTask.orNull();
    return task == null ? null : Integer.toString(task.process().pid());
  }

  private static String threadSelf() {
    Task task = CurrentTask.orNull();
    return task == null ? null : task.process().pid() + "/task/" + task.tid();
  }
}

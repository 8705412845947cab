package tollgate.fs.proc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import tollgate.abi.Errno;
import tollgate.fs.Dentry;
import tollgate.fs.PathName;
import tollgate.fs.tree.GeneratedFile;
import tollgate.fs.tree.GeneratedLink;
import tollgate.fs.tree.Owner;
import tollgate.fs.tree.TreeDirectory;
import tollgate.fs.tree.TreeFs;
import tollgate.fs.tree.TreeInode;
import tollgate.kernel.Process;
import tollgate.kernel.Program;
import tollgate.kernel.Task;

/** The directory of a process or, below task/, of one of its threads. */
final class ProcessDirectory extends TreeDirectory {
  /** What one entry is: made for a task under an inode number. */
  @FunctionalInterface
  private interface Entry {
    TreeInode make(TreeFs tree, Task task, long number, Owner owner);
  }

  private static final Map<String, Entry> ENTRIES = entries();

  private static final int NUMBERS_PER_TASK = 16;
  private final Task task;
  private final boolean wholeProcess;
  private final Owner owner;

  private ProcessDirectory(TreeFs tree, Task task, boolean wholeProcess, Owner owner) {
    super(tree, 0555, numberOf(task, wholeProcess ? 1 : 2), owner);
    this.task = task;
    this.wholeProcess = wholeProcess;
    this.owner = owner;
  }

  /** /proc/PID. */
  static ProcessDirectory ofProcess(TreeFs tree, Task task) {
    return new ProcessDirectory(tree, task, true, new TaskOwner(task));
  }

  /** /proc/PID/task/TID. */
  static ProcessDirectory ofThread(TreeFs tree, Task task) {
    return new ProcessDirectory(tree, task, false, new TaskOwner(task));
  }

  /**
   * An inode number for something of a task: 16 bits of its id, then the entry; 32 bits, because
   * old stat(2) calls of i386 have no room for more.
   */
  static long numberOf(Task task, int entry) {
    return (task.tid() & 0x7fffL) << NUMBERS_PER_TASK | entry & 0xffffL;
  }

  @Override
  public boolean volatileNames() {
    return true;
  }

  @Override
  public TreeInode lookup(String name) {
    if (wholeProcess && name.equals("task")) {
      return new TaskDirectory(tree(), task.process(), numberOf(task, 3), owner);
    }
    Entry entry = ENTRIES.get(name);
    if (entry == null || task.kernel().task(task.tid()) != task) {
      return null;
    }
    int index = new java.util.ArrayList<>(ENTRIES.keySet()).indexOf(name);
    int shift = wholeProcess ? 0x10 : 0x80;
    return entry.make(tree(), task, numberOf(task, shift + index), owner);
  }

  @Override
  protected void list(Consumer<String> sink) {
    if (wholeProcess) {
      sink.accept("task");
    }
    ENTRIES.keySet().forEach(sink);
  }

  @Override
  protected int links() {
    return wholeProcess ? 5 : 4;
  }

  private static Map<String, Entry> entries() {
    Map<String, Entry> all = new LinkedHashMap<>();
    all.put("fd", (tree, task, number, owner) -> new DescriptorDirectory(tree, task, owner, false));
    all.put(
        "fdinfo", (tree, task, number, owner) -> new DescriptorDirectory(tree, task, owner, true));
    all.put("auxv", file(0400, ProcessMemoryText::auxiliaryVector));
    all.put("cmdline", file(0444, ProcessMemoryText::commandLine));
    all.put("comm", file(0644, t -> t.comm() + "\n", ProcessDirectory::rename));
    all.put("cwd", link(t -> t.fs().workingDirectory()));
    all.put("environ", file(0400, ProcessMemoryText::environment));
    all.put("exe", link(ProcessDirectory::executable));
    all.put("limits", file(0444, LimitsText::of));
    all.put("maps", file(0444, ProcessMemoryText::maps));
    all.put("mountinfo", file(0444, MountText::mountInfo));
    all.put("mounts", file(0444, MountText::mounts));
    all.put("personality", file(0400, t -> String.format("%08x\n", t.process().personality())));
    all.put("root", link(t -> t.fs().root()));
    all.put("stat", file(0444, ProcessStatText::stat));
    all.put("statm", file(0444, ProcessStatText::statm));
    all.put("status", file(0444, ProcessStatusText::of));
    return all;
  }

  private static Entry file(int permissions, Function<Task, String> text) {
    return (tree, task, number, owner) ->
        new GeneratedFile(tree, permissions, number, owner, () -> text.apply(task));
  }

  private static Entry file(
      int permissions, Function<Task, String> text, BiConsumer<Task, String> writer) {
    return (tree, task, number, owner) ->
        new GeneratedFile(
            tree,
            permissions,
            number,
            owner,
            () -> text.apply(task),
            written -> writer.accept(task, written));
  }

  private static Entry link(Function<Task, Dentry> place) {
    return (tree, task, number, owner) ->
        new GeneratedLink(
            tree, 0777, number, owner, () -> path(place.apply(task)), () -> place.apply(task), 0);
  }

  /** A place as the reader sees it, from its own root. */
  static String path(Dentry place) {
    if (place == null) {
      return null;
    }
    Task reader = CurrentTask.orNull();
    return PathName.of(place, reader == null ? null : reader.fs().root());
  }

  private static Dentry executable(Task task) {
    Program program = task.process().program();
    return program == null ? null : program.executable();
  }

  private static void rename(Task task, String name) {
    Task writer = CurrentTask.orNull();
    if (writer == null || writer.process() != task.process()) {
      throw Errno.EINVAL.failure();
    }
    task.setComm(name.endsWith("\n") ? name.substring(0, name.length() - 1) : name);
  }

  /** Files of a task belong to its effective user. */
  private record TaskOwner(Task task) implements Owner {
    @Override
    public int uid() {
      return task.credentials().euid();
    }

    @Override
    public int gid() {
      return task.credentials().egid();
    }
  }

  /** /proc/PID/task. */
  private static final class TaskDirectory extends TreeDirectory {
    private final Process process;

    TaskDirectory(TreeFs tree, Process process, long number, Owner owner) {
      super(tree, 0555, number, owner);
      this.process = process;
    }

    @Override
    public boolean volatileNames() {
      return true;
    }

    @Override
    public TreeInode lookup(String name) {
      int tid = ProcRoot.number(name);
      Task task = tid < 0 ? null : process.kernel().task(tid);
      return task == null || task.process() != process ? null : ofThread(tree(), task);
    }

    @Override
    protected void list(Consumer<String> sink) {
      process.tasks().forEach(t -> sink.accept(Integer.toString(t.tid())));
    }

    @Override
    protected int links() {
      return 2 + process.tasks().size();
    }
  }
}

package tollgate.fs.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.abi.Abi;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.entry.Vendor;
import tollgate.fake.FakeMachine;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.FileTable;
import tollgate.fs.FsContext;
import tollgate.fs.FsCredentials;
import tollgate.fs.OpenFile;
import tollgate.fs.PathWalk;
import tollgate.fs.Vfs;
import tollgate.fs.tmp.TmpFs;
import tollgate.kernel.Credentials;
import tollgate.kernel.Kernel;
import tollgate.kernel.KernelSettings;
import tollgate.kernel.Program;
import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;
import tollgate.sched.TaskThread;

/** /proc of a kernel with one task, against the shape of the machine's own /proc. */
class ProcFsTest {
  private final FakeMachine machine = new FakeMachine(Vendor.AMD, true);
  private final TmpFs rootFiles = new TmpFs("tmpfs", 0x15, 1 << 20, 100, 0755, () -> 0);
  private final Vfs vfs = new Vfs(rootFiles, "root of all");
  private Task task;
  private Dentry program;

  @BeforeEach
  void start() {
    Kernel shared = machine.task.kernel();
    Kernel kernel = new Kernel(KernelSettings.of(Vendor.AMD), machine.host, shared.memory(), vfs);
    FsContext fs = new FsContext(vfs, 027);
    task =
        kernel.createFirst(
            machine.cpu,
            new FileTable(),
            fs,
            Credentials.of(1000, 1001, 5, 6),
            new ResourceLimits());
    task.setComm("test (1) of");
    FsCredentials all = FsCredentials.KERNEL;
    Dentry proc = vfs.changes().makeDirectory(vfs.root(), "proc", 0755, all);
    program = vfs.changes().create(vfs.root(), "prog ram", 0x8000 | 0755, 0, all);
    task.process().install(new Program(program, Abi.X86_64, 0, 0, 0), machine.task.memory());
    vfs.mount(
        ProcFs.create(kernel, 0x16, ProcessorDescription.of(Vendor.AMD)), proc, false, "proc");
  }

  @AfterEach
  void stop() {
    machine.close();
  }

  @Test
  void statusHasTheLinesOfThisMachines() throws Exception {
    assertSameLines(read("/proc/self/status"), host("/proc/self/status"));
    assertThat(read("/proc/self/status"))
        .contains("\nUmask:\t0027\n")
        .contains("\nState:\tR (running)\n")
        .contains("\nUid:\t1000\t1000\t1000\t1000\n")
        .contains("\nGid:\t1001\t1001\t1001\t1001\n")
        .contains("\nGroups:\t5 6 \n");
  }

  @Test
  void statHasTheFieldsOfThisMachines() throws Exception {
    String stat = read("/proc/self/stat");
    assertThat(stat).startsWith(task.tid() + " (test (1) of) R 1 ").endsWith("\n");
    assertThat(afterName(stat)).hasSameSizeAs(afterName(host("/proc/self/stat")));
    assertThat(read("/proc/self/statm").split(" "))
        .hasSameSizeAs(host("/proc/self/statm").split(" "));
  }

  @Test
  void limitsLookAlike() throws Exception {
    List<String> ours = read("/proc/self/limits").lines().toList();
    List<String> theirs = host("/proc/self/limits").lines().toList();
    assertThat(ours).hasSameSizeAs(theirs);
    assertThat(ours.get(0)).isEqualTo(theirs.get(0));
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i)).hasSameSizeAs(theirs.get(i));
      assertThat(ours.get(i).substring(0, 25)).isEqualTo(theirs.get(i).substring(0, 25));
    }
  }

  @Test
  void meminfoHasTheLinesOfThisMachines() throws Exception {
    assertSameLines(read("/proc/meminfo"), host("/proc/meminfo"));
    assertThat(read("/proc/meminfo").lines().findFirst().orElseThrow())
        .matches("MemTotal: {1,15}\\d+ kB")
        .hasSameSizeAs(host("/proc/meminfo").lines().findFirst().orElseThrow());
  }

  @Test
  void statisticsAndUptimeParse() throws Exception {
    assertThat(read("/proc/uptime")).matches("\\d+\\.\\d\\d \\d+\\.\\d\\d\n");
    assertThat(read("/proc/loadavg")).matches("(\\d+\\.\\d\\d ){3}\\d+/\\d+ \\d+\n");
    String ours = read("/proc/stat");
    String theirs = host("/proc/stat");
    assertThat(ours.lines().findFirst().orElseThrow().split(" +"))
        .hasSameSizeAs(theirs.lines().findFirst().orElseThrow().split(" +"));
    assertThat(names(ours, ' ')).containsSubsequence("cpu", "cpu0", "intr", "ctxt", "btime");
    assertThat(names(theirs, ' ')).containsAll(names(ours, ' '));
  }

  @Test
  void cpuinfoHasLinesThatThisMachineHas() throws Exception {
    List<String> theirs = names(host("/proc/cpuinfo"), ':');
    assertThat(theirs).containsAll(names(read("/proc/cpuinfo"), ':'));
  }

  @Test
  void mapsHaveTheColumnsOfThisMachines() throws Exception {
    String line =
        "[0-9a-f]{8,16}-[0-9a-f]{8,16} [r-][w-][x-][ps] [0-9a-f]{8} [0-9a-f]{2,3}:[0-9a-f]{2,5} \\d+ .*";
    assertThat(read("/proc/self/maps").lines()).allMatch(l -> l.matches(line));
    assertThat(host("/proc/self/maps").lines()).allMatch(l -> l.matches(line));
    assertThat(read("/proc/self/maps")).contains("00100000-00110000 rw-p 00000000 00:00 0 \n");
    assertThat(read("/proc/self/maps")).endsWith("                  [vsyscall]\n");
    assertThat(host("/proc/self/maps")).contains(last(read("/proc/self/maps")));
  }

  @Test
  void mountsEscapeWhiteSpace() throws Exception {
    assertThat(read("/proc/self/mounts"))
        .isEqualTo(
            "root\\040of\\040all / tmpfs rw,relatime 0 0\nproc /proc proc rw,relatime 0 0\n");
    assertThat(read("/proc/mounts")).isEqualTo(read("/proc/self/mounts"));
    assertThat(read("/proc/self/mountinfo"))
        .isEqualTo(
            "20 1 0:21 / / rw,relatime - tmpfs root\\040of\\040all rw\n"
                + "21 20 0:22 / /proc rw,relatime - proc proc rw\n");
  }

  @Test
  void linksLeadToPlaces() throws Exception {
    assertThat(link("/proc/self")).isEqualTo(Integer.toString(task.process().pid()));
    assertThat(link("/proc/thread-self")).isEqualTo(task.process().pid() + "/task/" + task.tid());
    assertThat(link("/proc/self/exe")).isEqualTo("/prog ram");
    assertThat(link("/proc/self/cwd")).isEqualTo("/");
    assertThat(asTask(() -> find("/proc/self/exe", PathWalk.FOLLOW))).isSameAs(program);
    asTask(
        () -> {
          vfs.changes().unlink(vfs.root(), "prog ram", false, FsCredentials.KERNEL);
          return null;
        });
    assertThat(link("/proc/self/exe")).isEqualTo("/prog ram (deleted)");
  }

  @Test
  void descriptorsAreShown() throws Exception {
    OpenFile file = vfs.open(program, Fcntl.O_RDWR | Fcntl.O_APPEND, FsCredentials.KERNEL, false);
    file.write(new IovIter().reset(new byte[7], 0, 7));
    task.files().installAt(5, file, true, 100);
    assertThat(link("/proc/self/fd/5")).isEqualTo("/prog ram");
    FileStatus status = new FileStatus();
    asTask(() -> find("/proc/self/fd/5", 0)).inode().status(status);
    assertThat(status.mode).isEqualTo(0xa000 | 0700);
    assertThat(status.size).isEqualTo(64);
    assertThat(status.uid).isEqualTo(1000);
    assertThat(read("/proc/self/fdinfo/5"))
        .isEqualTo(
            "pos:\t7\nflags:\t02002002\nmnt_id:\t20\nino:\t" + program.inode().number() + "\n");
    assertThat(list("/proc/self/fd")).containsExactly(".", "..", "5");
    assertThatThrownBy(() -> asTask(() -> find("/proc/self/fd/6", 0)))
        .hasRootCauseMessage("ENOENT");
  }

  @Test
  void theRootListsProcessesAndFiles() throws Exception {
    assertThat(list("/proc"))
        .contains(Integer.toString(task.process().pid()), "cpuinfo", "self", "sys", "version");
    assertThat(list("/proc/self/task")).containsExactly(".", "..", Integer.toString(task.tid()));
    assertThatThrownBy(() -> asTask(() -> find("/proc/1", 0))).hasRootCauseMessage("ENOENT");
    assertThatThrownBy(() -> asTask(() -> find("/proc/0" + task.tid(), 0)))
        .hasRootCauseMessage("ENOENT");
  }

  @Test
  void everyFileCanBeReadToItsEndAndAgainFromItsStart() throws Exception {
    for (String path : asTask(() -> files("/proc"))) {
      String first = read(path);
      assertThat(read(path)).as(path).hasSizeBetween(first.length() - 40, first.length() + 40);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sys/kernel/ostype",
        "sys/kernel/pid_max",
        "sys/kernel/random/uuid",
        "sys/kernel/random/boot_id",
        "sys/kernel/random/entropy_avail",
        "sys/vm/max_map_count",
        "sys/vm/mmap_min_addr",
        "sys/vm/overcommit_memory",
        "sys/fs/file-max",
        "sys/fs/nr_open",
        "sys/kernel/cap_last_cap",
        "sys/kernel/ngroups_max",
        "sys/kernel/hostname"
      })
  void settingsLookAlike(String name) throws Exception {
    String shape = "[0-9a-f]+(-[0-9a-f]+){4}\n|\\d+\n|[\\w.-]+\n";
    assertThat(read("/proc/" + name)).matches(shape);
    assertThat(host("/proc/" + name)).matches(shape);
  }

  @Test
  void aNameCanBeWritten() throws Exception {
    asTask(
        () -> {
          Dentry comm = find("/proc/self/comm", 0);
          OpenFile file =
              vfs.open(comm, Fcntl.O_WRONLY | Fcntl.O_TRUNC, FsCredentials.KERNEL, false);
          byte[] text = "a rather long new name\n".getBytes(StandardCharsets.US_ASCII);
          return file.write(new IovIter().reset(text, 0, text.length));
        });
    assertThat(read("/proc/self/comm")).isEqualTo("a rather long n\n");
  }

  @Test
  void whatCannotBeWrittenSaysSo() {
    assertThatThrownBy(
            () ->
                asTask(
                    () ->
                        vfs.open(
                                find("/proc/version", 0),
                                Fcntl.O_WRONLY,
                                FsCredentials.KERNEL,
                                false)
                            .write(new IovIter().reset(new byte[1], 0, 1))))
        .hasRootCauseMessage("EIO");
  }

  private List<String> files(String path) {
    List<String> found = new ArrayList<>();
    OpenFile open = vfs.open(find(path, 0), 0, FsCredentials.KERNEL, false);
    open.readDirectory(
        (name, inode, type, next) -> {
          if (type == 8) {
            found.add(path + "/" + name);
          } else if (type == 4 && !name.startsWith(".")) {
            found.addAll(files(path + "/" + name));
          }
          return true;
        });
    return found;
  }

  private Dentry find(String path, int flags) {
    return new PathWalk(task.fs(), task.files(), FsCredentials.KERNEL)
        .find(Fcntl.AT_FDCWD, path, flags);
  }

  private String read(String path) throws Exception {
    return asTask(
        () -> {
          OpenFile file = vfs.open(find(path, PathWalk.FOLLOW), 0, FsCredentials.KERNEL, false);
          StringBuilder text = new StringBuilder();
          byte[] part = new byte[100];
          for (long got = -1; got != 0; ) {
            got = file.read(new IovIter().reset(part, 0, part.length));
            text.append(new String(part, 0, (int) got, StandardCharsets.ISO_8859_1));
          }
          file.release();
          return text.toString();
        });
  }

  private String link(String path) throws Exception {
    return asTask(() -> find(path, 0).inode().readLink());
  }

  private List<String> list(String path) throws Exception {
    List<String> names = new ArrayList<>();
    asTask(
        () -> {
          vfs.open(find(path, PathWalk.FOLLOW), 0, FsCredentials.KERNEL, false)
              .readDirectory((name, inode, type, next) -> names.add(name));
          return null;
        });
    return names;
  }

  private <T> T asTask(Callable<T> body) throws Exception {
    FutureTask<T> result = new FutureTask<>(body);
    new TaskThread(task, result, "task", 0).start();
    return result.get();
  }

  /** Kernel versions add and drop a line here and there; the rest comes in one order. */
  private static void assertSameLines(String ours, String theirs) {
    List<String> common = new ArrayList<>(names(ours, ':'));
    common.retainAll(names(theirs, ':'));
    List<String> same = new ArrayList<>(names(theirs, ':'));
    same.retainAll(names(ours, ':'));
    assertThat(common).isEqualTo(same);
    assertThat(common).hasSizeGreaterThan(names(theirs, ':').size() - 8);
    assertThat(common).hasSizeGreaterThan(names(ours, ':').size() - 8);
  }

  private static String host(String path) throws IOException {
    // By large reads: a number in /proc/sys is all there at its first byte or not at all.
    try (InputStream in = new FileInputStream(path)) {
      return new String(in.readNBytes(1 << 20), StandardCharsets.ISO_8859_1);
    }
  }

  private static List<String> names(String text, char end) {
    return text.lines()
        .filter(l -> l.indexOf(end) > 0)
        .map(l -> l.substring(0, l.indexOf(end)).strip())
        .distinct()
        .toList();
  }

  private static String[] afterName(String stat) {
    return stat.substring(stat.lastIndexOf(')')).strip().split(" ");
  }

  private static String last(String text) {
    return text.substring(text.lastIndexOf('\n', text.length() - 2) + 1);
  }
}

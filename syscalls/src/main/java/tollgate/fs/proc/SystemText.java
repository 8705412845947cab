package tollgate.fs.proc;

import tollgate.kernel.Kernel;
import tollgate.kernel.SystemIdentity;

/** The files in /proc's root that describe the system as a whole. */
final class SystemText {
  private static final long SECOND = 1_000_000_000L;
  private static final long TICK_NANOS = 10_000_000L;

  /** The file systems that the kernel knows; those with a block device are none. */
  private static final String[] FILE_SYSTEMS = {
    "sysfs", "tmpfs", "proc", "devtmpfs", "sockfs", "pipefs", "ramfs", "devpts", "host"
  };

  /** /proc/meminfo's lines that are zero here, in their order after the ones that are not. */
  private static final String[] MEMINFO_ZEROS = {
    "Unevictable",
    "Mlocked",
    "SwapTotal",
    "SwapFree",
    "Zswap",
    "Zswapped",
    "Dirty",
    "Writeback",
    "AnonPages",
    "Mapped",
    "Shmem",
    "KReclaimable",
    "Slab",
    "SReclaimable",
    "SUnreclaim",
    "KernelStack",
    "PageTables",
    "SecPageTables",
    "NFS_Unstable",
    "Bounce",
    "WritebackTmp"
  };

  private final Kernel kernel;

  SystemText(Kernel kernel) {
    this.kernel = kernel;
  }

  static String fileSystems() {
    StringBuilder text = new StringBuilder();
    for (String type : FILE_SYSTEMS) {
      text.append("nodev\t").append(type).append('\n');
    }
    return text.toString();
  }

  String version() {
    SystemIdentity identity = kernel.identity();
    return String.format(
        "%s version %s (tollgate@%s) (javac) %s\n",
        SystemIdentity.SYSTEM_NAME, identity.release(), identity.nodeName(), identity.version());
  }

  String uptime() {
    long up = kernel.clock().boottime();
    long idle = Math.max(0, up - kernel.clock().cpu());
    return hundredths(up) + " " + hundredths(idle) + "\n";
  }

  String loadAverage() {
    int tasks = kernel.taskCount();
    int newest = kernel.processes().stream().mapToInt(p -> p.pid()).max().orElse(0);
    return String.format("0.00 0.00 0.00 1/%d %d\n", tasks, newest);
  }

  String statistics() {
    long busy = kernel.clock().cpu() / TICK_NANOS;
    long idle = Math.max(0, kernel.clock().boottime() / TICK_NANOS - busy);
    long boot = (kernel.clock().realtime() - kernel.clock().boottime()) / SECOND;
    String cpu = String.format(" %d 0 0 %d 0 0 0 0 0 0\n", busy, idle);
    return "cpu "
        + cpu
        + "cpu0"
        + cpu
        + "intr 0\nctxt 0\nbtime "
        + boot
        + "\nprocesses "
        + kernel.processes().size()
        + "\nprocs_running 1\nprocs_blocked 0\nsoftirq 0 0 0 0 0 0 0 0 0 0 0\n";
  }

  String memory() {
    long total = kernel.memory().totalBytes() >> 10;
    long free = kernel.memory().freeBytes() >> 10;
    StringBuilder text = new StringBuilder();
    kilobytes(text, "MemTotal", total);
    kilobytes(text, "MemFree", free);
    kilobytes(text, "MemAvailable", free);
    kilobytes(text, "Buffers", 0);
    kilobytes(text, "Cached", 0);
    kilobytes(text, "SwapCached", 0);
    kilobytes(text, "Active", total - free);
    kilobytes(text, "Inactive", 0);
    kilobytes(text, "Active(anon)", total - free);
    kilobytes(text, "Inactive(anon)", 0);
    kilobytes(text, "Active(file)", 0);
    kilobytes(text, "Inactive(file)", 0);
    for (String name : MEMINFO_ZEROS) {
      kilobytes(text, name, name.equals("AnonPages") ? total - free : 0);
    }
    kilobytes(text, "CommitLimit", total);
    kilobytes(text, "Committed_AS", total - free);
    kilobytes(text, "VmallocTotal", 34_359_738_367L);
    kilobytes(text, "VmallocUsed", 0);
    kilobytes(text, "VmallocChunk", 0);
    kilobytes(text, "Percpu", 0);
    kilobytes(text, "AnonHugePages", 0);
    kilobytes(text, "ShmemHugePages", 0);
    kilobytes(text, "ShmemPmdMapped", 0);
    kilobytes(text, "FileHugePages", 0);
    kilobytes(text, "FilePmdMapped", 0);
    text.append("HugePages_Total:       0\nHugePages_Free:        0\n");
    text.append("HugePages_Rsvd:        0\nHugePages_Surp:        0\n");
    kilobytes(text, "Hugepagesize", 2048);
    kilobytes(text, "Hugetlb", 0);
    kilobytes(text, "DirectMap4k", total);
    kilobytes(text, "DirectMap2M", 0);
    kilobytes(text, "DirectMap1G", 0);
    return text.toString();
  }

  private static void kilobytes(StringBuilder text, String name, long value) {
    text.append(String.format("%-15s %8d kB\n", name + ":", value));
  }

  private static String hundredths(long nanos) {
    return String.format("%d.%02d", nanos / SECOND, nanos % SECOND / TICK_NANOS);
  }
}

package tollgate.fs.proc;

import java.util.Arrays;
import java.util.stream.Collectors;
import tollgate.kernel.Credentials;
import tollgate.kernel.Process;
import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;
import tollgate.mm.AddressSpace;
import tollgate.signal.SigActions;

/** /proc/PID/status: a line for each fact (proc_pid_status in fs/proc/array.c). */
final class ProcessStatusText {
  /** One bit for each of 1024 memory nodes, of which there is one. */
  private static final String FIRST_NODE = "00000000,".repeat(31) + "00000001";

  private final StringBuilder text = new StringBuilder();

  private ProcessStatusText() {}

  static String of(Task task) {
    ProcessStatusText status = new ProcessStatusText();
    status.identity(task);
    if (task.memory() != null) {
      status.memory(task.memory());
    }
    status.signals(task);
    status.rights(task);
    return status.text.toString();
  }

  private void identity(Task task) {
    Process process = task.process();
    Credentials who = task.credentials();
    line("Name", task.comm().replace("\\", "\\\\").replace("\n", "\\n"));
    line("Umask", String.format("%04o", task.fs().umask()));
    line("State", ProcessStatText.state(task) == 'R' ? "R (running)" : "S (sleeping)");
    line("Tgid", process.pid());
    line("Ngid", 0);
    line("Pid", task.tid());
    line("PPid", process.parentPid());
    line("TracerPid", 0);
    line("Uid", ids(who.uid(), who.euid(), who.suid(), who.fsuid()));
    line("Gid", ids(who.gid(), who.egid(), who.sgid(), who.fsgid()));
    line("FDSize", task.files().slots());
    line(
        "Groups",
        Arrays.stream(who.groups())
                .mapToObj(Integer::toUnsignedString)
                .collect(Collectors.joining(" "))
            + " ");
    line("NStgid", process.pid());
    line("NSpid", task.tid());
    line("NSpgid", process.group());
    line("NSsid", process.session());
    line("Kthread", 0);
  }

  private void memory(AddressSpace memory) {
    MemoryUse use = MemoryUse.of(memory);
    kilobytes("VmPeak", use.total());
    kilobytes("VmSize", use.total());
    kilobytes("VmLck", use.locked());
    kilobytes("VmPin", 0);
    kilobytes("VmHWM", use.resident());
    kilobytes("VmRSS", use.resident());
    kilobytes("RssAnon", use.resident() - use.file());
    kilobytes("RssFile", use.file());
    kilobytes("RssShmem", 0);
    kilobytes("VmData", use.data());
    kilobytes("VmStk", use.stack());
    kilobytes("VmExe", use.text());
    kilobytes("VmLib", use.libraries());
    kilobytes("VmPTE", 0);
    kilobytes("VmSwap", 0);
    kilobytes("HugetlbPages", 0);
    line("CoreDumping", 0);
    line("THP_enabled", 0);
    line("untag_mask", "0xffffffffffffffff");
  }

  private void signals(Task task) {
    Process process = task.process();
    SigActions actions = process.actions();
    long own = task.signals().pending().pending();
    long shared = process.pending().pending();
    line("Threads", process.tasks().size());
    line(
        "SigQ",
        Long.bitCount(own)
            + Long.bitCount(shared)
            + "/"
            + Long.toUnsignedString(process.limits().soft(ResourceLimits.SIGPENDING)));
    mask("SigPnd", own);
    mask("ShdPnd", shared);
    mask("SigBlk", task.signals().blocked());
    mask("SigIgn", SignalSets.ignored(actions));
    mask("SigCgt", SignalSets.caught(actions));
  }

  private void rights(Task task) {
    long capabilities = task.credentials().capabilities();
    mask("CapInh", 0);
    mask("CapPrm", capabilities);
    mask("CapEff", capabilities);
    mask("CapBnd", Credentials.ALL_CAPABILITIES);
    mask("CapAmb", 0);
    line("NoNewPrivs", task.process().flags().noNewPrivileges ? 1 : 0);
    line("Seccomp", 0);
    line("Seccomp_filters", 0);
    line("Speculation_Store_Bypass", "not vulnerable");
    line("SpeculationIndirectBranch", "always disabled");
    line("Cpus_allowed", 1);
    line("Cpus_allowed_list", 0);
    line("Mems_allowed", FIRST_NODE);
    line("Mems_allowed_list", 0);
    line("voluntary_ctxt_switches", 0);
    line("nonvoluntary_ctxt_switches", 0);
  }

  private static String ids(int real, int effective, int saved, int fs) {
    return Integer.toUnsignedString(real)
        + '\t'
        + Integer.toUnsignedString(effective)
        + '\t'
        + Integer.toUnsignedString(saved)
        + '\t'
        + Integer.toUnsignedString(fs);
  }

  private void line(String name, Object value) {
    text.append(name).append(":\t").append(value).append('\n');
  }

  private void mask(String name, long set) {
    line(name, String.format("%016x", set));
  }

  private void kilobytes(String name, long bytes) {
    line(name, String.format("%8d kB", bytes >> 10));
  }
}

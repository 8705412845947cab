package tollgate.fs.proc;

import tollgate.kernel.Kernel;
import tollgate.kernel.Process;
import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;
import tollgate.mm.AddressSpace;
import tollgate.mm.ProgramRegions;
import tollgate.signal.SigActions;

/** /proc/PID/stat and statm: one line of numbers each (do_task_stat in fs/proc/array.c). */
final class ProcessStatText {
  private static final long PAGE = 4096;
  private static final long TICK_NANOS = 10_000_000L;

  /** The classic fields hold the first 31 signals. */
  private static final long CLASSIC_SIGNALS = 0x7fff_ffffL;

  private static final int SIGCHLD = 17;
  private static final int PF_RANDOMIZE = 0x400000;
  private static final int DEFAULT_PRIORITY = 20;

  private ProcessStatText() {}

  static String stat(Task task) {
    Process process = task.process();
    Kernel kernel = process.kernel();
    AddressSpace memory = task.memory();
    ProgramRegions regions = memory == null ? ProgramRegions.NONE : memory.regions();
    SigActions actions = process.actions();
    StringBuilder line = new StringBuilder();
    line.append(task.tid()).append(" (").append(task.comm()).append(") ");
    line.append(state(task)).append(' ');
    add(line, process.parentPid(), process.group(), process.session(), 0, -1, PF_RANDOMIZE);
    add(line, 0, 0, 0, 0); // page faults
    add(line, kernel.clock().cpu() / TICK_NANOS, 0, 0, 0);
    add(line, DEFAULT_PRIORITY, 0, process.tasks().size(), 0);
    add(line, process.startNanos() / TICK_NANOS);
    add(line, memory == null ? 0 : memory.totalBytes());
    add(line, memory == null ? 0 : memory.residentBytes() / PAGE);
    addUnsigned(line, process.limits().soft(ResourceLimits.RSS));
    add(line, regions.startCode(), regions.endCode(), regions.startStack(), 0, 0);
    add(line, task.signals().pending().pending() & CLASSIC_SIGNALS);
    add(line, task.signals().blocked() & CLASSIC_SIGNALS);
    add(line, SignalSets.ignored(actions) & CLASSIC_SIGNALS);
    add(line, SignalSets.caught(actions) & CLASSIC_SIGNALS);
    add(line, 0, 0, 0, SIGCHLD, 0, 0, 0, 0, 0, 0);
    add(line, regions.startData(), regions.endData(), memory == null ? 0 : memory.startBrk());
    add(line, regions.argStart(), regions.argEnd(), regions.envStart(), regions.envEnd());
    return line.append("0\n").toString();
  }

  static String statm(Task task) {
    AddressSpace memory = task.memory();
    if (memory == null) {
      return "0 0 0 0 0 0 0\n";
    }
    MemoryUse use = MemoryUse.of(memory);
    return String.format(
        "%d %d %d %d 0 %d 0\n",
        use.total() / PAGE,
        use.resident() / PAGE,
        use.file() / PAGE,
        use.text() / PAGE,
        (use.data() + use.stack()) / PAGE);
  }

  /** The state's letter: running for whoever looks at himself, else sleeping. */
  static char state(Task task) {
    return task == CurrentTask.orNull() ? 'R' : 'S';
  }

  private static void add(StringBuilder line, long... values) {
    for (long value : values) {
      line.append(value).append(' ');
    }
  }

  private static void addUnsigned(StringBuilder line, long value) {
    line.append(Long.toUnsignedString(value)).append(' ');
  }
}

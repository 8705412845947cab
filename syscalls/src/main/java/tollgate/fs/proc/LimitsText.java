package tollgate.fs.proc;

import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;

/** /proc/PID/limits (proc_pid_limits in fs/proc/base.c). */
final class LimitsText {
  /** Name and unit by RLIMIT_* number. */
  private static final String[][] LIMITS = {
    {"Max cpu time", "seconds"},
    {"Max file size", "bytes"},
    {"Max data size", "bytes"},
    {"Max stack size", "bytes"},
    {"Max core file size", "bytes"},
    {"Max resident set", "bytes"},
    {"Max processes", "processes"},
    {"Max open files", "files"},
    {"Max locked memory", "bytes"},
    {"Max address space", "bytes"},
    {"Max file locks", "locks"},
    {"Max pending signals", "signals"},
    {"Max msgqueue size", "bytes"},
    {"Max nice priority", ""},
    {"Max realtime priority", ""},
    {"Max realtime timeout", "us"},
  };

  private static final String LINE = "%-25s %-20s %-20s %-10s\n";

  private LimitsText() {}

  static String of(Task task) {
    ResourceLimits limits = task.process().limits();
    StringBuilder text = new StringBuilder();
    text.append(String.format(LINE, "Limit", "Soft Limit", "Hard Limit", "Units"));
    for (int i = 0; i < LIMITS.length; i++) {
      String soft = value(limits.soft(i));
      String hard = value(limits.hard(i));
      // Linux leaves the unit's column out where there is no unit.
      text.append(
          LIMITS[i][1].isEmpty()
              ? String.format("%-25s %-20s %-20s \n", LIMITS[i][0], soft, hard)
              : String.format(LINE, LIMITS[i][0], soft, hard, LIMITS[i][1]));
    }
    return text.toString();
  }

  private static String value(long limit) {
    return limit == ResourceLimits.INFINITY ? "unlimited" : Long.toUnsignedString(limit);
  }
}

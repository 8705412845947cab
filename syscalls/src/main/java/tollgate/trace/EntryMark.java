package tollgate.trace;

import tollgate.entry.EntryMechanism;
import tollgate.entry.Register;
import tollgate.kernel.Task;

/**
 * Names an entry that is not the usual one: in 64-bit code anything but {@code syscall}, in 32-bit
 * code anything but {@code int $0x80} and what the vDSO executes on the program's behalf.
 */
final class EntryMark {
  private EntryMark() {}

  /** What stands behind the result of the call being entered; empty for a usual entry. */
  static String of(Task task, EntryMechanism mechanism, boolean longMode) {
    if (longMode) {
      return switch (mechanism) {
        case SYSCALL -> "";
        case INT80 -> " [int 0x80]";
        case SYSENTER -> " [sysenter]";
      };
    }
    if (mechanism == EntryMechanism.INT80 || isInVdso(task)) {
      return "";
    }
    return mechanism == EntryMechanism.SYSCALL ? " [32-bit syscall]" : " [sysenter]";
  }

  private static boolean isInVdso(Task task) {
    long address = task.cpu().get(Register.RIP) & 0xffff_ffffL;
    boolean[] found = new boolean[1];
    task.memory()
        .forEachVma(
            vma ->
                found[0] |=
                    "[vdso]".equals(vma.label()) && vma.start() <= address && address <= vma.end());
    return found[0];
  }
}

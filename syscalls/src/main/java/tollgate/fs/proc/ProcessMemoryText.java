package tollgate.fs.proc;

import java.nio.charset.StandardCharsets;
import tollgate.abi.Abi;
import tollgate.kernel.Program;
import tollgate.kernel.Task;
import tollgate.mm.AddressSpace;
import tollgate.mm.MappedFile;
import tollgate.mm.ProgramRegions;
import tollgate.mm.Vma;

/** What /proc/PID shows of a process's memory: maps, cmdline, environ, auxv. */
final class ProcessMemoryText {
  /** Column in which names of mappings begin (fs/proc/task_mmu.c: 25 + 6 pointers, less one). */
  private static final int NAME_COLUMN = 73;

  private static final int MOST_ARGUMENTS = 6 << 20;
  private static final String VSYSCALL = "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 ";
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int PROT_EXEC = 4;

  private ProcessMemoryText() {}

  static String commandLine(Task task) {
    ProgramRegions regions = regions(task);
    return regions == null ? "" : bytes(task, regions.argStart(), regions.argEnd());
  }

  static String environment(Task task) {
    ProgramRegions regions = regions(task);
    return regions == null ? "" : bytes(task, regions.envStart(), regions.envEnd());
  }

  static String auxiliaryVector(Task task) {
    ProgramRegions regions = regions(task);
    return regions == null ? "" : new String(regions.auxv(), StandardCharsets.ISO_8859_1);
  }

  /** The regions of a program that has one; null for a process that is only being made. */
  static ProgramRegions regions(Task task) {
    AddressSpace memory = task.memory();
    return memory == null ? null : memory.regions();
  }

  private static String bytes(Task task, long start, long end) {
    int length = (int) Math.max(0, Math.min(end - start, MOST_ARGUMENTS));
    byte[] bytes = new byte[length];
    int got = task.memory().readUpTo(start, bytes, 0, length);
    return new String(bytes, 0, got, StandardCharsets.ISO_8859_1);
  }

  static String maps(Task task) {
    AddressSpace memory = task.memory();
    if (memory == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    long heapEnd = memory.brk(0);
    memory.forEachVma(vma -> append(text, vma, memory, heapEnd));
    Program program = task.process().program();
    if (program != null && program.abi() == Abi.X86_64) {
      name(text.append(VSYSCALL), VSYSCALL.length(), "[vsyscall]");
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Vma vma, AddressSpace memory, long heapEnd) {
    int line = text.length();
    hex(text, vma.start(), 8).append('-');
    hex(text, vma.end(), 8).append(' ');
    int prot = vma.prot();
    text.append((prot & PROT_READ) != 0 ? 'r' : '-')
        .append((prot & PROT_WRITE) != 0 ? 'w' : '-')
        .append((prot & PROT_EXEC) != 0 ? 'x' : '-')
        .append(vma.shared() ? 's' : 'p')
        .append(' ');
    MappedFile file = vma.file();
    hex(text, file == null ? 0 : vma.offset(), 8).append(' ');
    long device = file == null ? 0 : file.device();
    hex(text, MountText.major(device), 2).append(':');
    hex(text, MountText.minor(device), 2).append(' ');
    text.append(file == null ? 0 : file.inode()).append(' ');
    name(text, text.length() - line, nameOf(vma, memory, heapEnd));
  }

  private static String nameOf(Vma vma, AddressSpace memory, long heapEnd) {
    if (vma.file() != null) {
      return vma.file().path().replace("\n", "\\012");
    }
    if (vma.label() != null) {
      return vma.label();
    }
    if (vma.start() < heapEnd && vma.end() > memory.startBrk()) {
      return "[heap]";
    }
    long stack = memory.regions().startStack();
    return stack >= vma.start() && stack < vma.end() ? "[stack]" : null;
  }

  private static void name(StringBuilder text, int column, String name) {
    if (name != null) {
      text.append(" ".repeat(Math.max(0, NAME_COLUMN - column))).append(name);
    }
    text.append('\n');
  }

  private static StringBuilder hex(StringBuilder text, long value, int digits) {
    String hex = Long.toHexString(value);
    return text.append("0".repeat(Math.max(0, digits - hex.length()))).append(hex);
  }
}

package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Prctl;
import tollgate.abi.uapi.UserDesc;
import tollgate.entry.Register;
import tollgate.kernel.Task;
import tollgate.kernel.TaskSegments;

/** Thread-local storage and segments: arch_prctl(2), set_thread_area(2), modify_ldt(2). */
public final class SegmentCalls {
  private static final long TASK_SIZE_MAX = 0x7fff_ffff_f000L;

  private static final int CONTENTS_SHIFT = 1;

  private SegmentCalls() {}

  /** Implements arch_prctl(2). */
  public static long archPrctl(Task task, long op, long address) {
    boolean wide = task.abi() == Abi.X86_64;
    switch ((int) op) {
      case Prctl.ARCH_SET_FS -> setBase(task, wide, Register.FS_BASE, address);
      case Prctl.ARCH_SET_GS -> setBase(task, wide, Register.GS_BASE, address);
      case Prctl.ARCH_GET_FS -> getBase(task, wide, Register.FS_BASE, address);
      case Prctl.ARCH_GET_GS -> getBase(task, wide, Register.GS_BASE, address);
      case Prctl.ARCH_GET_CPUID -> {
        return 1;
      }
      case Prctl.ARCH_SET_CPUID -> throw Errno.ENODEV.failure();
      default -> throw Errno.EINVAL.failure();
    }
    return 0;
  }

  private static void setBase(Task task, boolean wide, Register base, long address) {
    requireValid(wide);
    if (Long.compareUnsigned(address, TASK_SIZE_MAX) >= 0) {
      throw Errno.EPERM.failure();
    }
    task.cpu().set(base == Register.FS_BASE ? Register.FS : Register.GS, 0);
    task.cpu().set(base, address);
  }

  private static void getBase(Task task, boolean wide, Register base, long address) {
    requireValid(wide);
    task.memory().writeLong(address, task.cpu().get(base));
  }

  /** Implements set_thread_area(2). */
  public static long setThreadArea(Task task, long address) {
    int entry = install(task, task, address);
    reload(task, entry);
    return 0;
  }

  /** CLONE_SETTLS on i386: sets a segment of a new task as set_thread_area(2) would. */
  static void setTls(Task task, Task child, long address) {
    reload(child, install(task, child, address));
  }

  private static int install(Task task, Task target, long address) {
    StructView view = task.view(UserDesc.SCHEMA).copyIn(task.memory(), address);
    long bits = view.get(UserDesc.BITS);
    boolean empty = isEmpty(view, bits);
    boolean allZero = isAllZero(view, bits);
    requireValid(empty || allZero || isValid(bits));
    int entry = (int) view.get(UserDesc.ENTRY_NUMBER);
    if (entry == -1) {
      entry = freeEntry(target);
      task.memory().writeInt(address + UserDesc.ENTRY_NUMBER.offset(task.abi()), entry);
    }
    requireEntry(entry);
    long descriptor =
        empty || allZero ? 0 : encode(view.get(UserDesc.BASE_ADDR), view.get(UserDesc.LIMIT), bits);
    target.segments().set(target.cpu(), entry - TaskSegments.FIRST, descriptor);
    return entry;
  }

  /** Implements get_thread_area(2). */
  public static long getThreadArea(Task task, long address) {
    StructView view = task.view(UserDesc.SCHEMA).copyIn(task.memory(), address);
    int entry = (int) view.get(UserDesc.ENTRY_NUMBER);
    requireEntry(entry);
    long d = task.segments().get(entry - TaskSegments.FIRST);
    view = task.view(UserDesc.SCHEMA);
    view.set(UserDesc.ENTRY_NUMBER, entry);
    view.set(UserDesc.BASE_ADDR, (d >>> 16 & 0xff_ffff) | (d >>> 56 & 0xff) << 24);
    view.set(UserDesc.LIMIT, (d & 0xffff) | (d >>> 48 & 0xf) << 16);
    long type = d >>> 40 & 0xf;
    long bits =
        (d >>> 54 & 1) * UserDesc.SEG_32BIT
            | (type >> 2 & 3) << CONTENTS_SHIFT
            | ((type >> 1 & 1) ^ 1) * UserDesc.READ_EXEC_ONLY
            | (d >>> 55 & 1) * UserDesc.LIMIT_IN_PAGES
            | ((d >>> 47 & 1) ^ 1) * UserDesc.SEG_NOT_PRESENT
            | (d >>> 52 & 1) * UserDesc.USEABLE;
    view.set(UserDesc.BITS, bits);
    view.copyOut(task.memory(), address);
    return 0;
  }

  /** Implements modify_ldt(2): reading finds an empty table, segments of one's own do not exist. */
  public static long modifyLdt(Task task, long function, long address, long count) {
    return switch ((int) function) {
      case 0 -> 0;
      case 2 -> {
        long zeros = Math.min(count, 128);
        if (task.memory().clearUpTo(address, zeros) != zeros) {
          throw Errno.EFAULT.failure();
        }
        yield zeros;
      }
      default -> throw Errno.ENOSYS.failure();
    };
  }

  /** A descriptor as the processor reads it (fill_ldt in arch/x86/include/asm/desc.h). */
  static long encode(long base, long limit, long bits) {
    long type =
        (bits & UserDesc.READ_EXEC_ONLY) == 0
            ? 2 | (bits >> CONTENTS_SHIFT & 3) << 2
            : (bits >> CONTENTS_SHIFT & 3) << 2;
    return (limit & 0xffff)
        | (base & 0xff_ffff) << 16
        | (type | 1) << 40
        | 1L << 44
        | 3L << 45
        | ((bits & UserDesc.SEG_NOT_PRESENT) == 0 ? 1L : 0L) << 47
        | (limit >> 16 & 0xf) << 48
        | ((bits & UserDesc.USEABLE) != 0 ? 1L : 0L) << 52
        | ((bits & UserDesc.SEG_32BIT) != 0 ? 1L : 0L) << 54
        | ((bits & UserDesc.LIMIT_IN_PAGES) != 0 ? 1L : 0L) << 55
        | (base >> 24 & 0xff) << 56;
  }

  private static boolean isValid(long bits) {
    return (bits & UserDesc.SEG_32BIT) != 0
        && (bits >> CONTENTS_SHIFT & 3) <= 1
        && (bits & UserDesc.SEG_NOT_PRESENT) == 0;
  }

  /** LDT_empty: what clears a slot. */
  private static boolean isEmpty(StructView view, long bits) {
    return view.get(UserDesc.BASE_ADDR) == 0
        && view.get(UserDesc.LIMIT) == 0
        && (bits & ~UserDesc.LM) == (UserDesc.READ_EXEC_ONLY | UserDesc.SEG_NOT_PRESENT);
  }

  /** LDT_zero: what old programs clear a slot with. */
  private static boolean isAllZero(StructView view, long bits) {
    return view.get(UserDesc.BASE_ADDR) == 0
        && view.get(UserDesc.LIMIT) == 0
        && (bits & ~UserDesc.LM) == 0;
  }

  private static int freeEntry(Task task) {
    for (int slot = 0; slot < TaskSegments.COUNT; slot++) {
      if (task.segments().get(slot) == 0) {
        return TaskSegments.FIRST + slot;
      }
    }
    throw Errno.ESRCH.failure();
  }

  /** The kernel reloads segment registers that hold a selector whose descriptor has changed. */
  private static void reload(Task task, int entry) {
    long selector = entry << 3 | 3;
    for (Register register : new Register[] {Register.DS, Register.ES, Register.FS, Register.GS}) {
      if (task.cpu().get(register) == selector) {
        task.cpu().set(register, selector);
      }
    }
  }

  private static void requireEntry(int entry) {
    requireValid(entry >= TaskSegments.FIRST && entry < TaskSegments.FIRST + TaskSegments.COUNT);
  }

  private static void requireValid(boolean valid) {
    if (!valid) {
      throw Errno.EINVAL.failure();
    }
  }
}

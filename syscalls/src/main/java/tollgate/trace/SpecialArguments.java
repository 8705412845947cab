package tollgate.trace;

import tollgate.abi.ErrnoException;
import tollgate.abi.StructView;
import tollgate.abi.uapi.FOwnerEx;
import tollgate.abi.uapi.Flock;
import tollgate.abi.uapi.Flock64;
import tollgate.abi.uapi.Timespec;
import tollgate.abi.uapi.Timespec64;

/**
 * Prints the arguments whose meaning depends on another argument's value: what the signature
 * language cannot say.
 */
final class SpecialArguments {
  private static final int CLONE_PARENT_SETTID = 0x100000;
  private static final int CLONE_PIDFD = 0x1000;
  private static final int CLONE_SETTLS = 0x80000;
  private static final int CLONE_CHILD_TIDS = 0x1200000;

  private SpecialArguments() {}

  /** True if the argument can only be printed when the call has ended. */
  static boolean needsEnd(TracedCall call, int index) {
    return switch (call.row.name()) {
      case "fcntl", "fcntl64", "ioctl" -> index == 2;
      case "prctl", "arch_prctl" -> index == 1;
      case "sendfile", "sendfile64" -> index == 2;
      case "clone" -> true;
      default -> false;
    };
  }

  /**
   * Prints an argument in its special form, and those after it that belong to it.
   *
   * @return how many arguments that covered; 0 if the argument is an ordinary one
   */
  static int print(TracedCall call, int index) {
    TraceLine out = call.out;
    switch (call.row.name()) {
      case "fcntl", "fcntl64" -> {
        if (index != 2) {
          return 0;
        }
        fcntl(call);
      }
      case "ioctl" -> {
        if (index != 2) {
          return 0;
        }
        if (!IoctlPrinter.isBare(call.values[1] & 0xffff_ffffL)) {
          IoctlPrinter.printArgument(call, call.values[2]);
        }
      }
      case "futex", "futex_time64" -> {
        if (index != 3) {
          return 0;
        }
        futex(call);
      }
      case "prctl" -> {
        if (index != 1) {
          return 0;
        }
        PrctlPrinter.print(call);
      }
      case "arch_prctl" -> {
        if (index != 1) {
          return 0;
        }
        archPrctl(call);
      }
      case "clone" -> clone(call);
      case "nanosleep", "clock_nanosleep", "clock_nanosleep_time64" -> {
        if (!call.argument(index).name().startsWith("rem")) {
          return 0;
        }
        remaining(call, index);
      }
      case "_llseek" -> {
        if (index != 1) {
          return 0;
        }
        out.dec((call.values[1] & 0xffff_ffffL) << 32 | call.values[2] & 0xffff_ffffL);
        return 2;
      }
      case "personality" -> personality(out, call.values[0] & 0xffff_ffffL);
      case "syslog" -> {
        if (index == 0 || !isBareSyslog(call.values[0])) {
          return 0;
        }
      }
      default -> {
        return 0;
      }
    }
    return call.argumentCount() - index;
  }

  private static boolean isBareSyslog(long type) {
    return type == 0 || type == 1 || (type >= 5 && type <= 7) || type == 9 || type == 10;
  }

  private static void fcntl(TracedCall call) {
    TraceLine out = call.out;
    long argument = call.word(call.values[2]);
    int command = (int) call.values[1];
    switch (command) {
      case 1, 3, 9, 11, 1025, 1032, 1034 -> {
        // F_GETFD, F_GETFL, F_GETOWN, F_GETSIG, F_GETLEASE, F_GETPIPE_SZ, F_GET_SEALS: no argument
      }
      case 0, 8, 1030, 1031 -> out.dec((int) argument);
      case 2 -> Constants.flags("fd").printFlags(out, argument);
      case 4 -> ScalarPrinter.openFlags(out, argument);
      case 10 -> out.raw(SignalNames.name(argument));
      case 5, 6, 7, 12, 13, 14, 36, 37, 38 -> lock(call, command, argument);
      case 15, 16 -> owner(call, argument);
      case 1024 -> Constants.values("lock_type").printValue(out, argument);
      default -> out.hex(argument);
    }
  }

  private static void lock(TracedCall call, int command, long address) {
    TraceLine out = call.out;
    boolean asks = command == 5 || command == 12 || command == 36;
    if (address == 0 || (asks && call.failed())) {
      out.pointer(address);
      return;
    }
    int mark = out.length();
    try {
      boolean narrow = command < 12;
      StructView v = StructPrinter.view(call, narrow ? Flock.SCHEMA : Flock64.SCHEMA, address);
      long type = v.get(narrow ? Flock.L_TYPE : Flock64.L_TYPE);
      long whence = v.get(narrow ? Flock.L_WHENCE : Flock64.L_WHENCE);
      out.raw("{l_type=");
      Constants.values("lock_type").printValue(out, type & 0xffff);
      out.raw(", l_whence=");
      Constants.values("whence").printValue(out, whence & 0xffff);
      out.raw(", l_start=").dec(v.get(narrow ? Flock.L_START : Flock64.L_START));
      out.raw(", l_len=").dec(v.get(narrow ? Flock.L_LEN : Flock64.L_LEN));
      if (asks) {
        out.raw(", l_pid=").dec(v.get(narrow ? Flock.L_PID : Flock64.L_PID));
      }
      out.raw('}');
    } catch (ErrnoException unreadable) {
      out.truncate(mark);
      out.pointer(address);
    }
  }

  private static void owner(TracedCall call, long address) {
    TraceLine out = call.out;
    int mark = out.length();
    try {
      StructView v = StructPrinter.view(call, FOwnerEx.SCHEMA, address);
      out.raw("{type=");
      Constants.values("f_owner").printValue(out, v.get(FOwnerEx.TYPE) & 0xffff_ffffL);
      out.raw(", pid=").dec(v.get(FOwnerEx.PID)).raw('}');
    } catch (ErrnoException unreadable) {
      out.truncate(mark);
      out.pointer(address);
    }
  }

  private static void futex(TracedCall call) {
    TraceLine out = call.out;
    switch ((int) call.values[1] & ~0x180) {
      case 1, 2, 7, 8 -> {
        // FUTEX_WAKE, FD, UNLOCK_PI, TRYLOCK_PI end with the value.
      }
      case 0, 6, 13 -> futexTimeout(call);
      case 9 -> {
        futexTimeout(call);
        out.raw(", ");
        bitset(out, call.values[5]);
      }
      case 10 -> bitset(out, call.values[5]);
      case 3 -> {
        out.unsigned(call.word(call.values[3])).raw(", ").pointer(call.word(call.values[4]));
      }
      case 4, 12 -> {
        out.unsigned(call.word(call.values[3])).raw(", ").pointer(call.word(call.values[4]));
        out.raw(", ").unsigned(call.values[5] & 0xffff_ffffL);
      }
      case 11 -> {
        futexTimeout(call);
        out.raw(", ").pointer(call.word(call.values[4]));
      }
      default -> {
        out.hex(call.word(call.values[3])).raw(", ").hex(call.word(call.values[4]));
        out.raw(", ").hex(call.values[5] & 0xffff_ffffL);
      }
    }
  }

  private static void bitset(TraceLine out, long bits) {
    if ((int) bits == -1) {
      out.raw("FUTEX_BITSET_MATCH_ANY");
    } else {
      out.hex(bits & 0xffff_ffffL);
    }
  }

  private static void futexTimeout(TracedCall call) {
    boolean wide = call.row.name().endsWith("64");
    timespec(call, call.word(call.values[3]), wide);
  }

  private static void timespec(TracedCall call, long address, boolean wide) {
    TraceLine out = call.out;
    try {
      StructView v =
          address == 0
              ? null
              : StructPrinter.view(call, wide ? Timespec64.SCHEMA : Timespec.SCHEMA, address);
      if (v == null) {
        out.raw("NULL");
        return;
      }
      out.raw("{tv_sec=").dec(v.get(wide ? Timespec64.TV_SEC : Timespec.TV_SEC));
      out.raw(", tv_nsec=").dec(v.get(wide ? Timespec64.TV_NSEC : Timespec.TV_NSEC)).raw('}');
    } catch (ErrnoException unreadable) {
      out.pointer(address);
    }
  }

  /** The time left is written only when a signal ended a relative sleep (nanosleep(2)). */
  private static void remaining(TracedCall call, int index) {
    long address = call.word(call.values[index]);
    boolean interrupted = call.result == -4 || call.result == -516;
    if (interrupted) {
      timespec(call, address, call.row.name().endsWith("64"));
    } else {
      call.out.pointer(address);
    }
  }

  private static void archPrctl(TracedCall call) {
    TraceLine out = call.out;
    long address = call.word(call.values[1]);
    boolean asks = call.values[0] == 0x1003 || call.values[0] == 0x1004;
    if (asks && !call.failed()) {
      int mark = out.length();
      try {
        out.raw('[').hex(call.memory.readLong(address)).raw(']');
        return;
      } catch (ErrnoException unreadable) {
        out.truncate(mark);
      }
    }
    out.hex(address);
  }

  private static void clone(TracedCall call) {
    TraceLine out = call.out;
    long flags = call.values[0] & 0xffff_ffffL;
    out.raw("child_stack=").pointer(call.word(call.values[1])).raw(", flags=");
    long signal = flags & 0xff;
    if (flags == signal) {
      out.raw(SignalNames.name(signal));
    } else {
      Constants.flags("clone").printFlags(out, flags & ~0xffL);
      if (signal != 0) {
        out.raw('|').raw(SignalNames.name(signal));
      }
    }
    if ((flags & (CLONE_PARENT_SETTID | CLONE_PIDFD)) != 0) {
      out.raw(", parent_tid=");
      parentTid(call, call.word(call.value("parent_tid")));
    }
    if ((flags & CLONE_SETTLS) != 0) {
      out.raw(", tls=").pointer(call.word(call.value("tls")));
    }
    if ((flags & CLONE_CHILD_TIDS) != 0) {
      out.raw(", child_tidptr=").pointer(call.word(call.value("child_tid")));
    }
  }

  private static void parentTid(TracedCall call, long address) {
    if (call.failed() || address == 0) {
      call.out.pointer(address);
      return;
    }
    try {
      int tid = call.memory.readInt(address);
      call.out.raw('[').dec(tid).raw(']');
    } catch (ErrnoException unreadable) {
      call.out.pointer(address);
    }
  }

  /** personality(2): the execution domain in the low byte, flags above. */
  static void personality(TraceLine out, long persona) {
    if (persona == 0xffff_ffffL) {
      out.hex(persona);
      return;
    }
    Constants.values("personality").printValue(out, persona & 0xff);
    Constants.flags("personality").printMoreFlags(out, persona & ~0xffL, "|");
  }
}

package tollgate.trace;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.Field;
import tollgate.abi.GuestMemory;
import tollgate.abi.StructSchema;
import tollgate.abi.StructView;
import tollgate.abi.uapi.CapData;
import tollgate.abi.uapi.CapHeader;
import tollgate.abi.uapi.EpollEvent;
import tollgate.abi.uapi.NewUtsname;
import tollgate.abi.uapi.OpenHow;
import tollgate.abi.uapi.Pollfd;
import tollgate.abi.uapi.SigsetArg;
import tollgate.abi.uapi.Sysinfo;
import tollgate.abi.uapi.Tms;
import tollgate.abi.uapi.UserDesc;
import tollgate.table.Argument;

/**
 * Prints what a pointer argument points to, by the type word of the row. Every method may fail with
 * EFAULT: the caller then prints the address instead.
 */
final class StructPrinter {
  private StructPrinter() {}

  /** True for data that is printed before the call although the call also writes it. */
  static boolean isTwoSided(String type) {
    return switch (type) {
      case "pollfd", "fdset", "timeval", "cap_header", "off", "loff", "clone_args" -> true;
      default -> false;
    };
  }

  /** True for types that know their own extent from the length argument. */
  static boolean countsItself(String type) {
    return switch (type) {
      case "fdset", "sigset", "cpuset", "dirents", "dirents64", "sockaddr", "mincore" -> true;
      default -> false;
    };
  }

  /** Bytes of one array element. */
  static int size(TracedCall call, String type) {
    return switch (type) {
      case "pollfd" -> Pollfd.SCHEMA.size(call.abi);
      case "epoll_event" -> EpollEvent.SCHEMA.size(call.abi);
      case "uid16", "gid16" -> 2;
      case "timeval", "utimens" -> 2 * call.abi.wordSize();
      case "utimens64" -> 16;
      default -> 4;
    };
  }

  /** Prints one struct, or one scalar behind a pointer in brackets. */
  static void print(TracedCall call, Argument argument, long address) {
    boolean element = !argument.length().isEmpty() && !countsItself(argument.type());
    TraceLine out = call.out;
    GuestMemory memory = call.memory;
    switch (argument.type()) {
      case "int" -> integer(call, argument, element, memory.readInt(address));
      case "fd", "sched_param", "uint" ->
          scalar(out, element, memory.readInt(address), argument.type().equals("uint"));
      case "uid", "gid" -> scalar(out, element, memory.readInt(address), true);
      case "uid16", "gid16" -> scalar(out, element, memory.readShort(address) & 0xffff, true);
      case "off" -> offset(call, call.signedWord(memory.readWord(call.abi, address)));
      case "loff" -> offset(call, memory.readLong(address));
      case "ulong" -> scalar(out, false, memory.readWord(call.abi, address), false);
      case "pointer" -> out.raw('[').hex(memory.readWord(call.abi, address)).raw(']');
      case "waitstatus" -> waitStatus(out, memory.readInt(address));
      case "strings" -> strings(call, address);
      case "environment" -> out.pointer(address).remark(words(call, address) + " vars");
      case "fdset" -> descriptors(call, argument, address);
      case "cpuset" -> processors(call, argument, address);
      case "mincore" -> residency(call, argument, address);
      case "dirents", "dirents64" -> entries(call, argument, address);
      case "sockaddr" -> SockaddrPrinter.print(call, argument, address);
      default -> struct(call, argument, address);
    }
  }

  private static void struct(TracedCall call, Argument argument, long address) {
    switch (argument.type()) {
      case "stat", "stat64", "oldstat", "statx", "statfs", "statfs64" ->
          StatPrinter.print(call, argument.type(), address);
      case "timespec",
          "timespec64",
          "timeval",
          "utimens",
          "utimens64",
          "timezone",
          "itimerval",
          "itimerspec",
          "itimerspec64",
          "rusage",
          "rlimit",
          "rlimit64",
          "utimbuf",
          "time" ->
          TimePrinter.print(call, argument.type(), address);
      case "sigaction", "old_sigaction", "sigset", "oldsigset", "stack", "siginfo", "sigevent" ->
          SignalPrinter.print(call, argument, address);
      case "utsname" -> utsname(view(call, NewUtsname.SCHEMA, address), call.out);
      case "sysinfo" -> sysinfo(view(call, Sysinfo.SCHEMA, address), call);
      case "tms" -> tms(view(call, Tms.SCHEMA, address), call.out);
      case "pollfd" -> pollfd(view(call, Pollfd.SCHEMA, address), call.out);
      case "epoll_event" -> epollEvent(view(call, EpollEvent.SCHEMA, address), call.out);
      case "user_desc" -> userDesc(view(call, UserDesc.SCHEMA, address), call.out);
      case "cap_header" -> capHeader(view(call, CapHeader.SCHEMA, address), call.out);
      case "cap_data" -> capData(call, address);
      case "open_how" -> openHow(view(call, OpenHow.SCHEMA, address), call.out);
      case "sigset_argpack" -> sigsetPack(call, address);
      default -> call.out.pointer(address);
    }
  }

  /** A whole struct, copied: EFAULT if any byte of it is missing. */
  static StructView view(TracedCall call, StructSchema schema, long address) {
    return new StructView(schema, call.abi).copyIn(call.memory, address);
  }

  /** An int; {@code [16]}, or {@code [128 => 16]} where the call changed it. */
  private static void integer(TracedCall call, Argument argument, boolean element, int value) {
    boolean changed = argument.direction() == Argument.Direction.INOUT && call.before() != value;
    if (changed) {
      call.out.raw('[').dec(call.before()).raw(" => ").dec(value).raw(']');
    } else {
      scalar(call.out, element, value, false);
    }
  }

  /** A file offset; sendfile shows how it moved. */
  private static void offset(TracedCall call, long value) {
    if (call.ended && call.before() != value && call.row.name().startsWith("sendfile")) {
      call.out.raw('[').dec(call.before()).raw("] => [").dec(value).raw(']');
    } else {
      scalar(call.out, false, value, false);
    }
  }

  private static void scalar(TraceLine out, boolean element, long value, boolean unsigned) {
    long shown = unsigned ? value & 0xffff_ffffL : value;
    if (element) {
      out.dec(shown);
    } else {
      out.raw('[').dec(shown).raw(']');
    }
  }

  /** {@code [{WIFEXITED(s) && WEXITSTATUS(s) == 0}]} (wait(2)). */
  static void waitStatus(TraceLine out, int status) {
    int signal = status & 0x7f;
    int high = status >> 8 & 0xff;
    out.raw("[{");
    if (signal == 0) {
      out.raw("WIFEXITED(s) && WEXITSTATUS(s) == ").dec(high);
    } else if (signal == 0x7f && (status & 0xff) == 0x7f && status != 0xffff) {
      out.raw("WIFSTOPPED(s) && WSTOPSIG(s) == ").raw(SignalNames.name(high));
    } else if (status == 0xffff) {
      out.raw("WIFCONTINUED(s)");
    } else {
      out.raw("WIFSIGNALED(s) && WTERMSIG(s) == ").raw(SignalNames.name(signal));
      if ((status & 0x80) != 0) {
        out.raw(" && WCOREDUMP(s)");
      }
    }
    out.raw("}]");
  }

  private static void strings(TracedCall call, long address) {
    TraceLine out = call.out;
    String separator = "";
    out.raw('[');
    for (int i = 0; ; i++) {
      long string = call.memory.readWord(call.abi, address + (long) i * call.abi.wordSize());
      if (string == 0) {
        break;
      }
      out.raw(separator);
      if (i == GuestText.LIMIT) {
        out.raw("...");
        break;
      }
      GuestText.string(out, call.memory, string, GuestText.LIMIT);
      separator = ", ";
    }
    out.raw(']');
  }

  private static int words(TracedCall call, long address) {
    int count = 0;
    while (call.memory.readWord(call.abi, address + (long) count * call.abi.wordSize()) != 0) {
      count++;
      if (count > 100_000) {
        throw Errno.EFAULT.failure();
      }
    }
    return count;
  }

  private static void descriptors(TracedCall call, Argument argument, long address) {
    long count = Math.min(ArgumentPrinter.count(call, argument), 1024);
    if (count <= 0) {
      throw Errno.EFAULT.failure();
    }
    byte[] bits = new byte[128];
    call.memory.read(address, bits, 0, (int) (count + 7) / 8);
    bitNumbers(call.out, bits, (int) count);
  }

  private static void processors(TracedCall call, Argument argument, long address) {
    long bytes = Math.min(ArgumentPrinter.count(call, argument), 128);
    byte[] bits = new byte[128];
    call.memory.read(address, bits, 0, (int) Math.max(0, bytes));
    bitNumbers(call.out, bits, (int) bytes * 8);
  }

  /** The numbers of set bits, {@code [0 3 4]}. */
  static void bitNumbers(TraceLine out, byte[] bits, int count) {
    String separator = "[";
    for (int i = 0; i < count; i++) {
      if ((bits[i >> 3] & 1 << (i & 7)) != 0) {
        out.raw(separator).dec(i);
        separator = " ";
      }
    }
    out.raw(separator.equals("[") ? "[]" : "]");
  }

  private static void residency(TracedCall call, Argument argument, long address) {
    long pages = (ArgumentPrinter.count(call, argument) + 4095) / 4096;
    TraceLine out = call.out;
    out.raw('[');
    for (long i = 0; i < pages; i++) {
      out.raw(i > 0 ? ", " : "");
      if (i == GuestText.LIMIT) {
        out.raw("...");
        break;
      }
      out.dec(call.memory.readByte(address + i) & 1);
    }
    out.raw(']');
  }

  private static void entries(TracedCall call, Argument argument, long address) {
    // d_reclen stands behind d_ino and d_off (linux/dirent.h), words or 64 bits each.
    int at = argument.type().equals("dirents64") ? 16 : 2 * call.abi.wordSize();
    int count = 0;
    for (long done = 0; done < call.result; count++) {
      int length = call.memory.readShort(address + done + at) & 0xffff;
      if (length == 0) {
        break;
      }
      done += length;
    }
    call.out.pointer(address).remark(count + " entries");
  }

  private static void utsname(StructView v, TraceLine out) {
    out.raw("{sysname=");
    text(out, v, NewUtsname.SYSNAME);
    out.raw(", nodename=");
    text(out, v, NewUtsname.NODENAME);
    out.raw(", ...}");
  }

  private static void text(TraceLine out, StructView v, Field field) {
    byte[] bytes = v.getString(field).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    out.quoted(bytes, Math.min(bytes.length, GuestText.LIMIT));
    if (bytes.length > GuestText.LIMIT) {
      out.raw("...");
    }
  }

  private static void sysinfo(StructView v, TracedCall call) {
    TraceLine out = call.out;
    out.raw("{uptime=").dec(v.get(Sysinfo.UPTIME)).raw(", loads=[");
    out.unsigned(v.get(Sysinfo.LOADS, 0)).raw(", ").unsigned(v.get(Sysinfo.LOADS, 1));
    out.raw(", ").unsigned(v.get(Sysinfo.LOADS, 2)).raw(']');
    for (Field field :
        new Field[] {
          Sysinfo.TOTALRAM,
          Sysinfo.FREERAM,
          Sysinfo.SHAREDRAM,
          Sysinfo.BUFFERRAM,
          Sysinfo.TOTALSWAP,
          Sysinfo.FREESWAP,
          Sysinfo.PROCS,
          Sysinfo.TOTALHIGH,
          Sysinfo.FREEHIGH,
          Sysinfo.MEM_UNIT
        }) {
      out.raw(", ").raw(field.name()).raw('=').unsigned(v.get(field));
    }
    out.raw('}');
  }

  private static void tms(StructView v, TraceLine out) {
    String separator = "{";
    for (Field field : new Field[] {Tms.TMS_UTIME, Tms.TMS_STIME, Tms.TMS_CUTIME, Tms.TMS_CSTIME}) {
      out.raw(separator).raw(field.name()).raw('=').unsigned(v.get(field));
      separator = ", ";
    }
    out.raw('}');
  }

  private static void pollfd(StructView v, TraceLine out) {
    long fd = v.get(Pollfd.FD);
    out.raw("{fd=").dec(fd);
    if (fd >= 0) {
      out.raw(", events=");
      Constants.flags("poll").printFlags(out, v.get(Pollfd.EVENTS) & 0xffff);
    }
    out.raw('}');
  }

  private static void epollEvent(StructView v, TraceLine out) {
    out.raw("{events=");
    Constants.flags("epoll").printFlags(out, v.get(EpollEvent.EVENTS));
    long data = v.get(EpollEvent.DATA);
    out.raw(", data={u32=").unsigned(data & 0xffff_ffffL);
    out.raw(", u64=").unsigned(data).raw("}}");
  }

  private static void userDesc(StructView v, TraceLine out) {
    long bits = v.get(UserDesc.BITS);
    out.raw("{entry_number=").dec((int) v.get(UserDesc.ENTRY_NUMBER));
    out.raw(", base_addr=").hexPadded(v.get(UserDesc.BASE_ADDR), 6);
    out.raw(", limit=").hexPadded(v.get(UserDesc.LIMIT), 6);
    out.raw(", seg_32bit=").dec(bits & 1);
    out.raw(", contents=").dec(bits >> 1 & 3);
    out.raw(", read_exec_only=").dec(bits >> 3 & 1);
    out.raw(", limit_in_pages=").dec(bits >> 4 & 1);
    out.raw(", seg_not_present=").dec(bits >> 5 & 1);
    out.raw(", useable=").dec(bits >> 6 & 1).raw('}');
  }

  private static void capHeader(StructView v, TraceLine out) {
    String version =
        switch ((int) v.get(CapHeader.VERSION)) {
          case 0x19980330 -> "_LINUX_CAPABILITY_VERSION_1";
          case 0x20071026 -> "_LINUX_CAPABILITY_VERSION_2";
          case 0x20080522 -> "_LINUX_CAPABILITY_VERSION_3";
          default -> null;
        };
    out.raw("{version=");
    if (version == null) {
      out.hex(v.get(CapHeader.VERSION)).remark("_LINUX_CAPABILITY_VERSION_???");
    } else {
      out.raw(version);
    }
    out.raw(", pid=").dec(v.get(CapHeader.PID)).raw('}');
  }

  private static void capData(TracedCall call, long address) {
    StructView low = view(call, CapData.SCHEMA, address);
    long header = call.word(call.values[0]);
    boolean wide = CapHeader.VERSION.read(call.memory, call.abi, header) != 0x19980330;
    StructView high =
        wide ? view(call, CapData.SCHEMA, address + CapData.SCHEMA.size(call.abi)) : null;
    String separator = "{";
    for (Field field : new Field[] {CapData.EFFECTIVE, CapData.PERMITTED, CapData.INHERITABLE}) {
      long set = low.get(field) | (high == null ? 0 : high.get(field) << 32);
      call.out.raw(separator).raw(field.name()).raw('=');
      capabilities(call.out, set);
      separator = ", ";
    }
    call.out.raw('}');
  }

  private static void capabilities(TraceLine out, long set) {
    String separator = "";
    long rest = set;
    for (int i = 0; i < 64; i++) {
      String name = Constants.values("cap").name(i);
      if ((set >>> i & 1) != 0 && name != null) {
        out.raw(separator).raw("1<<").raw(name);
        separator = "|";
        rest &= ~(1L << i);
      }
    }
    if (rest != 0 || set == 0) {
      out.raw(separator).hex(rest);
    }
  }

  private static void openHow(StructView v, TraceLine out) {
    out.raw("{flags=");
    ScalarPrinter.openFlags(out, v.get(OpenHow.FLAGS));
    if ((v.get(OpenHow.FLAGS) & 0x40) != 0 || v.get(OpenHow.MODE) != 0) {
      out.raw(", mode=").mode(v.get(OpenHow.MODE));
    }
    out.raw(", resolve=").hex(v.get(OpenHow.RESOLVE)).raw('}');
  }

  private static void sigsetPack(TracedCall call, long address) {
    StructView v = view(call, SigsetArg.SCHEMA, address);
    call.out.raw("{sigmask=");
    long mask = v.get(SigsetArg.P);
    if (mask == 0) {
      call.out.raw("NULL");
    } else {
      SignalNames.printSet(call.out, call.memory.readLong(mask), 64);
    }
    call.out.raw(", sigsetsize=").unsigned(v.get(SigsetArg.SIZE)).raw('}');
  }

  /** The size of a word in bytes times two: struct timeval and timespec of the ABI. */
  static int pairSize(Abi abi) {
    return 2 * abi.wordSize();
  }
}

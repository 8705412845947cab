package tollgate.trace;

import tollgate.table.Argument;

/** Prints arguments that are values themselves, by the type word of the row. */
final class ScalarPrinter {
  private static final int AT_FDCWD = -100;
  private static final int PAGE_SHIFT = 12;

  private ScalarPrinter() {}

  /** Prints one argument. */
  static void print(TracedCall call, Argument argument, long value) {
    TraceLine out = call.out;
    switch (argument.type()) {
      case "fd", "int", "pid", "id" -> out.dec((int) value);
      case "dirfd" -> directory(out, (int) value);
      case "uint" -> out.unsigned(value & 0xffff_ffffL);
      case "uid", "gid" -> identity(out, (int) value);
      case "uid16", "gid16" -> identity16(out, (int) value & 0xffff);
      case "off" -> offset(out, argument, call.signedWord(value), call.word(value));
      case "loff" -> offset(out, argument, value, value);
      case "long", "ssize" -> out.dec(call.signedWord(value));
      case "loffpair" -> out.dec(value);
      case "hex32" -> out.hex(value & 0xffff_ffffL);
      case "size", "ulong" -> out.unsigned(call.word(value));
      case "u64" -> out.unsigned(value);
      case "hex", "ulhex", "any" -> out.hex(call.word(value));
      case "u64hex" -> out.hex(value);
      case "ipckey" -> {
        if ((int) value == 0) {
          out.raw("IPC_PRIVATE");
        } else {
          out.hex(value & 0xffff_ffffL);
        }
      }
      case "pgoff" -> out.hex(call.word(value) << PAGE_SHIFT);
      case "ptr" -> out.pointer(call.word(value));
      case "mode" -> out.mode(value);
      case "fmode" -> fileMode(out, value & 0xffff);
      case "mkdev" -> out.device(value & 0xffff_ffffL);
      case "sig" -> out.raw(SignalNames.name((int) value));
      case "clock" -> Constants.values("clock").printValue(out, value & 0xffff_ffffL);
      case "oldsigmask" -> SignalNames.printSet(out, value, 32);
      case "sighandler" -> handler(out, call.word(value));
      case "flags" -> flags(call, argument.group(), value);
      case "enum" -> enumeration(call, argument.group(), value);
      default -> out.hex(call.word(value));
    }
  }

  /** A position in a file; lengths are shown unsigned. */
  private static void offset(TraceLine out, Argument argument, long signed, long unsigned) {
    if (argument.group().equals("unsigned")) {
      out.unsigned(unsigned);
    } else {
      out.dec(signed);
    }
  }

  /** A directory descriptor, AT_FDCWD by name. */
  static void directory(TraceLine out, int fd) {
    if (fd == AT_FDCWD) {
      out.raw("AT_FDCWD");
    } else {
      out.dec(fd);
    }
  }

  /** A user or group: all ones mean "leave it". */
  static void identity(TraceLine out, int id) {
    out.dec(id == -1 ? -1 : id & 0xffff_ffffL);
  }

  /** A 16-bit user or group. */
  static void identity16(TraceLine out, int id) {
    out.dec(id == 0xffff ? -1 : id);
  }

  /** A signal handler: an address, SIG_DFL, SIG_IGN or SIG_ERR. */
  static void handler(TraceLine out, long handler) {
    if (handler == 0) {
      out.raw("SIG_DFL");
    } else if (handler == 1) {
      out.raw("SIG_IGN");
    } else {
      out.hex(handler);
    }
  }

  /** File type and permissions as {@code S_IFREG|0644}. */
  static void fileMode(TraceLine out, long mode) {
    String type =
        switch ((int) mode & 0170000) {
          case 0100000 -> "S_IFREG";
          case 0140000 -> "S_IFSOCK";
          case 0010000 -> "S_IFIFO";
          case 0120000 -> "S_IFLNK";
          case 0040000 -> "S_IFDIR";
          case 0060000 -> "S_IFBLK";
          case 0020000 -> "S_IFCHR";
          default -> null;
        };
    if (type == null) {
      out.mode(mode);
      return;
    }
    out.raw(type);
    if ((mode & 04000) != 0) {
      out.raw("|S_ISUID");
    }
    if ((mode & 02000) != 0) {
      out.raw("|S_ISGID");
    }
    if ((mode & 01000) != 0) {
      out.raw("|S_ISVTX");
    }
    out.raw('|').mode(mode & 0777);
  }

  /** open(2)'s flags: the access mode first. */
  static void openFlags(TraceLine out, long flags) {
    String access =
        switch ((int) flags & 3) {
          case 0 -> "O_RDONLY";
          case 1 -> "O_WRONLY";
          case 2 -> "O_RDWR";
          default -> "O_ACCMODE";
        };
    out.raw(access);
    Constants.flags("open").printMoreFlags(out, flags & 0xffff_fffcL, "|");
  }

  private static void flags(TracedCall call, String group, long value) {
    TraceLine out = call.out;
    long bits = value & 0xffff_ffffL;
    switch (group) {
      case "open" -> {
        if (call.row.name().equals("dup3") || call.row.name().equals("pipe2")) {
          Constants.flags("open").printFlags(out, bits);
        } else {
          openFlags(out, bits);
        }
      }
      case "mmap" -> mapFlags(out, bits);
      case "statx_at" -> {
        Constants.flags("statx_sync").printFlags(out, bits & 0x6000);
        Constants.flags("at").printMoreFlags(out, bits & ~0x6000L, "|");
      }
      case "socktype" -> {
        String type = Constants.values("sock_type").name(bits & 0xf);
        if (type == null) {
          Constants.flags("socktype").printFlags(out, bits);
        } else {
          out.raw(type);
          Constants.flags("socktype").printMoreFlags(out, bits & ~0xfL, "|");
        }
      }
      case "prot", "mount", "mremap", "pkey", "unshare", "mempolicy", "perf", "kexec_file" ->
          Constants.flags(group).printFlags(out, call.word(value));
      case "ipc", "shmget" -> ipc(out, group, bits);
      case "swap" -> swap(out, bits);
      case "memfd" -> shifted(out, group, bits, "MFD_HUGE_SHIFT");
      default -> Constants.flags(group).printFlags(out, bits);
    }
  }

  private static void mapFlags(TraceLine out, long bits) {
    Constants.values("mmap_type").printValue(out, bits & 0xf);
    Constants.flags("mmap").printMoreFlags(out, bits & 0x03ff_fff0L, "|");
    if (bits >>> 26 != 0) {
      out.raw('|').dec(bits >>> 26).raw("<<MAP_HUGE_SHIFT");
    }
  }

  /** Flags of a System V object above its permission bits. */
  private static void ipc(TraceLine out, String group, long bits) {
    int start = out.length();
    boolean memory = group.equals("shmget");
    Constants.flags(group).printMoreFlags(out, bits & (memory ? 0x03ff_fe00L : 0xffff_fe00L), "");
    if (memory && bits >>> 26 != 0) {
      out.raw(out.length() == start ? "" : "|").dec(bits >>> 26).raw("<<SHM_HUGE_SHIFT");
    }
    out.raw(out.length() == start ? "" : "|").mode(bits & 0777);
  }

  private static void swap(TraceLine out, long bits) {
    int start = out.length();
    Constants.flags("swap").printMoreFlags(out, bits & ~0x7fffL, "");
    out.raw(out.length() == start ? "" : "|").dec(bits & 0x7fff);
  }

  private static void shifted(TraceLine out, String group, long bits, String shift) {
    if (bits >>> 26 == 0) {
      Constants.flags(group).printFlags(out, bits);
    } else {
      int start = out.length();
      Constants.flags(group).printMoreFlags(out, bits & 0x03ff_ffffL, "");
      out.raw(out.length() == start ? "" : "|").dec(bits >>> 26).raw("<<").raw(shift);
    }
  }

  private static void enumeration(TracedCall call, String group, long value) {
    TraceLine out = call.out;
    switch (group) {
      case "futex" -> futex(out, (int) value);
      case "ioctl" -> IoctlPrinter.printRequest(out, value & 0xffff_ffffL);
      case "protocol" -> protocol(call, value);
      case "syslog" -> out.dec((int) value).remark(nameOrUnknown(group, value));
      default -> Constants.values(group).printValue(out, value & 0xffff_ffffL);
    }
  }

  private static String nameOrUnknown(String group, long value) {
    String name = Constants.values(group).name(value & 0xffff_ffffL);
    return name != null ? name : "SYSLOG_ACTION_???";
  }

  private static void protocol(TracedCall call, long value) {
    int domain = (int) call.value("domain");
    boolean internet = domain == 2 || domain == 10;
    String name =
        switch ((int) value) {
          case 0 -> "IPPROTO_IP";
          case 1 -> "IPPROTO_ICMP";
          case 6 -> "IPPROTO_TCP";
          case 17 -> "IPPROTO_UDP";
          case 58 -> "IPPROTO_ICMPV6";
          case 255 -> "IPPROTO_RAW";
          default -> null;
        };
    if (internet && name != null) {
      call.out.raw(name);
    } else {
      call.out.unsigned(call.word(value));
    }
  }

  private static void futex(TraceLine out, int operation) {
    int command = operation & ~0x180;
    String name = Constants.values("futex").name(command & 0xffff_ffffL);
    if (name == null) {
      out.hex(operation & 0xffff_ffffL).remark("FUTEX_???");
      return;
    }
    out.raw(name);
    if ((operation & 0x80) != 0) {
      out.raw("_PRIVATE");
    }
    if ((operation & 0x100) != 0) {
      out.raw("|FUTEX_CLOCK_REALTIME");
    }
  }
}

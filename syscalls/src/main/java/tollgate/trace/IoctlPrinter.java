package tollgate.trace;

import tollgate.abi.ErrnoException;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Termios;
import tollgate.abi.uapi.Winsize;

/** Prints ioctl requests by name or by their parts, and the arguments of a terminal's. */
final class IoctlPrinter {
  private static final int CBAUD = 0010017;
  private static final int CSIZE = 0000060;
  private static final String[] SIZES = {"CS5", "CS6", "CS7", "CS8"};

  private IoctlPrinter() {}

  /** Prints a request, as {@code TIOCGWINSZ} or {@code _IOC(_IOC_WRITE, 0x62, 0x1, 0x30)}. */
  static void printRequest(TraceLine out, long request) {
    String name = Constants.values("ioctl").name(request);
    if (name != null) {
      out.raw(sharedName(name));
      return;
    }
    String direction =
        switch ((int) (request >>> 30)) {
          case 1 -> "_IOC_WRITE";
          case 2 -> "_IOC_READ";
          case 3 -> "_IOC_READ|_IOC_WRITE";
          default -> "_IOC_NONE";
        };
    out.raw("_IOC(").raw(direction).raw(", ").hex(request >> 8 & 0xff);
    out.raw(", ").hex(request & 0xff).raw(", ").hex(request >> 16 & 0x3fff).raw(')');
  }

  /** Two requests of the sound system have the numbers of a terminal's. */
  private static String sharedName(String name) {
    return switch (name) {
      case "TCSETS" -> "SNDCTL_TMR_START or TCSETS";
      case "TCSETSW" -> "SNDCTL_TMR_STOP or TCSETSW";
      case "TCSETSF" -> "SNDCTL_TMR_CONTINUE or TCSETSF";
      default -> name;
    };
  }

  /** Prints the third argument of a request. */
  static void printArgument(TracedCall call, long argument) {
    TraceLine out = call.out;
    String name = Constants.values("ioctl").name(call.values[1] & 0xffff_ffffL);
    long address = call.word(argument);
    int mark = out.length();
    try {
      switch (name == null ? "" : name) {
        case "TCGETS", "TCGETS2" -> output(call, address, true);
        case "TCSETS", "TCSETSW", "TCSETSF", "TCSETS2", "TCSETSW2", "TCSETSF2" ->
            termios(call, address);
        case "TIOCGWINSZ" -> output(call, address, false);
        case "TIOCSWINSZ" -> winsize(call, address);
        case "TIOCGPGRP",
            "TIOCGSID",
            "TIOCOUTQ",
            "FIONREAD",
            "TIOCGETD",
            "TIOCGPTN",
            "TIOCMGET",
            "TIOCGPTLCK",
            "TIOCGEXCL",
            "TIOCGPKT",
            "TIOCGDEV",
            "FIGETBSZ" -> {
          if (call.failed()) {
            out.pointer(address);
          } else {
            out.raw('[').dec(call.memory.readInt(address)).raw(']');
          }
        }
        case "TIOCSPGRP",
            "FIONBIO",
            "FIOASYNC",
            "TIOCSPTLCK",
            "TIOCSETD",
            "TIOCPKT",
            "TIOCMBIS",
            "TIOCMBIC",
            "TIOCMSET" ->
            out.raw('[').dec(call.memory.readInt(address)).raw(']');
        case "TCSBRK", "TCSBRKP", "TIOCSCTTY" -> out.dec((int) argument);
        case "TCFLSH" -> Constants.values("tcflush").printValue(out, address);
        case "TCXONC" -> Constants.values("tcxonc").printValue(out, address);
        default -> out.raw(address == 0 ? "0" : "0x" + Long.toHexString(address));
      }
    } catch (ErrnoException unreadable) {
      out.truncate(mark);
      out.pointer(address);
    }
  }

  /** True for requests without an argument. */
  static boolean isBare(long request) {
    String name = Constants.values("ioctl").name(request);
    return switch (name == null ? "" : name) {
      case "TIOCEXCL",
          "TIOCNXCL",
          "TIOCNOTTY",
          "FIOCLEX",
          "FIONCLEX",
          "TIOCSBRK",
          "TIOCCBRK",
          "TIOCVHANGUP",
          "TIOCCONS" ->
          true;
      default -> false;
    };
  }

  private static void output(TracedCall call, long address, boolean terminal) {
    if (call.failed()) {
      call.out.pointer(address);
    } else if (terminal) {
      termios(call, address);
    } else {
      winsize(call, address);
    }
  }

  private static void winsize(TracedCall call, long address) {
    StructView v = StructPrinter.view(call, Winsize.SCHEMA, address);
    call.out.raw("{ws_row=").dec(v.get(Winsize.WS_ROW));
    call.out.raw(", ws_col=").dec(v.get(Winsize.WS_COL));
    call.out.raw(", ws_xpixel=").dec(v.get(Winsize.WS_XPIXEL));
    call.out.raw(", ws_ypixel=").dec(v.get(Winsize.WS_YPIXEL)).raw('}');
  }

  private static void termios(TracedCall call, long address) {
    StructView v = StructPrinter.view(call, Termios.SCHEMA, address);
    TraceLine out = call.out;
    out.raw("{c_iflag=");
    Constants.flags("termios_i").printFlags(out, v.get(Termios.C_IFLAG));
    out.raw(", c_oflag=");
    delays(out, v.get(Termios.C_OFLAG));
    out.raw(", c_cflag=");
    control(out, v.get(Termios.C_CFLAG));
    out.raw(", c_lflag=");
    Constants.flags("termios_l").printFlags(out, v.get(Termios.C_LFLAG));
    out.raw(", ...}");
  }

  private static void delays(TraceLine out, long flags) {
    long tab = flags >> 11 & 3;
    out.raw("NL").dec(flags >> 8 & 1).raw("|CR").dec(flags >> 9 & 3);
    out.raw(tab == 3 ? "|XTABS" : "|TAB" + tab).raw("|BS").dec(flags >> 13 & 1);
    out.raw("|VT").dec(flags >> 14 & 1).raw("|FF").dec(flags >> 15 & 1);
    Constants.flags("termios_o").printMoreFlags(out, flags & ~0xff00L, "|");
  }

  private static void control(TraceLine out, long flags) {
    Constants.values("termios_speed").printValue(out, flags & CBAUD);
    out.raw('|').raw(SIZES[(int) (flags & CSIZE) >> 4]);
    Constants.flags("termios_c").printMoreFlags(out, flags & ~(CBAUD | CSIZE), "|");
  }
}

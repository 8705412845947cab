package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.IoctlRequest;
import tollgate.abi.IoctlRequest.Direction;

/** The requests of ioctl_tty(2) with what their arguments point to (asm-generic/ioctls.h). */
public final class TtyRequests {
  public static final IoctlRequest TCGETS = out("TCGETS", Tty.TCGETS, Termios.SCHEMA.type());
  public static final IoctlRequest TCSETS = in("TCSETS", Tty.TCSETS, Termios.SCHEMA.type());
  public static final IoctlRequest TCSETSW = in("TCSETSW", Tty.TCSETSW, Termios.SCHEMA.type());
  public static final IoctlRequest TCSETSF = in("TCSETSF", Tty.TCSETSF, Termios.SCHEMA.type());
  public static final IoctlRequest TCGETA = out("TCGETA", Tty.TCGETA, Termio.SCHEMA.type());
  public static final IoctlRequest TCSETA = in("TCSETA", Tty.TCSETA, Termio.SCHEMA.type());
  public static final IoctlRequest TCSETAW = in("TCSETAW", Tty.TCSETAW, Termio.SCHEMA.type());
  public static final IoctlRequest TCSETAF = in("TCSETAF", Tty.TCSETAF, Termio.SCHEMA.type());
  public static final IoctlRequest TCGETS2 =
      IoctlRequest.ior("TCGETS2", 'T', 0x2a, Termios2.SCHEMA.type());
  public static final IoctlRequest TCSETS2 =
      IoctlRequest.iow("TCSETS2", 'T', 0x2b, Termios2.SCHEMA.type());
  public static final IoctlRequest TCSETSW2 =
      IoctlRequest.iow("TCSETSW2", 'T', 0x2c, Termios2.SCHEMA.type());
  public static final IoctlRequest TCSETSF2 =
      IoctlRequest.iow("TCSETSF2", 'T', 0x2d, Termios2.SCHEMA.type());
  public static final IoctlRequest TCSBRK = value("TCSBRK", Tty.TCSBRK);
  public static final IoctlRequest TCSBRKP = value("TCSBRKP", Tty.TCSBRKP);
  public static final IoctlRequest TCXONC = value("TCXONC", Tty.TCXONC);
  public static final IoctlRequest TCFLSH = value("TCFLSH", Tty.TCFLSH);
  public static final IoctlRequest TIOCEXCL = value("TIOCEXCL", Tty.TIOCEXCL);
  public static final IoctlRequest TIOCNXCL = value("TIOCNXCL", Tty.TIOCNXCL);
  public static final IoctlRequest TIOCGEXCL = IoctlRequest.ior("TIOCGEXCL", 'T', 0x40, CType.INT);
  public static final IoctlRequest TIOCSCTTY = value("TIOCSCTTY", Tty.TIOCSCTTY);
  public static final IoctlRequest TIOCNOTTY = value("TIOCNOTTY", Tty.TIOCNOTTY);
  public static final IoctlRequest TIOCGPGRP = out("TIOCGPGRP", Tty.TIOCGPGRP, CType.INT);
  public static final IoctlRequest TIOCSPGRP = in("TIOCSPGRP", Tty.TIOCSPGRP, CType.INT);
  public static final IoctlRequest TIOCGSID = out("TIOCGSID", Tty.TIOCGSID, CType.INT);
  public static final IoctlRequest TIOCOUTQ = out("TIOCOUTQ", Tty.TIOCOUTQ, CType.INT);
  public static final IoctlRequest TIOCSTI = in("TIOCSTI", Tty.TIOCSTI, CType.CHAR);
  public static final IoctlRequest TIOCGWINSZ =
      out("TIOCGWINSZ", Tty.TIOCGWINSZ, Winsize.SCHEMA.type());
  public static final IoctlRequest TIOCSWINSZ =
      in("TIOCSWINSZ", Tty.TIOCSWINSZ, Winsize.SCHEMA.type());
  public static final IoctlRequest TIOCMGET = out("TIOCMGET", Tty.TIOCMGET, CType.INT);
  public static final IoctlRequest TIOCMBIS = in("TIOCMBIS", Tty.TIOCMBIS, CType.INT);
  public static final IoctlRequest TIOCMBIC = in("TIOCMBIC", Tty.TIOCMBIC, CType.INT);
  public static final IoctlRequest TIOCMSET = in("TIOCMSET", Tty.TIOCMSET, CType.INT);
  public static final IoctlRequest TIOCGSOFTCAR = out("TIOCGSOFTCAR", Tty.TIOCGSOFTCAR, CType.INT);
  public static final IoctlRequest TIOCSSOFTCAR = in("TIOCSSOFTCAR", Tty.TIOCSSOFTCAR, CType.INT);

  /** Also TIOCINQ. */
  public static final IoctlRequest FIONREAD = out("FIONREAD", Tty.FIONREAD, CType.INT);

  public static final IoctlRequest TIOCLINUX = in("TIOCLINUX", Tty.TIOCLINUX, CType.CHAR);
  public static final IoctlRequest TIOCCONS = value("TIOCCONS", Tty.TIOCCONS);
  public static final IoctlRequest TIOCPKT = in("TIOCPKT", Tty.TIOCPKT, CType.INT);
  public static final IoctlRequest TIOCSETD = in("TIOCSETD", Tty.TIOCSETD, CType.INT);
  public static final IoctlRequest TIOCGETD = out("TIOCGETD", Tty.TIOCGETD, CType.INT);
  public static final IoctlRequest TIOCSBRK = value("TIOCSBRK", Tty.TIOCSBRK);
  public static final IoctlRequest TIOCCBRK = value("TIOCCBRK", Tty.TIOCCBRK);
  public static final IoctlRequest TIOCGPTN = IoctlRequest.ior("TIOCGPTN", 'T', 0x30, CType.U32);
  public static final IoctlRequest TIOCSPTLCK =
      IoctlRequest.iow("TIOCSPTLCK", 'T', 0x31, CType.INT);
  public static final IoctlRequest TIOCGDEV = IoctlRequest.ior("TIOCGDEV", 'T', 0x32, CType.U32);
  public static final IoctlRequest TIOCSIG = IoctlRequest.iow("TIOCSIG", 'T', 0x36, CType.INT);
  public static final IoctlRequest TIOCVHANGUP = value("TIOCVHANGUP", Tty.TIOCVHANGUP);
  public static final IoctlRequest TIOCGPKT = IoctlRequest.ior("TIOCGPKT", 'T', 0x38, CType.INT);
  public static final IoctlRequest TIOCGPTLCK =
      IoctlRequest.ior("TIOCGPTLCK", 'T', 0x39, CType.INT);
  public static final IoctlRequest TIOCGPTPEER = IoctlRequest.io("TIOCGPTPEER", 'T', 0x41);
  public static final IoctlRequest TIOCGLCKTRMIOS =
      out("TIOCGLCKTRMIOS", Tty.TIOCGLCKTRMIOS, Termios.SCHEMA.type());
  public static final IoctlRequest TIOCSLCKTRMIOS =
      in("TIOCSLCKTRMIOS", Tty.TIOCSLCKTRMIOS, Termios.SCHEMA.type());

  private TtyRequests() {}

  private static IoctlRequest out(String name, int number, CType argument) {
    return IoctlRequest.fixed(name, number, Direction.READ, argument);
  }

  private static IoctlRequest in(String name, int number, CType argument) {
    return IoctlRequest.fixed(name, number, Direction.WRITE, argument);
  }

  private static IoctlRequest value(String name, int number) {
    return IoctlRequest.fixed(name, number, Direction.NONE, CType.ABSENT);
  }
}

package tollgate.device.tty;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.StructSchema;
import tollgate.abi.StructView;
import tollgate.abi.uapi.TermBits;
import tollgate.abi.uapi.Termio;
import tollgate.abi.uapi.Termios;
import tollgate.abi.uapi.Termios2;
import tollgate.abi.uapi.TtyRequests;
import tollgate.abi.uapi.Winsize;
import tollgate.device.IoctlTable;
import tollgate.device.IoctlTable.Handler;

/**
 * ioctl_tty(2) for both ABIs over a {@link Terminal}, as a pseudo-terminal's slave side answers
 * (drivers/tty/tty_io.c, tty_ioctl.c, pty.c): requests of serial lines and of the master fail with
 * ENOTTY. What could act on the host beyond its text is refused: faked input, console redirection,
 * hangup. Safe for all threads; one request at a time.
 */
public final class TtyControl {
  private static final int N_TTY = 0;

  /** The rows of all ttys. */
  public static final IoctlTable<TtyControl> IOCTLS =
      IoctlTable.<TtyControl>builder()
          .row(TtyRequests.TCGETS, get(Termios.SCHEMA))
          .row(TtyRequests.TCSETS, set(Termios.SCHEMA, TermBits.TCSANOW))
          .row(TtyRequests.TCSETSW, set(Termios.SCHEMA, TermBits.TCSADRAIN))
          .row(TtyRequests.TCSETSF, set(Termios.SCHEMA, TermBits.TCSAFLUSH))
          .row(TtyRequests.TCGETA, get(Termio.SCHEMA))
          .row(TtyRequests.TCSETA, set(Termio.SCHEMA, TermBits.TCSANOW))
          .row(TtyRequests.TCSETAW, set(Termio.SCHEMA, TermBits.TCSADRAIN))
          .row(TtyRequests.TCSETAF, set(Termio.SCHEMA, TermBits.TCSAFLUSH))
          .row(TtyRequests.TCGETS2, get(Termios2.SCHEMA))
          .row(TtyRequests.TCSETS2, set(Termios2.SCHEMA, TermBits.TCSANOW))
          .row(TtyRequests.TCSETSW2, set(Termios2.SCHEMA, TermBits.TCSADRAIN))
          .row(TtyRequests.TCSETSF2, set(Termios2.SCHEMA, TermBits.TCSAFLUSH))
          .row(TtyRequests.TCSBRK, (tty, memory, abi, arg) -> tty.drain((int) arg == 0 ? 3 : 0))
          .row(TtyRequests.TCSBRKP, (tty, memory, abi, arg) -> tty.drain(breakTime((int) arg)))
          .row(TtyRequests.TCXONC, (tty, memory, abi, arg) -> tty.flow((int) arg))
          .row(TtyRequests.TCFLSH, (tty, memory, abi, arg) -> tty.flush((int) arg))
          .row(TtyRequests.TIOCGWINSZ, TtyControl::windowSize)
          .row(TtyRequests.TIOCSWINSZ, TtyControl::setWindowSize)
          .row(TtyRequests.TIOCGPGRP, number(tty -> tty.terminal.foregroundGroup()))
          .row(TtyRequests.TIOCSPGRP, TtyControl::setForegroundGroup)
          .row(TtyRequests.TIOCGSID, number(tty -> tty.terminal.session()))
          .row(TtyRequests.TIOCSCTTY, (tty, memory, abi, arg) -> tty.makeControlling((int) arg))
          .row(TtyRequests.TIOCNOTTY, (tty, memory, abi, arg) -> tty.giveUp())
          .row(TtyRequests.FIONREAD, number(tty -> tty.terminal.inputQueued()))
          .row(TtyRequests.TIOCOUTQ, number(tty -> tty.terminal.outputQueued()))
          .row(TtyRequests.TIOCEXCL, (tty, memory, abi, arg) -> tty.setExclusive(true))
          .row(TtyRequests.TIOCNXCL, (tty, memory, abi, arg) -> tty.setExclusive(false))
          .row(TtyRequests.TIOCGEXCL, number(tty -> tty.exclusive ? 1 : 0))
          .row(TtyRequests.TIOCGETD, number(tty -> N_TTY))
          .row(TtyRequests.TIOCSETD, TtyControl::setDiscipline)
          .row(TtyRequests.TIOCGSOFTCAR, number(TtyControl::softCarrier))
          .row(TtyRequests.TIOCSSOFTCAR, TtyControl::setSoftCarrier)
          .row(TtyRequests.TIOCGDEV, number(tty -> tty.terminal.deviceNumber()))
          .row(TtyRequests.TIOCGLCKTRMIOS, TtyControl::locked)
          .row(TtyRequests.TIOCSLCKTRMIOS, refuse(Errno.EPERM))
          .row(TtyRequests.TIOCGPTPEER, refuse(Errno.EIO))
          .row(TtyRequests.TIOCSTI, refuse(Errno.EIO))
          .row(TtyRequests.TIOCCONS, refuse(Errno.EPERM))
          .row(TtyRequests.TIOCVHANGUP, refuse(Errno.EPERM))
          .row(TtyRequests.TIOCSBRK, (tty, memory, abi, arg) -> 0)
          .row(TtyRequests.TIOCCBRK, (tty, memory, abi, arg) -> 0)
          .build();

  private final Terminal terminal;
  private final TermiosCodec codec = new TermiosCodec();
  private final StructView settings = new StructView();
  private volatile boolean exclusive;

  /** The control side of one terminal. */
  public TtyControl(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Serves a request; ENOTTY for those that a pseudo-terminal does not know. */
  public long ioctl(GuestMemory memory, Abi abi, int request, long argument) {
    return IOCTLS.call(this, memory, abi, request, argument);
  }

  /** TIOCEXCL was set: another open(2) fails with EBUSY. */
  public boolean exclusive() {
    return exclusive;
  }

  private interface Answer {
    int of(TtyControl tty);
  }

  private static Handler<TtyControl> number(Answer answer) {
    return (tty, memory, abi, at) -> {
      memory.writeInt(at, answer.of(tty));
      return 0;
    };
  }

  private static Handler<TtyControl> refuse(Errno errno) {
    return (tty, memory, abi, at) -> {
      throw errno.failure();
    };
  }

  private static Handler<TtyControl> get(StructSchema form) {
    return (tty, memory, abi, at) -> {
      synchronized (tty.settings) {
        tty.terminal.attributes(tty.settings.reset(Termios2.SCHEMA, Abi.X86_64));
        tty.codec.copyOut(tty.settings, form, memory, abi, at);
      }
      return 0;
    };
  }

  private static Handler<TtyControl> set(StructSchema form, int when) {
    return (tty, memory, abi, at) -> {
      synchronized (tty.settings) {
        tty.terminal.attributes(tty.settings.reset(Termios2.SCHEMA, Abi.X86_64));
        tty.codec.copyIn(tty.settings, form, memory, abi, at);
        tty.terminal.setAttributes(tty.settings, when);
      }
      return 0;
    };
  }

  /** Deciseconds of a TCSBRKP, a quarter second for 0; the kernel rounds to 300 ms for us. */
  private static int breakTime(int argument) {
    return argument == 0 ? 3 : Math.max(0, argument);
  }

  private long drain(int deciseconds) {
    terminal.drain(deciseconds);
    return 0;
  }

  private long flow(int action) {
    if (action < TermBits.TCOOFF || action > TermBits.TCION) {
      throw Errno.EINVAL.failure();
    }
    terminal.flow(action);
    return 0;
  }

  private long flush(int queue) {
    if (queue < TermBits.TCIFLUSH || queue > TermBits.TCIOFLUSH) {
      throw Errno.EINVAL.failure();
    }
    terminal.flush(queue);
    return 0;
  }

  private long windowSize(GuestMemory memory, Abi abi, long at) {
    synchronized (settings) {
      terminal.windowSize(settings.reset(Winsize.SCHEMA, abi));
      settings.copyOut(memory, at);
    }
    return 0;
  }

  private long setWindowSize(GuestMemory memory, Abi abi, long at) {
    synchronized (settings) {
      terminal.setWindowSize(settings.reset(Winsize.SCHEMA, abi).copyIn(memory, at));
    }
    return 0;
  }

  private long setForegroundGroup(GuestMemory memory, Abi abi, long at) {
    int group = memory.readInt(at);
    if (group < 0) {
      throw Errno.EINVAL.failure();
    }
    terminal.setForegroundGroup(group);
    return 0;
  }

  private long makeControlling(int steal) {
    terminal.makeControlling(steal);
    return 0;
  }

  private long giveUp() {
    terminal.giveUp();
    return 0;
  }

  private long setExclusive(boolean on) {
    exclusive = on;
    return 0;
  }

  private long setDiscipline(GuestMemory memory, Abi abi, long at) {
    if (memory.readInt(at) != N_TTY) {
      throw Errno.EINVAL.failure();
    }
    return 0;
  }

  private int softCarrier() {
    synchronized (settings) {
      terminal.attributes(settings.reset(Termios2.SCHEMA, Abi.X86_64));
      return (settings.get(Termios2.C_CFLAG) & TermBits.CLOCAL) != 0 ? 1 : 0;
    }
  }

  private long setSoftCarrier(GuestMemory memory, Abi abi, long at) {
    boolean on = memory.readInt(at) != 0;
    synchronized (settings) {
      terminal.attributes(settings.reset(Termios2.SCHEMA, Abi.X86_64));
      long flags = settings.get(Termios2.C_CFLAG) & ~(long) TermBits.CLOCAL;
      settings.set(Termios2.C_CFLAG, flags | (on ? TermBits.CLOCAL : 0));
      terminal.setAttributes(settings, TermBits.TCSANOW);
    }
    return 0;
  }

  /** No setting is locked. */
  private long locked(GuestMemory memory, Abi abi, long at) {
    synchronized (settings) {
      settings.reset(Termios.SCHEMA, abi).copyOut(memory, at);
    }
    return 0;
  }
}

package tollgate.fs.dev;

import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.platform.HostTerminal;

/**
 * The ioctls that pass through to the host's terminal (ioctl_tty(2)). The structures have one
 * layout on both ABIs. Whatever could act on the host beyond showing and reading text is not passed
 * on: no faked input (TIOCSTI), no console redirection, no line disciplines.
 */
final class TerminalControl {
  private static final int TCGETS = 0x5401;
  private static final int TCSETS = 0x5402;
  private static final int TCSETSW = 0x5403;
  private static final int TCSETSF = 0x5404;
  private static final int TCGETA = 0x5405;
  private static final int TCSETA = 0x5406;
  private static final int TCSETAW = 0x5407;
  private static final int TCSETAF = 0x5408;
  private static final int TCSBRK = 0x5409;
  private static final int TCXONC = 0x540a;
  private static final int TCFLSH = 0x540b;
  private static final int TIOCSCTTY = 0x540e;
  private static final int TIOCGPGRP = 0x540f;
  private static final int TIOCSPGRP = 0x5410;
  private static final int TIOCOUTQ = 0x5411;
  private static final int TIOCSTI = 0x5412;
  private static final int TIOCGWINSZ = 0x5413;
  private static final int TIOCSWINSZ = 0x5414;
  private static final int FIONREAD = 0x541b;
  private static final int TIOCGETD = 0x5424;
  private static final int TCSBRKP = 0x5425;
  private static final int TIOCGSID = 0x5429;
  private static final int TCGETS2 = 0x802c542a;
  private static final int TCSETS2 = 0x402c542b;
  private static final int TCSETSW2 = 0x402c542c;
  private static final int TCSETSF2 = 0x402c542d;
  private static final int TERMIOS = 36;
  private static final int TERMIO = 18;
  private static final int TERMIOS2 = 44;
  private static final int WINSIZE = 8;

  private final HostTerminal terminal;
  private final JobControl jobs;

  TerminalControl(HostTerminal terminal, JobControl jobs) {
    this.terminal = terminal;
    this.jobs = jobs;
  }

  /** Serves a request; ENOTTY for what is not passed on or the stream is not a terminal. */
  long control(int stream, GuestMemory memory, int request, long argument) {
    return switch (request) {
      case TCGETS -> read(stream, memory, request, argument, TERMIOS);
      case TCGETA -> read(stream, memory, request, argument, TERMIO);
      case TCGETS2 -> read(stream, memory, request, argument, TERMIOS2);
      case TIOCGWINSZ -> read(stream, memory, request, argument, WINSIZE);
      case FIONREAD, TIOCOUTQ, TIOCGETD -> read(stream, memory, request, argument, Integer.BYTES);
      case TCSETS, TCSETSW, TCSETSF -> write(stream, memory, request, argument, TERMIOS);
      case TCSETA, TCSETAW, TCSETAF -> write(stream, memory, request, argument, TERMIO);
      case TCSETS2, TCSETSW2, TCSETSF2 -> write(stream, memory, request, argument, TERMIOS2);
      case TIOCSWINSZ -> write(stream, memory, request, argument, WINSIZE);
      case TCSBRK, TCSBRKP, TCXONC, TCFLSH ->
          Errno.check(terminal.control(stream, request, (long) (int) argument));
      case TIOCGPGRP, TIOCGSID, TIOCSPGRP, TIOCSCTTY, TIOCSTI ->
          ofTerminal(stream, memory, request, argument);
      default -> throw Errno.ENOTTY.failure();
    };
  }

  private long ofTerminal(int stream, GuestMemory memory, int request, long argument) {
    if (!terminal.isTerminal(stream)) {
      throw Errno.ENOTTY.failure();
    }
    switch (request) {
      case TIOCGPGRP -> memory.writeInt(argument, jobs.foregroundGroup());
      case TIOCGSID -> memory.writeInt(argument, jobs.session());
      case TIOCSPGRP -> jobs.setForegroundGroup(memory.readInt(argument));
      case TIOCSTI -> throw Errno.EIO.failure(); // as with dev.tty.legacy_tiocsti = 0
      default -> {} // TIOCSCTTY: it is ours already
    }
    return 0;
  }

  private long read(int stream, GuestMemory memory, int request, long argument, int size) {
    byte[] structure = new byte[size];
    long result = Errno.check(terminal.control(stream, request, structure));
    memory.write(argument, structure, 0, size);
    return result;
  }

  private long write(int stream, GuestMemory memory, int request, long argument, int size) {
    byte[] structure = new byte[size];
    memory.read(argument, structure, 0, size);
    return Errno.check(terminal.control(stream, request, structure));
  }
}

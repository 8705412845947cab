package tollgate.fs.dev;

import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.TermBits;
import tollgate.abi.uapi.Tty;
import tollgate.device.tty.Terminal;
import tollgate.platform.HostTerminal;
import tollgate.sched.Waiter;

/**
 * The host's terminal behind one stream. Settings and sizes pass through; process groups are the
 * guest's own. A stream that is no terminal gets the host's ENOTTY.
 */
final class HostTty implements Terminal {
  private final HostTerminal host;
  private final int stream;
  private final JobControl jobs;
  private final int deviceNumber;

  HostTty(HostTerminal host, int stream, JobControl jobs, int deviceNumber) {
    this.host = host;
    this.stream = stream;
    this.jobs = jobs;
    this.deviceNumber = deviceNumber;
  }

  @Override
  public void attributes(StructView termios2) {
    pass(Tty.TCGETS2, termios2);
  }

  @Override
  public void setAttributes(StructView termios2, int when) {
    if (when != TermBits.TCSANOW) {
      Waiter.current().leaveGuest(); // the host waits until the output is gone
    }
    pass(
        switch (when) {
          case TermBits.TCSADRAIN -> Tty.TCSETSW2;
          case TermBits.TCSAFLUSH -> Tty.TCSETSF2;
          default -> Tty.TCSETS2;
        },
        termios2);
  }

  @Override
  public void windowSize(StructView winsize) {
    pass(Tty.TIOCGWINSZ, winsize);
  }

  @Override
  public void setWindowSize(StructView winsize) {
    pass(Tty.TIOCSWINSZ, winsize);
  }

  @Override
  public int inputQueued() {
    return number(Tty.FIONREAD);
  }

  @Override
  public int outputQueued() {
    return number(Tty.TIOCOUTQ);
  }

  @Override
  public void drain(int deciseconds) {
    Waiter.current().leaveGuest();
    if (deciseconds > 0) {
      pass(Tty.TCSBRKP, deciseconds);
    } else {
      pass(Tty.TCSBRK, 1);
    }
  }

  @Override
  public void flow(int action) {
    pass(Tty.TCXONC, action);
  }

  @Override
  public void flush(int queue) {
    pass(Tty.TCFLSH, queue);
  }

  @Override
  public int foregroundGroup() {
    requireTerminal();
    return jobs.foregroundGroup();
  }

  @Override
  public void setForegroundGroup(int group) {
    requireTerminal();
    jobs.setForegroundGroup(group);
  }

  @Override
  public int session() {
    requireTerminal();
    return jobs.session();
  }

  /** The machine's terminal controls its first session from the start. */
  @Override
  public void makeControlling(int steal) {
    requireTerminal();
  }

  @Override
  public int deviceNumber() {
    requireTerminal();
    return deviceNumber;
  }

  private void requireTerminal() {
    if (!host.isTerminal(stream)) {
      throw Errno.ENOTTY.failure();
    }
  }

  /** The view grows only when it is bound, so its buffer may be longer than the struct. */
  private void pass(int request, StructView struct) {
    byte[] argument = new byte[struct.size()];
    System.arraycopy(struct.bytes(), 0, argument, 0, argument.length);
    Errno.check(host.control(stream, request, argument));
    System.arraycopy(argument, 0, struct.bytes(), 0, argument.length);
  }

  private void pass(int request, long argument) {
    Errno.check(host.control(stream, request, argument));
  }

  private int number(int request) {
    byte[] argument = new byte[Integer.BYTES];
    Errno.check(host.control(stream, request, argument));
    return (argument[0] & 0xff)
        | (argument[1] & 0xff) << 8
        | (argument[2] & 0xff) << 16
        | argument[3] << 24;
  }
}

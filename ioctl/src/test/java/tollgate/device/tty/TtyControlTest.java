package tollgate.device.tty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.FakeMemory;
import tollgate.abi.StructView;
import tollgate.abi.uapi.TermBits;
import tollgate.abi.uapi.Termio;
import tollgate.abi.uapi.Termios;
import tollgate.abi.uapi.Termios2;
import tollgate.abi.uapi.Tty;
import tollgate.abi.uapi.Winsize;

/** Error expectations are what the slave of a pseudo-terminal answered on Linux 6.18. */
class TtyControlTest {
  private static final long AT = 0x1000;

  private final FakeMemory memory = new FakeMemory(AT, 256);
  private final FakeTerminal terminal = new FakeTerminal();
  private final TtyControl tty = new TtyControl(terminal);

  private long ioctl(Abi abi, int request, long argument) {
    return tty.ioctl(memory, abi, request, argument);
  }

  @ParameterizedTest
  @EnumSource
  void getsTheThreeForms(Abi abi) {
    ioctl(abi, Tty.TCGETS, AT);
    assertThat(Termios.C_IFLAG.read(memory, abi, AT)).isEqualTo(0x12340500);
    assertThat(memory.readByte(AT + 36)).isZero();
    ioctl(abi, Tty.TCGETA, AT);
    assertThat(Termio.C_IFLAG.read(memory, abi, AT)).isEqualTo(0x0500);
    ioctl(abi, Tty.TCGETS2, AT);
    assertThat(Termios2.C_OSPEED.read(memory, abi, AT)).isEqualTo(38400);
    assertThat(memory.readByte(AT + 17)).isEqualTo((byte) 3);
  }

  @Test
  void shortFormLeavesTheHighHalvesAndLaterControls() {
    StructView termio = new StructView(Termio.SCHEMA, Abi.I386);
    termio.set(Termio.C_IFLAG, 0x0100).set(Termio.C_CFLAG, TermBits.B9600 | TermBits.CS8);
    termio.set(Termio.C_CC, 0, 99).copyOut(memory, AT);
    ioctl(Abi.I386, Tty.TCSETAW, AT);
    assertThat(terminal.when).isEqualTo(TermBits.TCSADRAIN);
    assertThat(terminal.termios.get(Termios2.C_IFLAG)).isEqualTo(0x12340100);
    assertThat(terminal.termios.get(Termios2.C_CC, 0)).isEqualTo(99);
    assertThat(terminal.termios.get(Termios2.C_CC, TermBits.VSUSP)).isEqualTo(26);
    assertThat(terminal.termios.get(Termios2.C_OSPEED)).isEqualTo(9600);
  }

  @ParameterizedTest
  @CsvSource({"0xf,38400", "0x1002,115200", "0x100f,4000000", "0x0,0", "0x1001,57600"})
  void formsWithoutSpeedsTakeThemFromTheFlags(String baud, int speed) {
    StructView termios = new StructView(Termios.SCHEMA, Abi.X86_64);
    termios.set(Termios.C_CFLAG, Integer.decode(baud)).copyOut(memory, AT);
    ioctl(Abi.X86_64, Tty.TCSETSF, AT);
    assertThat(terminal.when).isEqualTo(TermBits.TCSAFLUSH);
    assertThat(terminal.termios.get(Termios2.C_OSPEED)).isEqualTo(speed);
    assertThat(terminal.termios.get(Termios2.C_ISPEED)).isEqualTo(speed);
  }

  @Test
  void otherSpeedsTravelAsNumbers() {
    StructView termios = new StructView(Termios2.SCHEMA, Abi.I386);
    termios
        .set(Termios2.C_CFLAG, TermBits.BOTHER | (TermBits.B300 << TermBits.IBSHIFT))
        .set(Termios2.C_OSPEED, 12345)
        .set(Termios2.C_ISPEED, 54321)
        .copyOut(memory, AT);
    ioctl(Abi.I386, Tty.TCSETS2, AT);
    assertThat(terminal.when).isEqualTo(TermBits.TCSANOW);
    assertThat(terminal.termios.get(Termios2.C_OSPEED)).isEqualTo(12345);
    assertThat(terminal.termios.get(Termios2.C_ISPEED)).isEqualTo(300);
  }

  @Test
  void windowSizeGoesBothWays() {
    ioctl(Abi.X86_64, Tty.TIOCGWINSZ, AT);
    assertThat(Winsize.WS_ROW.read(memory, Abi.X86_64, AT)).isEqualTo(24);
    Winsize.WS_COL.write(memory, Abi.X86_64, AT, 132);
    ioctl(Abi.X86_64, Tty.TIOCSWINSZ, AT);
    assertThat(terminal.winsize.get(Winsize.WS_COL)).isEqualTo(132);
  }

  @Test
  void numbersAreAnswered() {
    ioctl(Abi.I386, Tty.FIONREAD, AT);
    assertThat(memory.readInt(AT)).isEqualTo(11);
    ioctl(Abi.I386, Tty.TIOCOUTQ, AT);
    assertThat(memory.readInt(AT)).isEqualTo(22);
    ioctl(Abi.I386, Tty.TIOCGPGRP, AT);
    assertThat(memory.readInt(AT)).isEqualTo(33);
    ioctl(Abi.I386, Tty.TIOCGDEV, AT);
    assertThat(memory.readInt(AT)).isEqualTo(0x8800);
  }

  @Test
  void exclusiveIsKept() {
    ioctl(Abi.X86_64, Tty.TIOCEXCL, 0);
    assertThat(tty.exclusive()).isTrue();
    ioctl(Abi.X86_64, Tty.TIOCGEXCL, AT);
    assertThat(memory.readInt(AT)).isEqualTo(1);
    ioctl(Abi.X86_64, Tty.TIOCNXCL, 0);
    assertThat(tty.exclusive()).isFalse();
  }

  @Test
  void softCarrierIsTheLocalFlag() {
    memory.writeInt(AT, 1);
    ioctl(Abi.X86_64, Tty.TIOCSSOFTCAR, AT);
    assertThat(terminal.termios.get(Termios2.C_CFLAG) & TermBits.CLOCAL).isNotZero();
    memory.writeInt(AT, 0);
    ioctl(Abi.X86_64, Tty.TIOCGSOFTCAR, AT);
    assertThat(memory.readInt(AT)).isEqualTo(1);
  }

  @Test
  void foregroundGroupIsSet() {
    memory.writeInt(AT, 77);
    ioctl(Abi.X86_64, Tty.TIOCSPGRP, AT);
    assertThat(terminal.group).isEqualTo(77);
  }

  @ParameterizedTest
  @CsvSource({
    "0x5432,0,ENOTTY", // TCGETX
    "0x5415,0x1000,ENOTTY", // TIOCMGET
    "0x80045430,0x1000,ENOTTY", // TIOCGPTN
    "0x541e,0x1000,ENOTTY", // TIOCGSERIAL
    "0x5420,0x1000,ENOTTY", // TIOCPKT
    "0x5441,0,EIO", // TIOCGPTPEER
    "0x540b,3,EINVAL", // TCFLSH
    "0x540a,4,EINVAL", // TCXONC
    "0x5401,0,EFAULT", // TCGETS
    "0x5410,0,EFAULT", // TIOCSPGRP
    "0x5423,0,EFAULT", // TIOCSETD
    "0x540e,0,EPERM" // TIOCSCTTY
  })
  void refusalsAreLinuxs(String request, String argument, String errno) {
    int number = (int) Long.decode(request).longValue();
    assertThatThrownBy(() -> ioctl(Abi.X86_64, number, Long.decode(argument))).hasMessage(errno);
  }

  @Test
  void fakedInputIsRefused() {
    assertThatThrownBy(() -> ioctl(Abi.X86_64, Tty.TIOCSTI, AT)).hasMessage("EIO");
  }

  @Test
  void hostErrorsPassThrough() {
    terminal.failure = Errno.EIO;
    assertThatThrownBy(() -> ioctl(Abi.X86_64, Tty.TCGETS, AT)).hasMessage("EIO");
  }

  private static final class FakeTerminal implements Terminal {
    final StructView termios = new StructView(Termios2.SCHEMA, Abi.X86_64);
    final StructView winsize = new StructView(Winsize.SCHEMA, Abi.X86_64);
    int when = -1;
    int group = 33;
    Errno failure;

    FakeTerminal() {
      termios.set(Termios2.C_IFLAG, 0x12340500).set(Termios2.C_CFLAG, 0xbf);
      termios.set(Termios2.C_CC, 0, 3).set(Termios2.C_CC, TermBits.VSUSP, 26);
      termios.set(Termios2.C_ISPEED, 38400).set(Termios2.C_OSPEED, 38400);
      winsize.set(Winsize.WS_ROW, 24).set(Winsize.WS_COL, 80);
    }

    @Override
    public void attributes(StructView termios2) {
      if (failure != null) {
        throw failure.failure();
      }
      System.arraycopy(termios.bytes(), 0, termios2.bytes(), 0, termios.size());
    }

    @Override
    public void setAttributes(StructView termios2, int when) {
      System.arraycopy(termios2.bytes(), 0, termios.bytes(), 0, termios.size());
      this.when = when;
    }

    @Override
    public void windowSize(StructView into) {
      System.arraycopy(winsize.bytes(), 0, into.bytes(), 0, winsize.size());
    }

    @Override
    public void setWindowSize(StructView from) {
      System.arraycopy(from.bytes(), 0, winsize.bytes(), 0, winsize.size());
    }

    @Override
    public int inputQueued() {
      return 11;
    }

    @Override
    public int outputQueued() {
      return 22;
    }

    @Override
    public void drain(int deciseconds) {}

    @Override
    public void flow(int action) {}

    @Override
    public void flush(int queue) {}

    @Override
    public int foregroundGroup() {
      return group;
    }

    @Override
    public void setForegroundGroup(int group) {
      this.group = group;
    }

    @Override
    public int session() {
      return 44;
    }

    @Override
    public int deviceNumber() {
      return 0x8800;
    }
  }
}

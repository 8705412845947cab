package tollgate.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.abi.Abi;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Fs;
import tollgate.abi.uapi.Tty;
import tollgate.entry.Vendor;
import tollgate.fake.FakeMachine;
import tollgate.kernel.Task;

/** The requests that every file knows. */
class DeviceCallsTest {
  private static final long PATH = FakeMachine.MEMORY + 0x1000;
  private static final long BUFFER = FakeMachine.MEMORY + 0x3000;

  private final FakeMachine machine = new FakeMachine(Vendor.AMD, true);
  private final Task task = machine.task;

  @AfterEach
  void end() {
    machine.close();
  }

  @ParameterizedTest
  @EnumSource
  void descriptorsAndFlagsAreSwitched(Abi abi) {
    task.setAbi(abi);
    long fd = open();
    DeviceCalls.ioctl(task, fd, Tty.FIOCLEX, 0);
    assertThat(FcntlCalls.fcntl(task, fd, Fcntl.F_GETFD, 0)).isEqualTo(1);
    DeviceCalls.ioctl(task, fd, Tty.FIONCLEX, 0);
    assertThat(FcntlCalls.fcntl(task, fd, Fcntl.F_GETFD, 0)).isZero();
    task.memory().writeInt(BUFFER, 1);
    DeviceCalls.ioctl(task, fd, Tty.FIONBIO, BUFFER);
    assertThat(FcntlCalls.fcntl(task, fd, Fcntl.F_GETFL, 0) & Fcntl.O_NONBLOCK).isNotZero();
    fails("ENOTTY", fd, Tty.FIOASYNC, BUFFER);
    task.memory().writeInt(BUFFER, 0);
    DeviceCalls.ioctl(task, fd, Tty.FIONBIO, BUFFER);
    DeviceCalls.ioctl(task, fd, Tty.FIOASYNC, BUFFER);
    assertThat(FcntlCalls.fcntl(task, fd, Fcntl.F_GETFL, 0) & Fcntl.O_NONBLOCK).isZero();
  }

  @Test
  void sizesOfRegularFiles() {
    long fd = open();
    FileSizeCalls.ftruncate(task, fd, 1000);
    ReadWriteCalls.lseek(task, fd, 300, Fcntl.SEEK_SET);
    DeviceCalls.ioctl(task, fd, Tty.FIONREAD, BUFFER);
    assertThat(task.memory().readInt(BUFFER)).isEqualTo(700);
    DeviceCalls.ioctl(task, fd, Tty.FIOQSIZE, BUFFER);
    assertThat(task.memory().readLong(BUFFER)).isEqualTo(1000);
    DeviceCalls.ioctl(task, fd, Fs.FIGETBSZ, BUFFER);
    assertThat(task.memory().readInt(BUFFER)).isEqualTo(4096);
  }

  @Test
  void errorsAreLinuxs() {
    long fd = open();
    fails("ENOTTY", fd, Tty.TCGETS, BUFFER);
    fails("ENOTTY", fd, 0x12345678, BUFFER);
    fails("EBADF", fd + 1, Tty.TCGETS, BUFFER);
    fails("EFAULT", fd, Tty.FIONREAD, 16);
    fails("EFAULT", fd, Tty.FIONBIO, 16);
    long path = OpenCalls.open(task, PATH, Fcntl.O_PATH, 0);
    fails("EBADF", path, Tty.FIOCLEX, 0);
  }

  private long open() {
    task.memory().write(PATH, new byte[] {'/', 'f', 0}, 0, 3);
    return OpenCalls.open(task, PATH, Fcntl.O_CREAT | Fcntl.O_RDWR, 0600);
  }

  private void fails(String errno, long fd, int request, long argument) {
    assertThatThrownBy(() -> DeviceCalls.ioctl(task, fd, request, argument)).hasMessage(errno);
  }
}

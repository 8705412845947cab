package tollgate.device.mem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.abi.Abi;
import tollgate.abi.ErrnoException;
import tollgate.abi.FakeMemory;
import tollgate.abi.IovIter;
import tollgate.device.DeviceNumber;
import tollgate.device.DeviceRegistry;
import tollgate.device.OpenDevice;

/** Expectations are what Linux 6.18 answered on x86-64. */
class MemoryDeviceTest {
  private static final long BASE = 0x1000;
  private static final int SIZE = 0x4000;

  private final DeviceRegistry registry = new DeviceRegistry();
  private final FakeMemory memory = new FakeMemory(BASE, SIZE);
  private final IovIter iter = new IovIter();

  @BeforeEach
  void register() {
    MemoryDevice.registerAll(
        registry, (into, offset, length) -> Arrays.fill(into, offset, offset + length, (byte) 7));
    Arrays.fill(memory.bytes(), (byte) 0x55);
  }

  private OpenDevice open(String name) {
    return registry.devices().stream()
        .filter(d -> d.name().equals(name))
        .findFirst()
        .orElseThrow()
        .open(0);
  }

  private IovIter user(long address, long length) {
    return iter.reset(memory, address, length);
  }

  @ParameterizedTest
  @CsvSource({"null,3", "zero,5", "full,7", "random,8", "urandom,9"})
  void numbersAreLinuxs(String name, int minor) {
    assertThat(registry.find(new DeviceNumber(1, minor)).name()).isEqualTo(name);
    assertThat(registry.find(new DeviceNumber(1, minor)).mode()).isEqualTo(0666);
  }

  @Test
  void nullIsEmptyAndTakesAnythingUnseen() {
    assertThat(open("null").read(user(BASE, 10), 0)).isZero();
    assertThat(open("null").write(user(0xdead_0000L, 1L << 30), 0)).isEqualTo(1L << 30);
    assertThat(memory.bytes()).containsOnly(0x55);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zero", "full"})
  void zeroAndFullReadAsZeros(String name) {
    assertThat(open(name).read(user(BASE + 1, 3), 100)).isEqualTo(3);
    assertThat(memory.readInt(BASE)).isEqualTo(0x55);
    assertThat(memory.readByte(BASE + 4)).isEqualTo((byte) 0x55);
  }

  @Test
  void fullHasNoRoomEvenForNothing() {
    OpenDevice full = open("full");
    assertThatThrownBy(() -> full.write(user(BASE, 0), 0)).hasMessage("ENOSPC");
    assertThatThrownBy(() -> full.write(user(BASE, 3), 0)).hasMessage("ENOSPC");
  }

  @Test
  void zeroTakesWrites() {
    assertThat(open("zero").write(user(BASE, 9), 0)).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zero", "urandom"})
  void readsEndAtTheFirstBadByte(String name) {
    OpenDevice device = open(name);
    assertThat(device.read(user(BASE + SIZE - 5, 100), 0)).isEqualTo(5);
    assertThatThrownBy(() -> device.read(user(BASE + SIZE, 1), 0)).hasMessage("EFAULT");
    assertThat(device.read(user(BASE + SIZE, 0), 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"random", "urandom"})
  void randomGivesWhatTheSourceGives(String name) {
    assertThat(open(name).read(user(BASE, 10_000), 0)).isEqualTo(10_000);
    assertThat(Arrays.copyOf(memory.bytes(), 10_000)).containsOnly(7);
    assertThat(memory.bytes()[10_000]).isEqualTo((byte) 0x55);
  }

  @Test
  void randomReadsWhatIsWrittenToIt() {
    assertThat(open("random").write(user(BASE, 9000), 0)).isEqualTo(9000);
    assertThatThrownBy(() -> open("random").write(user(0, 4), 0)).hasMessage("EFAULT");
  }

  @Test
  void seekingNeverMoves() {
    assertThat(open("null").seek(0, 5, 0)).isZero();
    assertThat(open("full").seek(0, -5, 0)).isZero();
    assertThat(open("random").seek(0, 5, 0)).isZero();
  }

  @Test
  void pollAnswersAsTheDriverDoes() {
    assertThat(open("null").poll()).isEqualTo(325);
    assertThat(open("urandom").poll()).isEqualTo(65);
  }

  @ParameterizedTest
  @CsvSource({
    "null,0x5401,ENOTTY",
    "zero,0x541b,ENOTTY",
    "random,0x5401,EINVAL",
    "urandom,0x80085202,EINVAL",
    "random,0x40045201,EPERM",
    "random,0x5206,EPERM"
  })
  void unknownAndForbiddenRequestsFail(String name, String request, String errno) {
    OpenDevice device = open(name);
    int number = (int) Long.decode(request).longValue();
    assertThatThrownBy(() -> device.ioctl(memory, Abi.X86_64, number, BASE))
        .isInstanceOf(ErrnoException.class)
        .hasMessage(errno);
  }

  @Test
  void entropyCountIsThatOfAFullPool() {
    assertThat(open("random").ioctl(memory, Abi.I386, 0x80045200, BASE)).isZero();
    assertThat(memory.readInt(BASE)).isEqualTo(256);
  }
}

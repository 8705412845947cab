package tollgate.machine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tollgate.abi.Errno;
import tollgate.platform.HostTerminal;

/** Streams in memory behave like pipes that never make a guest wait. */
final class CapturedStreamsTest {
  private final CapturedStreams streams = new CapturedStreams("hello".getBytes(ISO_8859_1));

  @Test
  void inputEndsAfterItsLastByte() {
    byte[] into = new byte[8];
    assertThat(streams.read(0, into, 2, 3, -1)).isEqualTo(3);
    assertThat(new String(into, 2, 3, ISO_8859_1)).isEqualTo("hel");
    assertThat(streams.read(0, into, 0, 8, -1)).isEqualTo(2);
    assertThat(streams.read(0, into, 0, 8, -1)).isZero();
  }

  @Test
  void outputAndErrorAreKeptApart() {
    assertThat(streams.write(1, "xout".getBytes(ISO_8859_1), 1, 3, -1)).isEqualTo(3);
    assertThat(streams.write(2, "err".getBytes(ISO_8859_1), 0, 3, -1)).isEqualTo(3);
    assertThat(streams.output()).asString(ISO_8859_1).isEqualTo("out");
    assertThat(streams.error()).asString(ISO_8859_1).isEqualTo("err");
    assertThat(streams.write(0, new byte[1], 0, 1, -1)).isEqualTo(-Errno.EBADF.number());
  }

  @Test
  void thereIsNoTerminal() {
    assertThat(streams.isTerminal(0)).isFalse();
    assertThat(streams.control(1, 0x5401, new byte[36])).isEqualTo(-Errno.ENOTTY.number());
    assertThat(streams.control(HostTerminal.CONTROLLING, 0x5401, 0))
        .isEqualTo(-Errno.ENXIO.number());
  }

  @Test
  void anInterruptEndsAPollThatNothingElseWouldEnd() {
    streams.interruptPoll();
    int[] ready = new int[HostTerminal.STREAMS];
    streams.poll(new int[HostTerminal.STREAMS], ready);
    assertThat(ready).containsOnly(0);
  }
}

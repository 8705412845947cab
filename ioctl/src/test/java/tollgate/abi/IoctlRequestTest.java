package tollgate.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.abi.uapi.FileRequests;
import tollgate.abi.uapi.Fs;
import tollgate.abi.uapi.IoctlNames;
import tollgate.abi.uapi.Random;
import tollgate.abi.uapi.Tty;
import tollgate.abi.uapi.TtyRequests;

class IoctlRequestTest {
  /** The constant classes come from the headers, so they are the proof of the numbers. */
  @ParameterizedTest
  @EnumSource
  void everyNumberIsTheHeaders(Abi abi) throws IllegalAccessException {
    Map<String, Integer> headers = new HashMap<>();
    for (Class<?> group : new Class<?>[] {Tty.class, Fs.class, Random.class}) {
      for (java.lang.reflect.Field constant : group.getFields()) {
        if (constant.getType() == int.class) {
          headers.put(constant.getName(), constant.getInt(null));
        }
      }
    }
    assertThat(IoctlNames.all())
        .hasSizeGreaterThan(70)
        .allSatisfy(
            request -> {
              String name = request.name();
              String suffixed = name + (abi == Abi.I386 ? "_I386" : "_X86_64");
              Integer expected = headers.getOrDefault(name, headers.get(suffixed));
              assertThat(request.number(abi)).as(name).isEqualTo(expected);
            });
  }

  @Test
  void numbersThatHoldASizeDifferWithTheAbi() {
    assertThat(TtyRequests.TCGETS2.number(Abi.I386)).isEqualTo(0x802c542a);
    assertThat(FileRequests.FS_IOC_GETFLAGS.number(Abi.X86_64)).isEqualTo(0x80086601);
    assertThat(FileRequests.FS_IOC_GETFLAGS.number(Abi.I386)).isEqualTo(0x80046601);
  }

  @Test
  void namesAreFoundByNumberAndAbi() {
    assertThat(IoctlNames.name(Abi.X86_64, 0x5401)).isEqualTo("TCGETS");
    assertThat(IoctlNames.name(Abi.I386, 0x80046601)).isEqualTo("FS_IOC_GETFLAGS");
    assertThat(IoctlNames.request(Abi.X86_64, 0x5413).argument().toString())
        .isEqualTo("struct winsize");
  }

  @Test
  void unknownNumbersAreTakenApart() {
    assertThat(IoctlNames.name(Abi.X86_64, 0xc0306201))
        .isEqualTo("_IOC(_IOC_READ|_IOC_WRITE, 0x62, 0x1, 0x30)");
    assertThat(IoctlRequest.describe(0x1234)).isEqualTo("_IOC(_IOC_NONE, 0x12, 0x34, 0x0)");
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> IoctlRequest.io("X", 'T', 256))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IoctlRequest.ior("X", 'T', 1, CType.U8.array(1 << 14)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

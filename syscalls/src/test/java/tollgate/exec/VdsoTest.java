package tollgate.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.abi.Abi;
import tollgate.entry.Vendor;

/** The checked-in images against their sources, and what the kernel needs of them. */
class VdsoTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"vdso64.so", "vdso32-amd.so", "vdso32-intel.so"})
  void theImageIsWhatTheSourcesGive(String name) throws Exception {
    NativeProgram.run(List.of("sh", "src/main/vdso/build", folder.toString()), Map.of());
    assertThat(folder.resolve(name))
        .hasSameBinaryContentAs(Path.of("src/main/resources/tollgate/exec", name));
  }

  @Test
  void x8664HasTheKernelsSymbols() {
    VdsoImage image = Vdso.image(Abi.X86_64, Vendor.AMD);
    for (String name : List.of("gettimeofday", "time", "clock_gettime", "clock_getres", "getcpu")) {
      assertThat(image.offset("__vdso_" + name)).isPositive().isEqualTo(image.offset(name));
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void i386ReturnsBehindTheEntry(Vendor vendor) throws Exception {
    VdsoImage image = Vdso.image(Abi.I386, vendor);
    String file = vendor == Vendor.AMD ? "vdso32-amd.so" : "vdso32-intel.so";
    byte[] bytes = Files.readAllBytes(Path.of("src/main/resources/tollgate/exec", file));
    int pad = (int) image.offset("int80_landing_pad");
    assertThat(bytes[pad - 2]).as("int $0x80 before the landing pad").isEqualTo((byte) 0xcd);
    assertThat(bytes[pad]).as("pop %%ebp").isEqualTo((byte) 0x5d);
    assertThat(bytes[pad - 3]).isEqualTo((byte) (vendor == Vendor.AMD ? 0x05 : 0x34));
    int sigreturn = (int) image.offset("__kernel_sigreturn");
    assertThat(java.util.Arrays.copyOfRange(bytes, sigreturn, sigreturn + 8))
        .as("what debuggers know a signal frame by")
        .containsExactly(0x58, 0xb8, 0x77, 0, 0, 0, 0xcd, 0x80);
    int rt = (int) image.offset("__kernel_rt_sigreturn");
    assertThat(java.util.Arrays.copyOfRange(bytes, rt, rt + 7))
        .containsExactly(0xb8, 0xad, 0, 0, 0, 0xcd, 0x80);
  }
}

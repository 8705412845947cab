package tollgate.machine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.entry.Vendor;
import tollgate.kernel.ExitStatus;

/** Whole machines, one after another in this JVM, with the checked-in demo guests. */
final class MachineTest {
  private static final Path GUESTS =
      Path.of(System.getProperty("tollgate.root"), "guests/src/main/guests/demo");

  @TempDir Path folder;

  private final CapturedStreams streams = new CapturedStreams(new byte[0]);

  private ExitStatus run(MachineBuilder builder) throws LaunchFailure {
    try (Machine machine = builder.streams(streams).build()) {
      return machine.run();
    }
  }

  @ParameterizedTest
  @CsvSource({"hello-syscall64, INTEL", "hello-sysenter32, INTEL", "hello-syscall32, AMD"})
  void aGuestPrintsAndExits(String guest, Vendor vendor) throws Exception {
    ExitStatus status = run(new MachineBuilder(GUESTS + "/" + guest).vendor(vendor));
    assertThat(status).isEqualTo(ExitStatus.exited(0));
    assertThat(streams.output()).asString(ISO_8859_1).startsWith("hello from ");
    assertThat(streams.error()).isEmpty();
  }

  @Test
  void aGuestDiesByTheSignalOfItsFault() throws Exception {
    ExitStatus status = run(new MachineBuilder(GUESTS + "/sysenter64").vendor(Vendor.AMD));
    assertThat(status.signal()).as("SIGILL").isEqualTo(4);
  }

  @Test
  void machinesGiveTheirMemoryBack() throws Exception {
    run(new MachineBuilder(GUESTS + "/hello-syscall64"));
    long before = arenas();
    for (int i = 0; i < 3; i++) {
      run(new MachineBuilder(GUESTS + "/hello-syscall64"));
    }
    assertThat(arenas()).isEqualTo(before);
  }

  /** Anonymous mappings as large as a guest's default memory. */
  private static long arenas() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/maps"), ISO_8859_1)) {
      return lines.filter(MachineTest::isArena).count();
    }
  }

  private static boolean isArena(String line) {
    String[] ends = line.substring(0, line.indexOf(' ')).split("-");
    long size = Long.parseUnsignedLong(ends[1], 16) - Long.parseUnsignedLong(ends[0], 16);
    return line.endsWith(" 0 ") && size >= MemorySize.DEFAULT.bytes();
  }

  @Test
  void aFileThatIsNoProgramIsNamedWithTheReason() throws Exception {
    Path file = Files.write(folder.resolve("noise"), new byte[] {1, 2, 3, 4, 5});
    assertThat(file.toFile().setExecutable(true)).isTrue();
    assertThatThrownBy(() -> run(new MachineBuilder(file.toString())))
        .isInstanceOfSatisfying(LaunchFailure.class, e -> assertThat(e.status()).isEqualTo(126))
        .hasMessageContaining("cannot execute '" + file + "'")
        .hasMessageContaining("01 02 03 04");
  }

  @Test
  void anInterpreterOutsideThePrivateRootIsExplained() throws Exception {
    Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    assertThatThrownBy(() -> run(new MachineBuilder(script.toString())))
        .isInstanceOfSatisfying(LaunchFailure.class, e -> assertThat(e.status()).isEqualTo(126))
        .hasMessageContaining("/bin/sh")
        .hasMessageEndingWith("(the guest has a private root; --root or --bind shows it more)");
  }

  @Test
  void argumentsMayBeAsManyAsTheUserLikes() throws Exception {
    MachineBuilder builder =
        new MachineBuilder(GUESTS + "/hello-int80-32").arguments(List.of("", "a b", "\u00ff"));
    assertThat(run(builder)).isEqualTo(ExitStatus.exited(0));
  }
}

package tollgate.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tollgate.mm.RamArena;

class NativeHostTest {
  private static final long HUGE = 1L << 40;

  private final NativeHost host = NativeHost.open();

  @Test
  void memoryIsZeroAndCostsNothingUntilTouched() {
    long address = host.mapMemory(HUGE);
    assertThat(address).isPositive();
    RamArena arena = new RamArena(address, HUGE);
    assertThat(arena.getLong(HUGE - 8)).isZero();
    arena.putLong(HUGE - 8, 7);
    assertThat(arena.getLong(HUGE - 8)).isEqualTo(7);
    host.releaseMemory(address + HUGE - 4096, 4096);
    assertThat(arena.getLong(HUGE - 8)).isZero();
    host.unmapMemory(address, HUGE);
  }

  @Test
  void clocksAreTheHosts() throws Exception {
    Instant real = Instant.ofEpochSecond(0, host.realtimeNanos());
    assertThat(Duration.between(real, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    double uptime = Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0]);
    assertThat(host.boottimeNanos() / 1e9).isCloseTo(uptime, Assertions.offset(60.0));
    long first = host.monotonicNanos();
    assertThat(host.monotonicNanos()).isGreaterThanOrEqualTo(first);
    assertThat(host.processCpuNanos()).isPositive();
  }

  @Test
  void randomFillsExactlyItsRange() {
    byte[] bytes = new byte[100_000];
    host.random(bytes, 1, bytes.length - 2);
    assertThat(bytes[0]).isZero();
    assertThat(bytes[bytes.length - 1]).isZero();
    int[] counts = new int[256];
    for (byte b : bytes) {
      counts[b & 0xff]++;
    }
    assertThat(counts).doesNotContain(0);
  }

  @Test
  void identityIsTheProcesses() throws Exception {
    String status = Files.readString(Path.of("/proc/self/status"));
    assertThat(status).contains(String.format("Umask:\t%04o", host.umask()));
    assertThat(
            status
                .lines()
                .filter(l -> l.startsWith("Uid:"))
                .findFirst()
                .orElseThrow()
                .split("\t")[2])
        .isEqualTo(Integer.toString(host.userId()));
    assertThat(
            status
                .lines()
                .filter(l -> l.startsWith("Gid:"))
                .findFirst()
                .orElseThrow()
                .split("\t")[2])
        .isEqualTo(Integer.toString(host.groupId()));
    StringBuilder groups = new StringBuilder();
    for (int group : host.groups()) {
      groups.append(group).append(' ');
    }
    assertThat(
            status.lines().filter(l -> l.startsWith("Groups:")).findFirst().orElseThrow().strip())
        .isEqualTo(("Groups:\t" + groups).strip());
  }
}

package tollgate.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.abi.Abi;

/**
 * Program files with damaged headers: each is refused with one line, or runs and ends in the ways a
 * guest can. The damage follows from the seed, so a failure can be repeated.
 */
final class FuzzTest {
  private static final int END_TO_END = 20;
  private static final int AOUT_HEADER = 32;
  private static final int SECONDS = 20;

  /** Little, or a guest could spend minutes in a gigabyte of zeros, which are instructions too. */
  private static final String MEMORY = "64M";

  private static final long[] ODD = {
    0,
    1,
    2,
    3,
    7,
    0x7f,
    0x80,
    0xff,
    0xfff,
    0x1000,
    0x1001,
    0x7fff,
    0xffff,
    0x10000,
    0x7fffffff,
    0x80000000L,
    0xfffff000L,
    0xffffffffL,
    0x7fffffffe000L,
    0x7fffffffffffL,
    0x800000000000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -4096,
    -1
  };

  static Stream<Path> programs() {
    Path demo = Places.SOURCES.resolve("demo");
    return Stream.of(
        demo.resolve("hello-syscall64"),
        demo.resolve("hello-int80-32"),
        demo.resolve("aout-omagic"),
        demo.resolve("aout-zmagic"),
        demo.resolve("aout-qmagic"),
        Freestanding.build(Abi.X86_64, "entry", "death", List.of("start.S", "death.c")),
        Freestanding.build(Abi.I386, "entry", "death", List.of("start.S", "death.c")));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void damagedHeadersEndToEnd(Path program) throws IOException {
    byte[] sound = Files.readAllBytes(program);
    Path folder = Places.scratch("fuzz");
    for (int seed = 10_000; seed < 10_000 + END_TO_END; seed++) {
      Path damaged = write(folder, damage(sound, seed));
      check(new GuestRun(damaged).memory(MEMORY).seconds(SECONDS).onTollgate(), program, seed);
    }
    GuestRun.remove(folder);
  }

  private static void check(Outcome outcome, Path program, int seed) {
    String which = program.getFileName() + ", seed " + seed + ": " + outcome.stderr();
    assertThat(outcome.kind()).as(which).isNotEqualTo("timeout");
    assertThat(outcome.stderr()).as(which).doesNotContain("Exception", "\tat ", "SIGSEGV (0xb)");
    if (outcome.stderr().isEmpty()) {
      if (outcome.kind().equals("killed")) {
        assertThat(outcome.number()).as(which).isIn(4, 5, 7, 8, 11);
      }
    } else {
      assertThat(outcome.end()).as(which).isEqualTo("exited 126");
      assertThat(outcome.stderr()).as(which).startsWith("tollgate: ");
      assertThat(outcome.stderr().lines()).as(which).hasSize(1);
    }
  }

  private static Path write(Path folder, byte[] bytes) throws IOException {
    Path path = folder.resolve("damaged");
    Files.write(path, bytes);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    return path;
  }

  /** Bytes of headers: the code behind them stays sound, or it could loop for ever. */
  private static int headers(ByteBuffer file) {
    if (file.getInt(0) != 0x464c457f) {
      return AOUT_HEADER;
    }
    boolean wide = file.get(4) == 2;
    int start = wide ? (int) file.getLong(32) : file.getInt(28);
    return start + file.getShort(wide ? 56 : 44) * file.getShort(wide ? 54 : 42);
  }

  /** One to five changes of the headers, and now and then a file that ends early. */
  private static byte[] damage(byte[] sound, int seed) {
    Random random = new Random(seed);
    byte[] bytes = sound.clone();
    ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int reach = headers(fields) - Long.BYTES;
    for (int change = random.nextInt(5); change >= 0; change--) {
      int at = random.nextInt(reach);
      long odd = ODD[random.nextInt(ODD.length)];
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> fields.putShort(at & ~1, (short) odd);
        case 3 -> fields.putInt(at & ~3, (int) odd);
        case 4 -> fields.putLong(at & ~3, odd);
        default -> System.arraycopy(sound, random.nextInt(reach), bytes, at, 8);
      }
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}

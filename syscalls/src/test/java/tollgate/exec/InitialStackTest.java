package tollgate.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.abi.Abi;
import tollgate.mm.AddressSpace;
import tollgate.mm.TestArena;

/** Our initial stack against the one that this machine's kernel gives the same program. */
class InitialStackTest {
  private static final byte[] RANDOM = "0123456789abcdef".getBytes();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "X86_64,-static",
    "X86_64,-static-pie",
    "I386,-static",
    "I386,-static-pie",
  })
  void isTheKernelsByteForByte(Abi abi, String kind) throws Exception {
    String[] flags =
        kind.equals("-static-pie") ? new String[] {kind, "-fPIE"} : new String[] {kind};
    Path program = NativeProgram.build(folder, "stack.c", abi, flags);
    String path = program.toString();
    List<String> arguments = List.of(path, "one", "", "three");
    ByteBuffer expected =
        ByteBuffer.wrap(NativeProgram.run(arguments, Map.of("LANG", "C")))
            .order(ByteOrder.LITTLE_ENDIAN);
    try (TestArena arena = new TestArena(2048)) {
      LoadedProgram loaded =
          Programs.load(
              arena.memory(),
              FakeFile.open(path, Files.readAllBytes(program)),
              path,
              arguments,
              List.of("LANG=C"),
              RANDOM);
      AddressSpace space = loaded.space();
      assertThat(word(expected, abi)).isEqualTo(loaded.start().stackPointer());
      assertThat(word(expected, abi)).as("brk").isEqualTo(space.startBrk());
      byte[] stack = new byte[expected.remaining()];
      space.read(loaded.start().stackPointer(), stack, 0, stack.length);
      byte[] wanted = new byte[stack.length];
      expected.get(wanted);
      long top = loaded.start().stackPointer() + stack.length;
      assertThat(top).isEqualTo(space.layout().stackTop());
      Map<Long, Long> theirs = hide(wanted, abi, top);
      Map<Long, Long> ours = hide(stack, abi, top);
      assertThat(stack).isEqualTo(wanted);
      assertThat(ours.keySet()).containsExactlyElementsOf(theirs.keySet());
      space.release();
    }
  }

  /** Blanks what differs from machine to machine; returns the vector. */
  private static Map<Long, Long> hide(byte[] stack, Abi abi, long top) {
    ByteBuffer words = ByteBuffer.wrap(stack).order(ByteOrder.LITTLE_ENDIAN);
    for (int lists = 0; lists < 2; ) {
      if (word(words, abi) == 0) {
        lists++;
      }
    }
    Map<Long, Long> vector = new TreeMap<>();
    while (true) {
      long type = word(words, abi);
      int at = words.position();
      long value = word(words, abi);
      vector.put(type, value);
      if (type == AuxVector.AT_NULL) {
        return vector;
      }
      if (type == AuxVector.AT_RANDOM) {
        words.put((int) (value - (top - stack.length)), RANDOM);
      }
      if (type == AuxVector.AT_SYSINFO
          || type == AuxVector.AT_SYSINFO_EHDR
          || type == AuxVector.AT_HWCAP
          || type == AuxVector.AT_HWCAP2
          || type == AuxVector.AT_MINSIGSTKSZ) {
        hideWord(words, at, abi);
      }
    }
  }

  private static void hideWord(ByteBuffer words, int at, Abi abi) {
    words.putInt(at, 0);
    if (abi == Abi.X86_64) {
      words.putInt(at + 4, 0);
    }
  }

  private static long word(ByteBuffer from, Abi abi) {
    return abi == Abi.I386 ? Integer.toUnsignedLong(from.getInt()) : from.getLong();
  }
}

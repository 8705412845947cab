package tollgate.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.Field;
import tollgate.abi.uapi.ElfHeader;
import tollgate.mm.AddressSpace;
import tollgate.mm.PhysicalMemory;
import tollgate.mm.TestArena;

/** Programs of every format, good and bad. */
class ProgramLoaderTest {
  private final TestArena arena = new TestArena(4096);
  private final PhysicalMemory memory = arena.memory();
  private final Programs programs = new Programs(memory);

  @AfterEach
  void nothingLeaks() {
    assertThat(memory.freeBytes()).isEqualTo(memory.totalBytes() - 4096);
    arena.close();
  }

  private LoadedProgram load(byte[] bytes) {
    return programs.file("/p", bytes).load("/p", List.of("/p"));
  }

  private ExecException refusal(byte[] bytes) {
    ExecException refused =
        catchThrowableOfType(ExecException.class, () -> load(bytes).space().release());
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.getMessage()).doesNotContain("\n");
    return refused;
  }

  private static List<String> maps(AddressSpace space) {
    List<String> lines = new ArrayList<>();
    space.forEachVma(
        v ->
            lines.add(
                String.format(
                    "%x-%x %d %s %x",
                    v.start(),
                    v.end(),
                    v.prot(),
                    v.label() != null ? v.label() : v.file() != null ? v.file().path() : "-",
                    v.offset())));
    return lines;
  }

  @ParameterizedTest
  @EnumSource(Abi.class)
  void segmentsBssAndBreakLieWhereTheFileSays(Abi abi) {
    LoadedProgram loaded = load(ElfBytes.program(abi).bytes);
    AddressSpace space = loaded.space();
    assertThat(loaded.start().entry()).isEqualTo(0x400100);
    assertThat(loaded.start().codeSelector()).isEqualTo(abi == Abi.I386 ? 0x23 : 0x33);
    assertThat(loaded.command()).isEqualTo("p");
    assertThat(maps(space))
        .startsWith("400000-402000 5 /p 0", "402000-403000 3 /p 2000", "403000-407000 3 - 0")
        .anyMatch(line -> line.contains("[vdso]"));
    assertThat(space.readByte(0x4027ff)).isEqualTo((byte) 7);
    assertThat(space.readByte(0x402800)).as("bss in the last page of the file").isZero();
    assertThat(space.brk(0)).isEqualTo(0x407000);
    assertThat(space.regions().startCode()).isEqualTo(0x400000);
    assertThat(space.regions().endCode()).isEqualTo(0x402000);
    assertThat(space.regions().endData()).isEqualTo(0x402800);
    space.release();
  }

  @Test
  void i386WithoutAStackHeaderExecutesWhatItReads() {
    ElfBytes elf =
        new ElfBytes(Abi.I386, 0x3000).segment(ElfImage.PT_LOAD, 6, 0, 0x400000, 0x1000, 0x1000);
    AddressSpace space = load(elf.bytes).space();
    assertThat(maps(space)).first().isEqualTo("400000-401000 7 /p 0");
    assertThat(maps(space)).last().asString().contains("ffffe000 7");
    space.release();
  }

  @Test
  void anInterpreterGetsTheEntryAndTheBase() {
    ElfBytes interpreter =
        new ElfBytes(Abi.X86_64, 0x2000)
            .set(ElfHeader.E_TYPE, ElfImage.ET_DYN)
            .set(ElfHeader.E_ENTRY, 0x80)
            .segment(ElfImage.PT_LOAD, 5, 0, 0, 0x1000, 0x1000);
    ElfBytes program =
        new ElfBytes(Abi.X86_64, 0x3000)
            .set(ElfHeader.E_TYPE, ElfImage.ET_DYN)
            .set(ElfHeader.E_ENTRY, 0x100)
            .segment(ElfImage.PT_INTERP, 4, 0x800, 0x800, 7, 7)
            .segment(ElfImage.PT_LOAD, 5, 0, 0, 0x2000, 0x2000);
    byte[] name = "/ld.so\0".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(name, 0, program.bytes, 0x800, name.length);
    programs.file("/ld.so", interpreter.bytes);
    LoadedProgram loaded = load(program.bytes);
    assertThat(loaded.start().entry()).isEqualTo(0x7ffff7ffe080L);
    assertThat(auxv(loaded, AuxVector.AT_BASE)).isEqualTo(0x7ffff7ffe000L);
    assertThat(auxv(loaded, AuxVector.AT_ENTRY)).isEqualTo(0x555555554100L);
    assertThat(auxv(loaded, AuxVector.AT_PHDR)).isEqualTo(0x555555554040L);
    loaded.space().release();

    programs.file("/ld.so", new byte[300]);
    assertThat(refusal(program.bytes).errno()).isEqualTo(Errno.ELIBBAD);
    program.bytes[0x801] = 'X';
    assertThat(refusal(program.bytes).errno()).isEqualTo(Errno.ENOENT);
    program.bytes[0x806] = 'X';
    assertThat(refusal(program.bytes)).hasMessageContaining("PT_INTERP");
  }

  private static long auxv(LoadedProgram loaded, int type) {
    java.nio.ByteBuffer words =
        java.nio.ByteBuffer.wrap(loaded.space().regions().auxv())
            .order(java.nio.ByteOrder.LITTLE_ENDIAN);
    while (words.hasRemaining()) {
      if (words.getLong() == type) {
        return words.getLong();
      }
      words.getLong();
    }
    throw new AssertionError("no entry " + type);
  }

  @Test
  void badFieldsAreNamed() {
    badField(ElfHeader.E_TYPE, 1, Errno.ENOEXEC, "e_type");
    badField(ElfHeader.E_MACHINE, 40, Errno.ENOEXEC, "e_machine");
    badField(ElfHeader.E_PHENTSIZE, 57, Errno.ENOEXEC, "e_phentsize");
    badField(ElfHeader.E_PHNUM, 0, Errno.ENOEXEC, "e_phnum");
    badField(ElfHeader.E_PHNUM, 0xffff, Errno.ENOEXEC, "e_phnum");
    badField(ElfHeader.E_PHOFF, 1L << 40, Errno.EIO, "e_phoff");
    badField(ElfHeader.E_PHOFF, -8, Errno.EIO, "e_phoff");
    badField(ElfHeader.E_ENTRY, 1L << 47, Errno.EINVAL, "e_entry");
  }

  private void badField(Field field, long value, Errno errno, String name) {
    ExecException refused = refusal(ElfBytes.program(Abi.X86_64).set(field, value).bytes);
    assertThat(refused.errno()).isEqualTo(errno);
    assertThat(refused).hasMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({
    // offset, address, file size, memory size, error
    "0,      0x400000,       0x2000, 0x1000, EINVAL",
    "0x10,   0x400000,       0x1000, 0x1000, EINVAL",
    "0,      0x400000,       0x1000, 0x7ffffffff000, EINVAL",
    "0,      0x7ffffffff000, 0x1000, 0x1000, EINVAL",
    "0,      0x1000,         0x1000, 0x1000, EPERM",
    "0,      0x400000,       0x1000, 0x40000000000, ENOMEM",
  })
  void badSegmentsHaveLinuxErrors(
      String offset, String address, String fileSize, String memorySize, Errno errno) {
    ElfBytes elf =
        new ElfBytes(Abi.X86_64, 0x3000)
            .segment(
                ElfImage.PT_LOAD,
                6,
                Long.decode(offset),
                Long.decode(address),
                Long.decode(fileSize),
                Long.decode(memorySize));
    ExecException refused = refusal(elf.bytes);
    assertThat(refused.errno()).isEqualTo(errno);
    assertThat(refused.fatal()).isTrue();
    assertThat(refused).hasMessageContaining("program header 0 (p_vaddr");
  }

  @Test
  void scriptsNameTheirInterpreterAndNest() {
    programs
        .file("/elf", ElfBytes.program(Abi.X86_64).bytes)
        .file("/one", text("#! /elf  -x y \nrest"))
        .file("/two", text("#!/one\n"));
    assertThat(arguments("/one", "a", "b")).containsExactly("/elf", "-x y", "/one", "b");
    assertThat(arguments("/two", "a", "b")).containsExactly("/elf", "-x y", "/one", "/two", "b");
    programs.file("/loop", text("#!/loop"));
    ExecException loop =
        catchThrowableOfType(ExecException.class, () -> programs.load("/loop", List.of("/loop")));
    assertThat(loop.errno()).isEqualTo(Errno.ELOOP);
    assertThat(refusal(text("#!\n")).errno()).isEqualTo(Errno.ENOEXEC);
    assertThat(refusal(text("#!   ")).errno()).isEqualTo(Errno.ENOEXEC);
    assertThat(refusal(text("#!/" + "x".repeat(300))).errno()).isEqualTo(Errno.ENOEXEC);
    assertThat(refusal(text("#!/none")).errno()).isEqualTo(Errno.ENOENT);
    assertThat(refusal(text("echo hello\n")).errno()).isEqualTo(Errno.ENOEXEC);
    assertThat(refusal(new byte[0]).errno()).isEqualTo(Errno.ENOEXEC);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private List<String> arguments(String path, String... arguments) {
    LoadedProgram loaded = programs.load(path, List.of(arguments));
    AddressSpace space = loaded.space();
    List<String> found = new ArrayList<>();
    long at = space.regions().argStart();
    while (at < space.regions().argEnd()) {
      String argument = space.readCString(at, 4096);
      found.add(argument);
      at += argument.length() + 1;
    }
    assertThat(loaded.command()).isEqualTo(path.substring(1));
    assertThat(loaded.executable().dentry().name()).isEqualTo("/elf");
    space.release();
    return found;
  }

  @Test
  void argumentsHaveALimit() {
    byte[] elf = ElfBytes.program(Abi.X86_64).bytes;
    programs.file("/p", elf);
    programs.load("/p", List.of("/p", "x".repeat(131071))).space().release();
    for (List<String> tooLong :
        List.of(
            List.of("/p", "x".repeat(131072)),
            java.util.Collections.nCopies(20, "x".repeat(120000)))) {
      ExecException refused =
          catchThrowableOfType(ExecException.class, () -> programs.load("/p", tooLong));
      assertThat(refused.errno()).isEqualTo(Errno.E2BIG);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"omagic", "nmagic", "zmagic", "qmagic"})
  void aoutProgramsOfEachKindAreLoaded(String kind) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of("../guests/src/main/guests/demo/aout-" + kind));
    LoadedProgram loaded = programs.file("/a", bytes).load("/a", List.of("/a", "b"));
    AddressSpace space = loaded.space();
    long base = kind.equals("qmagic") ? 4096 : 0;
    int offset = kind.equals("zmagic") ? 1024 : kind.equals("qmagic") ? 0 : 32;
    int start = (int) space.regions().startCode();
    assertThat(start).isEqualTo((int) base);
    byte[] code = new byte[32];
    space.read(base, code, 0, 32);
    assertThat(code).isEqualTo(Arrays.copyOfRange(bytes, offset, offset + 32));
    long stack = loaded.start().stackPointer();
    assertThat(space.readInt(stack)).isEqualTo(2);
    int argv = space.readInt(stack + 4);
    assertThat(space.readCString(Integer.toUnsignedLong(space.readInt(argv & 0xffffffffL)), 99))
        .isEqualTo("/a");
    assertThat(space.readByte(space.regions().endData() + 63)).isZero();
    space.release();
    for (int i = 4; i < 32; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= (byte) 0xff;
      tryLoading(damaged);
    }
  }

  /** Whatever the file: a program or one line that refuses it. */
  @Test
  void mutatedFilesNeverDoMoreThanFail() {
    Random random = new Random(20261121);
    for (int i = 0; i < 3000; i++) {
      Abi abi = i % 2 == 0 ? Abi.X86_64 : Abi.I386;
      byte[] bytes = ElfBytes.program(abi).bytes;
      if (i % 10 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(400));
      }
      int changes = 1 + random.nextInt(6);
      for (int c = 0; c < changes && bytes.length > 8; c++) {
        int at = random.nextInt(4) == 0 ? 4 : random.nextInt(Math.min(bytes.length, 240));
        bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) -1;
      }
      tryLoading(bytes);
    }
  }

  private void tryLoading(byte[] bytes) {
    try {
      load(bytes).space().release();
    } catch (ExecException e) {
      assertThat(e.getMessage()).isNotEmpty().doesNotContain("\n");
    }
  }

  @Test
  void aRealProgramIsMappedWithItsInterpreter() throws Exception {
    byte[] shell = Files.readAllBytes(Path.of("/bin/sh"));
    String interpreter =
        ElfImage.read(new ProgramFile(FakeFile.open("sh", shell)), shell, Errno.ENOEXEC)
            .interpreter();
    programs.file(interpreter, Files.readAllBytes(Path.of(interpreter)));
    LoadedProgram loaded = load(shell);
    AddressSpace space = loaded.space();
    for (int type : new int[] {AuxVector.AT_BASE, AuxVector.AT_SYSINFO_EHDR}) {
      byte[] head = new byte[4];
      space.read(auxv(loaded, type), head, 0, 4);
      assertThat(head).containsExactly(0x7f, 'E', 'L', 'F');
    }
    assertThat(auxv(loaded, AuxVector.AT_PHDR)).isBetween(0x555555554000L, 0x555555555000L);
    assertThat(loaded.start().entry()).isGreaterThan(auxv(loaded, AuxVector.AT_BASE));
    space.release();
  }
}

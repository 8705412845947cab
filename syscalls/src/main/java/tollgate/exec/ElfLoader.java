package tollgate.exec;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.uapi.Mman;
import tollgate.fs.OpenFile;
import tollgate.mm.AddressLayout;
import tollgate.mm.AddressSpace;
import tollgate.mm.ProgramRegions;

/**
 * Loads ELF programs: static, position-independent, and dynamic through their interpreter
 * (fs/binfmt_elf.c, fs/compat_binfmt_elf.c).
 */
final class ElfLoader {
  /**
   * Where position-independent programs with an interpreter go: two thirds up (ELF_ET_DYN_BASE).
   */
  private static final long DYN_BASE_64 = 0x5555_5555_4aaaL;

  /** The same for i386. */
  private static final long DYN_BASE_32 = 0x5655_5000L;

  /**
   * Room that a signal frame takes (AT_MINSIGSTKSZ): what the kernel computes for a processor whose
   * floating-point state is the FXSAVE image alone (arch/x86/kernel/signal.c).
   */
  private static final long MINIMUM_SIGNAL_STACK = 0x440;

  private final ProgramRequest request;
  private final ElfImage image;
  private final Abi abi;

  private ElfLoader(ProgramRequest request, ElfImage image) {
    this.request = request;
    this.image = image;
    abi = image.abi;
  }

  static LoadedProgram load(ProgramRequest request, ProgramFile file, byte[] head) {
    return new ElfLoader(request, ElfImage.read(file, head, Errno.ENOEXEC)).load();
  }

  private LoadedProgram load() {
    String path = image.interpreter();
    if (path == null) {
      return load(null);
    }
    OpenFile file = openInterpreter(path);
    try {
      ProgramFile interpreter = new ProgramFile(file);
      try {
        return load(ElfImage.read(interpreter, interpreter.head(), Errno.ELIBBAD));
      } catch (ExecException e) {
        throw e.errno() == Errno.ELIBBAD
            ? ExecException.refused(Errno.ELIBBAD, "interpreter " + path + ": " + e.getMessage())
            : e;
      }
    } finally {
      file.release();
    }
  }

  private OpenFile openInterpreter(String path) {
    try {
      return request.files().open(path);
    } catch (ErrnoException e) {
      throw ExecException.refused(
          e.errno(), "PT_INTERP: interpreter " + path + " cannot be opened: " + e.errno());
    }
  }

  private LoadedProgram load(ElfImage interpreter) {
    if (interpreter != null && interpreter.abi != abi) {
      throw ExecException.refused(
          Errno.ELIBBAD, "PT_INTERP: the interpreter is for " + interpreter.abi.label());
    }
    AddressSpace space =
        new AddressSpace(
            request.memory(),
            AddressLayout.of(abi, request.limits().stack(), request.randomOffset()),
            request.limits());
    boolean done = false;
    try {
      LoadedProgram program = fill(space, interpreter);
      done = true;
      return program;
    } finally {
      if (!done) {
        space.release();
      }
    }
  }

  private LoadedProgram fill(AddressSpace space, ElfImage interpreter) {
    int stackFlags = image.stackFlags();
    space.setReadImpliesExec(request.readImpliesExec() || abi == Abi.I386 && stackFlags == -1);
    InitialStack stack = new InitialStack(space, request);
    stack.create(request.path(), stackProt(space, stackFlags));

    ElfMapper program = new ElfMapper(image, space);
    boolean moved = image.type == ElfImage.ET_DYN && interpreter == null;
    program.map(moved ? 0 : dynamicBase(), false);
    long entry;
    long base = 0;
    if (interpreter == null) {
      entry = program.entry();
    } else {
      ElfMapper loader = new ElfMapper(interpreter, space);
      loader.map(0, true);
      base = loader.bias();
      entry = loader.entry();
    }
    VdsoMapping vdso = Vdso.map(space, request.processor().vendor());
    space.setBrk(AddressLayout.pageUp(moved ? dynamicBase() : program.end));

    AuxVector vector = new AuxVector();
    if (abi == Abi.I386) {
      vector.add(AuxVector.AT_SYSINFO, vdso.address("__kernel_vsyscall"));
    }
    vector
        .add(AuxVector.AT_SYSINFO_EHDR, vdso.base())
        .add(AuxVector.AT_MINSIGSTKSZ, MINIMUM_SIGNAL_STACK)
        .add(AuxVector.AT_HWCAP, request.processor().hwcap())
        .add(AuxVector.AT_PAGESZ, 4096)
        .add(AuxVector.AT_CLKTCK, 100)
        .add(AuxVector.AT_PHDR, program.tableAddress())
        .add(AuxVector.AT_PHENT, abi == Abi.I386 ? 32 : 56)
        .add(AuxVector.AT_PHNUM, image.segments.length)
        .add(AuxVector.AT_BASE, base)
        .add(AuxVector.AT_FLAGS, 0)
        .add(AuxVector.AT_ENTRY, program.entry());
    InitialStack.Tables tables =
        stack.writeTables(abi == Abi.I386 ? "i686" : "x86_64", request, vector);
    space.setRegions(
        new ProgramRegions(
            program.startCode,
            program.endCode,
            program.startData,
            program.endData,
            tables.stackPointer(),
            stack.argStart(),
            stack.envStart(),
            stack.envStart(),
            stack.envEnd(),
            tables.auxv()));
    return new LoadedProgram(
        space,
        new StartState(abi, entry, tables.stackPointer()),
        request.file(),
        ProgramLoader.command(request.path()),
        vdso);
  }

  private static int stackProt(AddressSpace space, int stackFlags) {
    int prot = Mman.PROT_READ | Mman.PROT_WRITE;
    boolean asked = stackFlags != -1 && (stackFlags & ElfImage.PF_X) != 0;
    boolean implied = stackFlags == -1 && space.readImpliesExec();
    return asked || implied ? prot | Mman.PROT_EXEC : prot;
  }

  private long dynamicBase() {
    return abi == Abi.I386 ? DYN_BASE_32 : DYN_BASE_64;
  }
}

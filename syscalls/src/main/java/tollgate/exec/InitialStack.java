package tollgate.exec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.mm.AddressSpace;
import tollgate.mm.MemoryLimits;

/**
 * The stack a program starts with (fs/exec.c and create_elf_tables in fs/binfmt_elf.c). From its
 * top downwards: eight zero bytes, the program's path, the environment, the arguments, then what
 * the auxiliary vector points to, the vector, the two lists of pointers and argc.
 */
final class InitialStack {
  /** Bytes of one argument, its NUL included (MAX_ARG_STRLEN). */
  private static final int MAX_STRING = 128 << 10;

  /** What arguments may take however small the stack limit is (ARG_MAX). */
  private static final long MIN_ARGUMENTS = 128 << 10;

  /** What they may take at most: three quarters of the default stack limit. */
  private static final long MAX_ARGUMENTS = (8L << 20) / 4 * 3;

  /** How far the stack reaches below the arguments from the start. */
  private static final long EXTRA = 128 << 10;

  private static final long PAGE_MASK = -4096L;

  private final AddressSpace space;
  private final Abi abi;
  private final List<String> arguments;
  private final List<String> environment;
  private final long top;
  private final long pathAddress;
  private final long argStart;
  private final long envStart;
  private final long envEnd;

  InitialStack(AddressSpace space, ProgramRequest request) {
    this.space = space;
    abi = space.layout().abi();
    arguments = request.arguments();
    environment = request.environment();
    top = space.layout().stackTop();
    pathAddress = top - 8 - bytes(request.path());
    envEnd = pathAddress;
    envStart = envEnd - bytes(environment);
    argStart = envStart - bytes(arguments);
  }

  /**
   * E2BIG when the strings are too long for any program.
   *
   * @param limits of the process, for RLIMIT_STACK
   */
  static void checkSizes(List<String> arguments, List<String> environment, MemoryLimits limits) {
    long room =
        Math.max(MIN_ARGUMENTS, Math.min(MAX_ARGUMENTS, limits.stack() / 4))
            - (Math.max(arguments.size(), 1) + (long) environment.size()) * 8;
    if (room <= 0 || bytes(arguments) + bytes(environment) > room) {
      throw ExecException.refused(Errno.E2BIG, "arguments and environment are too long");
    }
    checkEach(arguments);
    checkEach(environment);
  }

  private static void checkEach(List<String> strings) {
    for (String string : strings) {
      if (bytes(string) > MAX_STRING) {
        throw ExecException.refused(
            Errno.E2BIG, "an argument is longer than " + MAX_STRING + " bytes");
      }
    }
  }

  /** Maps the stack and copies the strings to its top. */
  void create(String path, int prot) {
    long start = argStart & PAGE_MASK;
    long wanted = Math.min(space.limits().stack() & PAGE_MASK, top - start + EXTRA);
    try {
      space.mapStack(Math.min(start, top - wanted), top, prot);
      long at = writeStrings(arguments, argStart);
      at = writeStrings(environment, at);
      writeStrings(List.of(path), at);
    } catch (ErrnoException e) {
      throw ExecException.refused(e.errno(), "no memory for the arguments: " + e.errno());
    }
  }

  long argStart() {
    return argStart;
  }

  long envStart() {
    return envStart;
  }

  long envEnd() {
    return envEnd;
  }

  long pathAddress() {
    return pathAddress;
  }

  /** The tables of an ELF program, complete; and where its registers and vector begin. */
  record Tables(long stackPointer, byte[] auxv) {}

  /**
   * Writes everything below the strings.
   *
   * @param platform text for AT_PLATFORM
   * @param vector the entries before AT_UID; the rest is the same for all programs
   */
  Tables writeTables(String platform, ProgramRequest request, AuxVector vector) {
    try {
      long at = argStart & -16L;
      at -= bytes(platform);
      final long platformAddress = at;
      writeStrings(List.of(platform), at);
      at -= 16;
      space.write(at, request.randomBytes(), 0, 16);
      ProgramRequest.Identity identity = request.identity();
      vector
          .add(AuxVector.AT_UID, identity.uid())
          .add(AuxVector.AT_EUID, identity.euid())
          .add(AuxVector.AT_GID, identity.gid())
          .add(AuxVector.AT_EGID, identity.egid())
          .add(AuxVector.AT_SECURE, identity.secure() ? 1 : 0)
          .add(AuxVector.AT_RANDOM, at)
          .add(AuxVector.AT_HWCAP2, request.processor().hwcap2())
          .add(AuxVector.AT_EXECFN, pathAddress)
          .add(AuxVector.AT_PLATFORM, platformAddress)
          .add(AuxVector.AT_RSEQ_FEATURE_SIZE, 28)
          .add(AuxVector.AT_RSEQ_ALIGN, 32)
          .add(AuxVector.AT_NULL, 0);
      int word = abi.wordSize();
      long tail = at - (long) vector.count() * word;
      long items = arguments.size() + environment.size() + 3L;
      long stackPointer = tail - items * word & -16L;
      int pointerBytes = (int) (items * word);
      ByteBuffer out =
          ByteBuffer.allocate(pointerBytes + vector.count() * word).order(ByteOrder.LITTLE_ENDIAN);
      put(out, arguments.size());
      putPointers(out, arguments, argStart);
      putPointers(out, environment, envStart);
      for (int i = 0; i < vector.count(); i++) {
        put(out, vector.word(i));
      }
      space.write(stackPointer, out.array(), 0, out.position());
      byte[] auxv = java.util.Arrays.copyOfRange(out.array(), pointerBytes, out.position());
      return new Tables(stackPointer, auxv);
    } catch (ErrnoException e) {
      throw ExecException.fatal(e.errno(), "no room on the stack for the auxiliary vector");
    }
  }

  /**
   * Writes what an a.out program finds below its strings: argc, argv, envp, and the two lists that
   * these point to. Returns the stack pointer.
   */
  long writeAoutTables() {
    int lists = (arguments.size() + environment.size() + 2) * 4;
    long listStart = (argStart & -4L) - lists;
    long stackPointer = listStart - 12;
    ByteBuffer out = ByteBuffer.allocate(lists + 12).order(ByteOrder.LITTLE_ENDIAN);
    put(out, arguments.size());
    put(out, listStart);
    put(out, listStart + (arguments.size() + 1) * 4L);
    putPointers(out, arguments, argStart);
    putPointers(out, environment, envStart);
    space.write(stackPointer, out.array(), 0, out.position());
    return stackPointer;
  }

  private void putPointers(ByteBuffer out, List<String> strings, long start) {
    long at = start;
    for (String string : strings) {
      put(out, at);
      at += bytes(string);
    }
    put(out, 0);
  }

  private void put(ByteBuffer out, long word) {
    if (abi == Abi.I386) {
      out.putInt((int) word);
    } else {
      out.putLong(word);
    }
  }

  private long writeStrings(List<String> strings, long start) {
    long at = start;
    for (String string : strings) {
      byte[] bytes = (string + '\0').getBytes(StandardCharsets.ISO_8859_1);
      space.write(at, bytes, 0, bytes.length);
      at += bytes.length;
    }
    return at;
  }

  private static int bytes(String string) {
    return string.length() + 1;
  }

  private static long bytes(List<String> strings) {
    long sum = 0;
    for (String string : strings) {
      sum += bytes(string);
    }
    return sum;
  }
}

package tollgate.unicorn;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.CallingConvention;
import com.kenai.jffi.Invoker;
import com.kenai.jffi.Library;
import com.kenai.jffi.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A loaded libunicorn: the addresses of its functions and the way to call them. It calls through
 * jffi, the layer under jnr-ffi, because the C API is all integers and addresses: no interface has
 * to be compiled at start-up and a call costs 10 ns.
 */
public final class Unicorn {
  /** The oldest API that this project can run on, as {@link #uc_version} writes it. */
  static final int OLDEST = 0x02010000;

  private static final Invoker INVOKER = Invoker.getInstance();
  private static final CallContext[] CONTEXTS = new CallContext[9];

  static {
    for (int n = 0; n < CONTEXTS.length; n++) {
      Type[] arguments = new Type[n];
      java.util.Arrays.fill(arguments, Type.SINT64);
      CONTEXTS[n] =
          CallContext.getCallContext(Type.SINT64, arguments, CallingConvention.DEFAULT, false);
    }
  }

  /** Kept so that the library stays loaded. */
  private final Library library;

  private final Path path;
  private final int version;

  final long open;
  final long close;
  final long ctl;
  final long strerror;
  final long regRead;
  final long regWrite;
  final long memMapPtr;
  final long emuStart;
  final long emuStop;
  final long hookAdd;
  final long contextAlloc;
  final long contextSize;
  final long contextSave;
  final long contextRestore;
  final long contextFree;

  private Unicorn(Library library, Path path) {
    this.library = library;
    this.path = path;
    long version = symbol("uc_version");
    this.version = (int) call(version, 0, 0);
    if (this.version < OLDEST) {
      throw new UnicornUnavailableException(
          "libunicorn " + release() + " (" + path + ") is too old: 2.1 or newer is needed");
    }
    open = symbol("uc_open");
    close = symbol("uc_close");
    ctl = symbol("uc_ctl");
    strerror = symbol("uc_strerror");
    regRead = symbol("uc_reg_read");
    regWrite = symbol("uc_reg_write");
    memMapPtr = symbol("uc_mem_map_ptr");
    emuStart = symbol("uc_emu_start");
    emuStop = symbol("uc_emu_stop");
    hookAdd = symbol("uc_hook_add");
    contextAlloc = symbol("uc_context_alloc");
    contextSize = symbol("uc_context_size");
    contextSave = symbol("uc_context_save");
    contextRestore = symbol("uc_context_restore");
    contextFree = symbol("uc_context_free");
  }

  /**
   * Loads a library.
   *
   * @param name a path, or a name for the system's loader to find
   * @return null when the system knows no library of that name
   * @throws UnicornUnavailableException when it cannot be loaded, is no libunicorn, or is too old
   */
  static Unicorn load(String name) {
    Library library = Library.openLibrary(name, Library.NOW | Library.LOCAL);
    if (library == null) {
      if (!name.contains("/")) {
        return null;
      }
      throw new UnicornUnavailableException(
          "cannot load " + name + ": " + String.valueOf(Library.getLastError()).strip());
    }
    Unicorn unicorn;
    try {
      Path path = name.contains("/") ? Path.of(name) : MappedFiles.find(name);
      unicorn = new Unicorn(library, path == null ? Path.of(name) : path);
    } catch (UnsatisfiedLinkError e) {
      throw new UnicornUnavailableException(name + " is not libunicorn 2: " + e.getMessage(), e);
    }
    return unicorn;
  }

  private long symbol(String name) {
    long address = library.getSymbolAddress(name);
    if (address == 0) {
      throw new UnsatisfiedLinkError("no function " + name);
    }
    return address;
  }

  /** The API's version, a byte each for major, minor, patch and extra. */
  public int uc_version() {
    return version;
  }

  /** The version as people write it: {@code 2.1.1}. */
  public String release() {
    return (version >>> 24) + "." + (version >> 16 & 0xff) + "." + (version >> 8 & 0xff);
  }

  /** The file that was loaded. */
  public Path path() {
    return path;
  }

  /** What an error code means, in the engine's words. */
  public String uc_strerror(int error) {
    long text = call(strerror, error);
    StringBuilder out = new StringBuilder();
    for (long at = text; HostMemory.getByte(at) != 0; at++) {
      out.append((char) HostMemory.getByte(at));
    }
    return new String(out.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /**
   * Opens an engine.
   *
   * @param arch {@code UC_ARCH_...}
   * @param mode {@code UC_MODE_...}
   */
  public UnicornEngine uc_open(int arch, int mode) {
    long result = HostMemory.allocate(8);
    try {
      check("uc_open", (int) call(open, arch, mode, result));
      return new UnicornEngine(this, HostMemory.getLong(result));
    } finally {
      HostMemory.free(result);
    }
  }

  /**
   * Throws what an error code stands for.
   *
   * @throws UnicornException unless it is UC_ERR_OK
   */
  public void check(String function, int error) {
    if (error != UnicornConstants.UC_ERR_OK) {
      throw new UnicornException(function, error, uc_strerror(error));
    }
  }

  static long call(long function, long a) {
    return INVOKER.invokeN1(CONTEXTS[1], function, a);
  }

  static long call(long function, long a, long b) {
    return INVOKER.invokeN2(CONTEXTS[2], function, a, b);
  }

  static long call(long function, long a, long b, long c) {
    return INVOKER.invokeN3(CONTEXTS[3], function, a, b, c);
  }

  static long call(long function, long a, long b, long c, long d) {
    return INVOKER.invokeN4(CONTEXTS[4], function, a, b, c, d);
  }

  static long call(long function, long a, long b, long c, long d, long e) {
    return INVOKER.invokeN5(CONTEXTS[5], function, a, b, c, d, e);
  }

  static long call(long function, long... arguments) {
    com.kenai.jffi.HeapInvocationBuffer buffer =
        new com.kenai.jffi.HeapInvocationBuffer(CONTEXTS[arguments.length]);
    for (long argument : arguments) {
      buffer.putLong(argument);
    }
    return INVOKER.invokeLong(CONTEXTS[arguments.length], function, buffer);
  }
}

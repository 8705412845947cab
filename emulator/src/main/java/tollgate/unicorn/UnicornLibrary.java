package tollgate.unicorn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Finds libunicorn: where the user says, where the system has it, in the cache folder, or as a
 * package of the distribution, which is then unpacked into the cache folder.
 */
public final class UnicornLibrary {
  /** System property with the path of the library; the environment variable is TOLLGATE_UNICORN. */
  public static final String PROPERTY = "tollgate.unicorn";

  private static final String VARIABLE = "TOLLGATE_UNICORN";
  private static final String[] NAMES = {"libunicorn.so.2", "libunicorn.2.dylib", "unicorn"};

  private static final String PACKAGE = "libunicorn2t64";
  private static final String MEMBER = "usr/lib/x86_64-linux-gnu/libunicorn.so.2";
  private static final String CACHED = "unicorn/libunicorn.so.2";

  private final String chosen;
  private final String[] systemNames;
  private final PackageCache cache;

  /** A search; tests give it other places. */
  UnicornLibrary(String chosen, String[] systemNames, PackageCache cache) {
    this.chosen = chosen;
    this.systemNames = systemNames;
    this.cache = cache;
  }

  /** Loads the first usable libunicorn, as {@link #find(Consumer)}, without a word. */
  public static Unicorn find() {
    return find(step -> {});
  }

  /**
   * Loads the first usable libunicorn.
   *
   * @param progress told, in a few words, about each long step
   * @throws UnicornUnavailableException with one line that names all places and packages
   */
  public static Unicorn find(Consumer<String> progress) {
    // Before jnr-ffi is touched by anyone: its stub assembler passes wrong sixth arguments.
    if (System.getProperty("jnr.ffi.x86asm.enabled") == null) {
      System.setProperty("jnr.ffi.x86asm.enabled", "false");
    }
    String chosen = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    PackageCache cache = new PackageCache(PackageCache.defaultFolder(), progress);
    return new UnicornLibrary(chosen, NAMES, cache).search();
  }

  Unicorn search() {
    if (chosen != null && !chosen.isEmpty()) {
      Path path = Path.of(chosen).toAbsolutePath();
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        throw new UnicornUnavailableException(
            "cannot read " + path + ", which " + PROPERTY + " or " + VARIABLE + " names");
      }
      return Unicorn.load(path.toString());
    }
    String system = "none";
    try {
      for (String name : systemNames) {
        Unicorn unicorn = Unicorn.load(name);
        if (unicorn != null) {
          return unicorn;
        }
      }
    } catch (UnicornUnavailableException e) {
      system = e.getMessage();
    }
    boolean cached = Files.exists(cache.path(CACHED));
    try {
      return Unicorn.load(cache.fetch(CACHED, PACKAGE, MEMBER).toString());
    } catch (UnicornUnavailableException e) {
      throw new UnicornUnavailableException(
          "no usable libunicorn (2.1 or newer): "
              + PROPERTY
              + " and "
              + VARIABLE
              + " are not set; the system's: "
              + system
              + "; cached "
              + cache.path(CACHED)
              + ": "
              + (cached ? e.getMessage() : "none; package " + PACKAGE + ": " + e.getMessage())
              + ". Install "
              + PACKAGE
              + " (Debian 13) or unicorn (Fedora, Arch, Homebrew), or set "
              + VARIABLE,
          e);
    }
  }
}

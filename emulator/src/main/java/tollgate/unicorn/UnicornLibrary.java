package tollgate.unicorn;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds libunicorn: where the user says, where the system has it, in the cache folder, or as a
 * package of the distribution, which is then unpacked into the cache folder.
 */
public final class UnicornLibrary {
  /** System property with the path of the library; the environment variable is TOLLGATE_UNICORN. */
  public static final String PROPERTY = "tollgate.unicorn";

  private static final String VARIABLE = "TOLLGATE_UNICORN";
  private static final String[] NAMES = {"libunicorn.so.2", "libunicorn.2.dylib", "unicorn"};

  private UnicornLibrary() {}

  /**
   * Loads the first usable libunicorn.
   *
   * @throws UnicornUnavailableException with one line that names all places and packages
   */
  public static Unicorn find() {
    // Before jnr-ffi is touched by anyone: its stub assembler passes wrong sixth arguments.
    if (System.getProperty("jnr.ffi.x86asm.enabled") == null) {
      System.setProperty("jnr.ffi.x86asm.enabled", "false");
    }
    String chosen = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    if (chosen != null && !chosen.isEmpty()) {
      Path path = Path.of(chosen);
      if (!Files.isReadable(path)) {
        throw new UnicornUnavailableException(
            "cannot read " + chosen + ", which " + PROPERTY + " or " + VARIABLE + " names");
      }
      return Unicorn.load(path.toAbsolutePath().toString());
    }
    UnicornUnavailableException unusable = null;
    try {
      for (String name : NAMES) {
        Unicorn unicorn = Unicorn.load(name);
        if (unicorn != null) {
          return unicorn;
        }
      }
    } catch (UnicornUnavailableException e) {
      unusable = e;
    }
    return fromPackage(UnicornPackage.cached(), unusable);
  }

  private static Unicorn fromPackage(Path cached, UnicornUnavailableException system) {
    String reason;
    try {
      Path library = Files.isReadable(cached) ? cached : UnicornPackage.fetch();
      return Unicorn.load(library.toString());
    } catch (UnicornUnavailableException e) {
      reason = e.getMessage();
    }
    throw new UnicornUnavailableException(
        "no usable libunicorn (2.1 or newer). Looked at "
            + PROPERTY
            + "/"
            + VARIABLE
            + " (not set), the system's libraries ("
            + (system == null ? "none" : system.getMessage())
            + "), the cache "
            + cached
            + " and the distribution's package ("
            + reason
            + "). Install libunicorn2t64 (Debian 13), unicorn (Fedora, Arch, Homebrew), or set "
            + VARIABLE
            + " to the library");
  }
}

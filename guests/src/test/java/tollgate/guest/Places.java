package tollgate.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tollgate.abi.Abi;

/** Where things lie: the checkout, the cache that {@code guests/bootstrap} fills, built guests. */
final class Places {
  /** The root of the checkout. */
  static final Path ROOT = root();

  /** The sources of the guests. */
  static final Path SOURCES = ROOT.resolve("guests/src/main/guests");

  /** Programs built for the tests, kept between runs. */
  static final Path BUILT = ROOT.resolve("guests/target/built");

  /** The command under test. */
  static final Path TOLLGATE = ROOT.resolve("emulator/bin/tollgate");

  private Places() {}

  /** The tree that holds the distribution's packages of one architecture. */
  static Path packages(Abi abi) {
    return cache().resolve("guests").resolve(abi == Abi.X86_64 ? "amd64" : "i386");
  }

  /** A file of those packages; says how to get it when it is missing. */
  static Path packaged(Abi abi, String file) {
    Path path = packages(abi).resolve(file);
    if (!Files.exists(path)) {
      throw new IllegalStateException("no " + path + ": run guests/bootstrap");
    }
    return path;
  }

  /** A new empty folder that goes away with {@code mvn clean}. */
  static Path scratch(String purpose) {
    try {
      Path parent = Files.createDirectories(ROOT.resolve("guests/target/scratch"));
      return Files.createTempDirectory(parent, purpose);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path cache() {
    String own = System.getenv("TOLLGATE_CACHE");
    if (own != null && !own.isEmpty()) {
      return Path.of(own);
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches =
        xdg != null && !xdg.isEmpty()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".cache");
    return caches.resolve("tollgate");
  }

  private static Path root() {
    String given = System.getProperty("tollgate.root");
    Path path = Path.of(given != null ? given : "").toAbsolutePath();
    while (path != null && !Files.exists(path.resolve("guests/bootstrap"))) {
      path = path.getParent();
    }
    if (path == null) {
      throw new IllegalStateException("no checkout above " + Path.of("").toAbsolutePath());
    }
    return path;
  }
}

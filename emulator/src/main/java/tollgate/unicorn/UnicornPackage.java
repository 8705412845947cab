package tollgate.unicorn;

import java.nio.file.Path;

/** Fetches the distribution's package of libunicorn into the cache folder. */
final class UnicornPackage {
  private UnicornPackage() {}

  /** Where the library is once it has been fetched. */
  static Path cached() {
    return cacheFolder().resolve("unicorn").resolve("libunicorn.so.2");
  }

  /** {@code TOLLGATE_CACHE}, or tollgate's folder in {@code XDG_CACHE_HOME} or {@code ~/.cache}. */
  static Path cacheFolder() {
    String own = System.getenv("TOLLGATE_CACHE");
    if (own != null && !own.isEmpty()) {
      return Path.of(own).toAbsolutePath();
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches =
        xdg != null && !xdg.isEmpty()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".cache");
    return caches.resolve("tollgate").toAbsolutePath();
  }

  static Path fetch() {
    throw new UnicornUnavailableException("not fetched");
  }
}

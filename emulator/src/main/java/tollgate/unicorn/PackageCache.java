package tollgate.unicorn;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder in which things fetched from the distribution are kept. What is in it is complete: it
 * is put together elsewhere and moved in at once, under a lock that also holds between processes.
 */
final class PackageCache {
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path folder;
  private final Consumer<String> progress;

  /**
   * A cache.
   *
   * @param folder need not exist yet
   * @param progress told, in a few words, about each long step
   */
  PackageCache(Path folder, Consumer<String> progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /** {@code TOLLGATE_CACHE}, or tollgate's folder in {@code XDG_CACHE_HOME} or {@code ~/.cache}. */
  static Path defaultFolder() {
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

  /** Where something is or would be. */
  Path path(String name) {
    return folder.resolve(name);
  }

  /**
   * Something from a package, fetched on first use.
   *
   * @param name what it is called in the cache
   * @param debianPackage the package it comes from
   * @param member its path within the package: a file or a folder
   * @throws UnicornUnavailableException with one line, when it cannot be had
   */
  Path fetch(String name, String debianPackage, String member) {
    Path target = path(name);
    if (Files.exists(target)) {
      return target;
    }
    synchronized (IN_THIS_PROCESS) {
      try {
        Files.createDirectories(target.getParent());
        try (FileChannel channel =
                FileChannel.open(
                    folder.resolve("fetch.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (lock.isValid() && !Files.exists(target)) {
            fetchLocked(target, debianPackage, member);
          }
        }
      } catch (IOException e) {
        throw new UnicornUnavailableException(
            "the cache " + folder + " cannot be written: " + e.getMessage(), e);
      }
    }
    return target;
  }

  private void fetchLocked(Path target, String debianPackage, String member) throws IOException {
    Path work = Files.createTempDirectory(folder, "fetch-");
    try {
      Path unpacked = new DebianArchive(work, progress).unpack(debianPackage);
      Path found = unpacked.resolve(member);
      if (!Files.exists(found)) {
        throw new UnicornUnavailableException(debianPackage + " holds no " + member);
      }
      Files.move(found.toRealPath(), target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(work);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}

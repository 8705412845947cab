package tollgate.unicorn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where libunicorn is looked for, and what is said when it is not there or of no use. */
class UnicornLibraryTest {
  private static final String[] NO_SYSTEM = {"libtollgate-is-not-a-library.so.9"};

  @TempDir Path folder;

  private static void refused(UnicornLibrary search, String... parts) {
    assertThatThrownBy(search::search)
        .isInstanceOf(UnicornUnavailableException.class)
        .message()
        .doesNotContain("\n")
        .contains(parts);
  }

  private UnicornLibrary search(String chosen) {
    return new UnicornLibrary(chosen, NO_SYSTEM, new PackageCache(folder, step -> {}));
  }

  /** A library with one function, made by the C compiler. */
  private Path library(String name, String source) throws IOException, InterruptedException {
    Path c = Files.writeString(folder.resolve(name + ".c"), source);
    Path library = folder.resolve(name + ".so");
    Process compiler =
        new ProcessBuilder("gcc", "-shared", "-fPIC", "-o", library.toString(), c.toString())
            .inheritIO()
            .start();
    assertThat(compiler.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(compiler.exitValue()).isZero();
    return library;
  }

  @Test
  void theChosenLibraryIsTaken() {
    Path found = UnicornLibrary.find().path();
    Unicorn unicorn = search(found.toString()).search();
    assertThat(unicorn.path()).isEqualTo(found);
    assertThat(unicorn.uc_version()).isGreaterThanOrEqualTo(0x02010000);
  }

  @Test
  void aMissingOrUnreadableChoiceIsNamed() throws IOException {
    refused(
        search(folder.resolve("none.so").toString()), "cannot read", "none.so", "tollgate.unicorn");
    Path junk = Files.writeString(folder.resolve("junk.so"), "not a library");
    refused(search(junk.toString()), "cannot load", "junk.so");
    refused(search(folder.toString()), "cannot read");
  }

  @Test
  void anotherLibraryIsNotLibunicorn() throws IOException, InterruptedException {
    Path other = library("other", "int answer(void) { return 42; }");
    refused(search(other.toString()), "other.so", "is not libunicorn");
  }

  @Test
  void anOldLibunicornIsRefused() throws IOException, InterruptedException {
    Path old =
        library("old", "unsigned uc_version(unsigned *a, unsigned *b) { return 0x020001ff; }");
    refused(search(old.toString()), "old.so", "too old", "2.1");
  }

  @Test
  void aDamagedCacheIsNamedWithAllPlacesAndPackages() throws IOException {
    Files.createDirectories(folder.resolve("unicorn"));
    Files.writeString(folder.resolve("unicorn/libunicorn.so.2"), "damaged");
    refused(
        search(null),
        "TOLLGATE_UNICORN",
        "system",
        folder.resolve("unicorn/libunicorn.so.2").toString(),
        "libunicorn2t64",
        "Fedora",
        "Arch",
        "Homebrew");
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    UnicornLibrary search =
        new UnicornLibrary("", NO_SYSTEM, new PackageCache(file.resolve("cache"), step -> {}));
    refused(search, "cannot be written", "libunicorn2t64");
  }

  @Test
  void whatIsInTheCacheIsNotFetchedAgain() throws IOException {
    Path there = Files.createDirectories(folder.resolve("a")).resolve("b");
    Files.writeString(there, "kept");
    List<String> steps = new java.util.ArrayList<>();
    PackageCache cache = new PackageCache(folder, steps::add);
    assertThat(cache.fetch("a/b", "no-such-package", "x")).isEqualTo(there);
    assertThat(steps).isEmpty();
    assertThat(Files.exists(folder.resolve("fetch.lock"))).isFalse();
  }
}

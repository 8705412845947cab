package tollgate.fs.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.abi.ErrnoException;
import tollgate.abi.IovIter;
import tollgate.fs.Dentry;
import tollgate.fs.Inode;
import tollgate.fs.OpenFile;
import tollgate.host.NativeHost;

/** Nothing leads out of a granted directory, whatever a host process does to it meanwhile. */
class HostEscapeTest {
  private static final int ROUNDS = 4000;
  private static final int RENAME_EXCHANGE = 2;

  @TempDir Path folder;
  private final NativeHost host = NativeHost.open();
  private Path outside;
  private Path granted;

  @BeforeEach
  void prepare() throws IOException {
    outside = Files.createDirectories(folder.resolve("outside"));
    granted = Files.createDirectories(folder.resolve("granted"));
    Files.writeString(outside.resolve("f"), "secret");
    Files.createDirectories(granted.resolve("d"));
    Files.writeString(granted.resolve("d/f"), "public");
    Files.createSymbolicLink(granted.resolve("swap"), outside);
    Files.createSymbolicLink(granted.resolve("d/fswap"), outside.resolve("f"));
  }

  @Test
  void linksAreNeverFollowed() {
    Inode link = new HostFileSystem(host.files(), granted.toString(), false).root().lookup("swap");
    assertThat(outcome(() -> link.lookup("f"))).isEqualTo("ENOTDIR");
    assertThat(outcome(() -> link.open(new Dentry(null, "", link, null), 0))).isEqualTo("ELOOP");
    assertThat(outcome(() -> link.truncate(0))).isEqualTo("EINVAL");
    assertThat(outcome(() -> link.create("x", 0x8180, 0, 0, 0))).isEqualTo("ENOTDIR");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 1024})
  void aRenamerInTheMiddleGainsNothing(int descriptors) throws Exception {
    HostFileSystem system =
        new HostFileSystem(host.files(), granted.toString(), false, descriptors);
    AtomicBoolean done = new AtomicBoolean();
    Thread renamer = new Thread(() -> swap(done));
    renamer.start();
    int reads = 0;
    try {
      for (int i = 0; i < ROUNDS; i++) {
        String seen = outcome(() -> readThrough(system.root()));
        assertThat(seen).isNotEqualTo("secret");
        reads += seen.equals("public") ? 1 : 0;
        int round = i;
        outcome(() -> writeThrough(system.root(), round));
      }
    } finally {
      done.set(true);
      renamer.join();
    }
    assertThat(reads).isPositive();
    assertThat(outside.resolve("f")).hasContent("secret");
    try (var entries = Files.list(outside)) {
      assertThat(entries.toList()).containsExactly(outside.resolve("f"));
    }
  }

  @Test
  void aDirectoryMovedOutsideLeadsNowhereElse() throws IOException {
    HostFileSystem system = new HostFileSystem(host.files(), granted.toString(), false, 0);
    Inode directory = system.root().lookup("d");
    Files.move(granted.resolve("d"), outside.resolve("d"));
    assertThat(outcome(() -> directory.lookup("f"))).isEqualTo("ESTALE");
    assertThat(outcome(() -> directory.lookup(".."))).isEqualTo("ESTALE");
    Inode open = new HostFileSystem(host.files(), granted.toString(), false).root();
    assertThat(outcome(() -> open.lookup(".."))).isEqualTo("EINVAL");
    assertThat(outcome(() -> open.lookup("swap/f"))).isEqualTo("EINVAL");
  }

  /** Swaps the directory with a link to the outside, and the file with one, until told to stop. */
  private void swap(AtomicBoolean done) {
    var files = host.files();
    int top = files.openRoot(granted.toString());
    int inner = files.openAt(top, "d", 0x200000, 0);
    while (!done.get()) {
      files.renameAt(top, "d", top, "swap", RENAME_EXCHANGE);
      files.renameAt(inner, "f", inner, "fswap", RENAME_EXCHANGE);
    }
    files.close(inner);
    files.close(top);
  }

  private static String readThrough(Inode root) {
    Inode file = root.lookup("d").lookup("f");
    OpenFile open = file.open(new Dentry(null, "", file, null), 0);
    byte[] bytes = new byte[20];
    int got = (int) open.read(new IovIter().reset(bytes, 0, bytes.length));
    open.release();
    return new String(bytes, 0, got, StandardCharsets.ISO_8859_1);
  }

  private static void writeThrough(Inode root, int round) {
    Inode directory = root.lookup("d");
    String name = "n" + round;
    directory.create(name, 0x8180, 0, 0, 0);
    directory.unlink(name);
  }

  private static String outcome(Runnable call) {
    return outcome(
        () -> {
          call.run();
          return "";
        });
  }

  private static String outcome(java.util.function.Supplier<String> call) {
    try {
      return call.get();
    } catch (ErrnoException e) {
      return e.errno().name();
    }
  }
}

package tollgate.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.abi.Errno;
import tollgate.platform.HostFiles;
import tollgate.platform.HostStatus;

class NativeFilesTest {
  private static final int O_RDWR = 2;
  private static final int O_CREAT_EXCL = 0xc0;
  private static final int O_DIRECTORY = 0x10000;
  private static final int O_PATH = 0x200000;
  private static final int SEEK_DATA = 3;
  private static final int SEEK_HOLE = 4;

  @TempDir Path folder;
  private final NativeHost host = NativeHost.open();
  private final HostFiles files = host.files();
  private final HostStatus status = new HostStatus();
  private int directory;

  @BeforeEach
  void open() {
    directory = files.openRoot(folder.toString());
    assertThat(directory).isNotNegative();
  }

  @AfterEach
  void close() {
    assertThat(files.close(directory)).isZero();
  }

  @Test
  void bytesGoOutAndComeBackAtAnyPosition() {
    int fd = files.openAt(directory, "f", O_RDWR | O_CREAT_EXCL, 0600);
    byte[] all = bytes("hello world");
    assertThat(files.write(fd, all, 0, all.length, -1)).isEqualTo(all.length);
    assertThat(files.write(fd, bytes("W"), 0, 1, 6)).isEqualTo(1);
    byte[] into = new byte[20];
    assertThat(files.read(fd, into, 2, 18, 4)).isEqualTo(7);
    assertThat(new String(into, 2, 7, StandardCharsets.ISO_8859_1)).isEqualTo("o World");
    assertThat(files.seek(fd, 0, 1)).isEqualTo(all.length);
    assertThat(files.close(fd)).isZero();
  }

  @Test
  void arenaMemoryNeedsNoCopy() throws IOException {
    Files.write(folder.resolve("f"), bytes("0123456789"));
    long arena = host.mapMemory(1 << 20);
    int fd = files.openAt(directory, "f", O_RDWR, 0);
    assertThat(files.read(fd, arena + 4096, 100, 3)).isEqualTo(7);
    assertThat(files.write(fd, arena + 4096, 2, 0)).isEqualTo(2);
    assertThat(files.read(fd, 16, 100, 3)).isEqualTo(-Errno.EFAULT.number());
    files.close(fd);
    host.unmapMemory(arena, 1 << 20);
    assertThat(folder.resolve("f")).hasContent("3423456789");
  }

  @Test
  void namesNeedNotBeUtf8() {
    String name = "caf\u00e9\u00ff\u0001 \n";
    files.close(files.openAt(directory, name, O_CREAT_EXCL, 0600));
    assertThat(files.statusAt(directory, name, status)).isZero();
    assertThat(list()).containsExactlyInAnyOrder(".", "..", name);
    assertThat(files.unlinkAt(directory, name, false)).isZero();
    assertThat(list()).containsExactlyInAnyOrder(".", "..");
  }

  @Test
  void listsMoreThanOneBufferOfEntries() {
    String pad = "x".repeat(200);
    for (int i = 0; i < 600; i++) {
      files.close(files.openAt(directory, pad + i, O_CREAT_EXCL, 0600));
    }
    assertThat(list())
        .hasSize(602)
        .containsAll(IntStream.range(0, 600).mapToObj(i -> pad + i).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "/etc", "../x", "a\0b"})
  void onlyNamesOfEntriesAreNames(String name) {
    int refused = -Errno.EINVAL.number();
    assertThat(files.openAt(directory, name, O_PATH, 0)).isEqualTo(refused);
    assertThat(files.statusAt(directory, name, status)).isEqualTo(refused);
    assertThat(files.makeDirectoryAt(directory, name, 0700)).isEqualTo(refused);
    assertThat(files.makeNodeAt(directory, name, 0x1180, 0)).isEqualTo(refused);
    assertThat(files.symbolicLinkAt("t", directory, name)).isEqualTo(refused);
    assertThat(files.linkAt(directory, directory, name)).isEqualTo(refused);
    assertThat(files.unlinkAt(directory, name, false)).isEqualTo(refused);
    assertThat(files.renameAt(directory, name, directory, "n", 0)).isEqualTo(refused);
    assertThat(files.renameAt(directory, "n", directory, name, 0)).isEqualTo(refused);
  }

  @Test
  void longNamesFailAsOnLinux() {
    String tooLong = "n".repeat(256);
    assertThat(files.openAt(directory, tooLong, O_PATH, 0)).isEqualTo(-Errno.ENAMETOOLONG.number());
    assertThat(files.openAt(directory, "n".repeat(5000), O_PATH, 0))
        .isEqualTo(-Errno.ENAMETOOLONG.number());
  }

  @Test
  void neverFollowsALink() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc")); // must not be entered
    assertThat(files.openAt(directory, "link", O_DIRECTORY, 0)).isEqualTo(-Errno.ENOTDIR.number());
    assertThat(files.openAt(directory, "link", 0, 0)).isEqualTo(-Errno.ELOOP.number());
    int link = files.openAt(directory, "link", O_PATH, 0);
    assertThat(files.status(link, status)).isZero();
    assertThat(status.mode & 0xf000).isEqualTo(0xa000);
    assertThat(files.readLink(link, new int[1])).isEqualTo("/etc");
    assertThat(files.changeTimes(link, 1, 2, 3, 4)).isZero();
    assertThat(files.status(link, status)).isZero();
    assertThat(status.modificationSeconds).isEqualTo(3);
    assertThat(status.modificationNanos).isEqualTo(4);
    files.close(link);
  }

  @Test
  void modesAreExactWhateverTheUmask() {
    NativeFiles strict =
        new NativeFiles(077); // the real umask is looser: unmasking must be harmless
    strict.close(strict.openAt(directory, "f", O_CREAT_EXCL, 0640));
    strict.makeDirectoryAt(directory, "d", 0755);
    strict.makeNodeAt(directory, "p", 0x1000 | 0622, 0);
    assertThat(mode("f")).isEqualTo(0x8000 | 0640);
    assertThat(mode("d")).isEqualTo(0x4000 | 0755);
    assertThat(mode("p")).isEqualTo(0x1000 | 0622);
    files.makeDirectoryAt(directory, "open", 0777);
    assertThat(mode("open")).isEqualTo(0x4000 | 0777);
  }

  @Test
  void pathDescriptorsServeMetadata() throws IOException {
    Files.write(folder.resolve("f"), bytes("12345"));
    int fd = files.openAt(directory, "f", O_PATH, 0);
    assertThat(files.changeMode(fd, 0604)).isZero();
    assertThat(files.changeTimes(fd, 10, 11, 20, 21)).isZero();
    assertThat(files.truncate(fd, 3)).isZero();
    assertThat(files.linkAt(fd, directory, "g")).isZero();
    assertThat(files.changeOwner(fd, -1, -1)).isZero();
    assertThat(files.renameAt(directory, "f", directory, "h", 0)).isZero();
    assertThat(files.status(fd, status)).isZero();
    assertThat(status.mode).isEqualTo(0x8000 | 0604);
    assertThat(status.size).isEqualTo(3);
    assertThat(status.links).isEqualTo(2);
    assertThat(status.accessSeconds).isEqualTo(10);
    int use = files.reopen(fd, 0);
    assertThat(files.read(use, new byte[9], 0, 9, 0)).isEqualTo(3);
    files.close(use);
    files.close(fd);
  }

  @Test
  void holesAreFound() {
    int fd = files.openAt(directory, "f", O_RDWR | O_CREAT_EXCL, 0600);
    files.write(fd, bytes("x"), 0, 1, 1 << 20);
    assertThat(files.seek(fd, 0, SEEK_DATA)).isEqualTo(1 << 20);
    assertThat(files.seek(fd, 0, SEEK_HOLE)).isZero();
    assertThat(files.seek(fd, 2 << 20, SEEK_DATA)).isEqualTo(-Errno.ENXIO.number());
    files.close(fd);
  }

  @Test
  void statusAgreesWithTheHost() throws IOException {
    Path file = Files.write(folder.resolve("f"), bytes("12345"));
    assertThat(files.statusAt(directory, "f", status)).isZero();
    assertThat(status.inode).isEqualTo((long) Files.getAttribute(file, "unix:ino"));
    assertThat(status.device).isEqualTo((long) Files.getAttribute(file, "unix:dev"));
    assertThat(status.mode).isEqualTo((int) Files.getAttribute(file, "unix:mode"));
    assertThat(status.links).isEqualTo((int) Files.getAttribute(file, "unix:nlink"));
    int nullDevice = files.openRoot("/dev/null");
    files.status(nullDevice, status);
    assertThat(status.rawDevice)
        .isEqualTo((long) Files.getAttribute(Path.of("/dev/null"), "unix:rdev"));
    files.close(nullDevice);
  }

  private int mode(String name) {
    assertThat(files.statusAt(directory, name, status)).isZero();
    return status.mode;
  }

  private String[] list() {
    int fd = files.reopen(directory, O_DIRECTORY);
    int[] error = new int[1];
    HostFiles.HostEntry[] entries = files.list(fd, error);
    files.close(fd);
    assertThat(error[0]).isZero();
    return Arrays.stream(entries).map(HostFiles.HostEntry::name).toArray(String[]::new);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

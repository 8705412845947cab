package tollgate.fs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.IovIter;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.FileSystemStatus;
import tollgate.fs.Inode;
import tollgate.fs.OpenFile;
import tollgate.host.NativeHost;
import tollgate.mm.PageSource;
import tollgate.mm.RamArena;

class HostFileSystemTest {
  private static final int O_RDONLY = 0;
  private static final int O_WRONLY = 1;
  private static final int O_RDWR = 2;
  private static final int O_APPEND = 0x400;
  private static final int ME = NativeHost.open().userId();
  private static final int MY_GROUP = NativeHost.open().groupId();

  @TempDir Path folder;
  private final NativeHost host = NativeHost.open();
  private HostFileSystem system;
  private Inode root;

  @BeforeEach
  void grant() {
    system = new HostFileSystem(host.files(), folder.toString(), false);
    root = system.root();
  }

  @Test
  void writesGoStraightToTheHostAndComeBack() throws IOException {
    OpenFile file = open(create(root, "f", 0644), O_RDWR);
    assertThat(write(file, "hello ")).isEqualTo(6);
    assertThat(folder.resolve("f")).hasContent("hello ");
    assertThat(write(file, "world")).isEqualTo(5);
    assertThat(file.position()).isEqualTo(11);
    assertThat(file.seek(-5, 2)).isEqualTo(6);
    assertThat(read(file, 100)).isEqualTo("world");
    assertThat(read(file, 100)).isEmpty();
    file.sync(false);
    file.release();
    assertThat(folder.resolve("f")).hasContent("hello world");
  }

  @Test
  void transfersLongerThanTheBufferAreWhole() throws IOException {
    byte[] all = new byte[1_000_003];
    host.random(all, 0, all.length);
    OpenFile file = open(create(root, "f", 0644), O_RDWR);
    assertThat(file.write(new IovIter().reset(all, 0, all.length))).isEqualTo(all.length);
    byte[] back = new byte[all.length + 10];
    assertThat(file.readAt(new IovIter().reset(back, 0, back.length), 0)).isEqualTo(all.length);
    file.release();
    assertThat(Files.readAllBytes(folder.resolve("f"))).isEqualTo(all);
    assertThat(java.util.Arrays.copyOf(back, all.length)).isEqualTo(all);
  }

  @Test
  void appendingGoesToTheEndWhoeverElseWrites() throws IOException {
    OpenFile file = open(create(root, "log", 0644), O_WRONLY | O_APPEND);
    write(file, "one ");
    Files.writeString(folder.resolve("log"), "other ", java.nio.file.StandardOpenOption.APPEND);
    write(file, "two");
    assertThat(file.position()).isEqualTo(13);
    file.setFlags(O_WRONLY);
    file.seek(0, 0);
    write(file, "ONE");
    file.setFlags(O_WRONLY | O_APPEND);
    write(file, "!");
    file.release();
    assertThat(folder.resolve("log")).hasContent("ONE other two!");
  }

  @Test
  void aFileJustMadeCanBeWrittenWhateverItsMode() {
    OpenFile file = open(create(root, "f", 0400), O_WRONLY);
    assertThat(write(file, "x")).isEqualTo(1);
    root.lookup("f").truncate(5);
    file.release();
    assertThat(folder.resolve("f")).hasSize(5);
  }

  @Test
  void statusIsTheHosts() throws IOException {
    Inode inode = create(root, "f", 0640);
    Files.createLink(folder.resolve("g"), folder.resolve("f"));
    FileStatus status = status(inode);
    assertThat(status.mode).isEqualTo(0x8000 | 0640);
    assertThat(status.links).isEqualTo(2);
    assertThat(status.inode).isEqualTo((long) Files.getAttribute(folder.resolve("f"), "unix:ino"));
    assertThat(status.device).isEqualTo((long) Files.getAttribute(folder, "unix:dev"));
    assertThat(status.uid).isEqualTo(ME);
    assertThat(root.lookup("g")).isSameAs(inode);
  }

  @Test
  void timesModesAndOwnersSurvive() throws IOException {
    Inode inode = create(root, "f", 0600);
    inode.changeMode(04751);
    inode.changeTimes(100, 1, 200, 2);
    inode.changeOwner(ME, MY_GROUP);
    FileStatus status =
        status(new HostFileSystem(host.files(), folder.toString(), true).root().lookup("f"));
    assertThat(status.accessSeconds).isEqualTo(100);
    assertThat(status.modificationSeconds).isEqualTo(200);
    assertThat(status.modificationNanos).isEqualTo(2);
    assertThat(inode.mode() & 0777).isEqualTo(0751);
  }

  @Test
  void holesSurvive() {
    OpenFile file = open(create(root, "sparse", 0600), O_RDWR);
    file.writeAt(new IovIter().reset(new byte[] {1}, 0, 1), 1 << 24);
    assertThat(file.seek(0, 3)).isEqualTo(1 << 24);
    assertThat(file.seek(0, 4)).isZero();
    assertFails(Errno.ENXIO, () -> file.seek(1 << 25, 3));
    assertThat(status(file.inode()).blocks).isLessThan(64);
    file.allocate(0, 0, 1 << 20);
    assertThat(status(file.inode()).blocks).isGreaterThanOrEqualTo(2048);
    file.release();
  }

  @Test
  void directoriesLinksAndRenames() {
    Inode directory = root.makeDirectory("d", 0750, ME, MY_GROUP);
    assertThat(directory.mode()).isEqualTo(0x4000 | 0750);
    Inode file = create(directory, "f", 0600);
    root.link("hard", file);
    assertThat(status(file).links).isEqualTo(2);
    Inode link = root.makeSymbolicLink("soft", "d/f", ME, MY_GROUP);
    assertThat(link.readLink()).isEqualTo("d/f");
    assertFails(Errno.EINVAL, file::readLink);
    assertFails(Errno.EEXIST, () -> create(root, "hard", 0600));
    assertFails(Errno.ENOTEMPTY, () -> root.removeDirectory("d"));
    assertFails(Errno.EISDIR, () -> root.unlink("d"));
    assertFails(Errno.ENOTDIR, () -> root.removeDirectory("soft"));
    assertFails(Errno.ENOTDIR, () -> file.lookup("x"));
    directory.rename("f", root, "moved", 0);
    assertThat(directory.lookup("f")).isNull();
    assertThat(root.lookup("moved")).isSameAs(file);
    assertFails(Errno.EEXIST, () -> root.rename("soft", root, "hard", 1));
    root.rename("soft", root, "hard", 2);
    assertThat(root.lookup("hard").readLink()).isEqualTo("d/f");
    root.removeDirectory("d");
    root.unlink("hard");
    assertThat(names(root)).containsExactlyInAnyOrder(".", "..", "moved", "soft");
  }

  @Test
  void listingsGoOnWhereTheyStopped() {
    for (int i = 0; i < 40; i++) {
      create(root, "f" + i, 0600);
    }
    OpenFile listing = open(root, O_RDONLY);
    List<String> names = new ArrayList<>();
    for (int[] room = {0}; names.size() < 42; ) {
      room[0] = 7;
      listing.readDirectory((name, inode, type, next) -> room[0]-- > 0 && names.add(name));
    }
    assertThat(names).doesNotHaveDuplicates().contains(".", "..", "f0", "f39");
    create(root, "late", 0600);
    listing.seek(0, 0);
    List<String> again = new ArrayList<>();
    listing.readDirectory((name, inode, type, next) -> again.add(name));
    assertThat(again).contains("late");
    listing.release();
  }

  @Test
  void namesAreBytes() {
    String name = "\u00c3\u0028\u00ff\u0007 ";
    create(root, name, 0600);
    root.makeSymbolicLink("l", name, ME, MY_GROUP);
    assertThat(root.lookup("l").readLink()).isEqualTo(name);
    assertThat(names(root)).contains(name);
    root.rename(name, root, "\u0080", 0);
    assertThat(root.lookup("\u0080")).isNotNull();
  }

  @Test
  void readOnlyGrantsRefuseEveryChange() {
    create(root, "f", 0644);
    Inode locked = new HostFileSystem(host.files(), folder.toString(), true).root();
    Inode file = locked.lookup("f");
    List<ThrowingCallable> changes =
        List.of(
            () -> create(locked, "g", 0600),
            () -> locked.makeDirectory("g", 0700, ME, MY_GROUP),
            () -> locked.makeSymbolicLink("g", "f", ME, MY_GROUP),
            () -> locked.link("g", file),
            () -> locked.unlink("f"),
            () -> locked.removeDirectory("f"),
            () -> locked.rename("f", locked, "g", 0),
            () -> file.changeMode(0600),
            () -> file.changeOwner(ME, MY_GROUP),
            () -> file.changeTimes(1, 1, 1, 1),
            () -> file.truncate(0),
            () -> open(file, O_WRONLY),
            () -> open(file, O_RDWR));
    assertThat(changes).allSatisfy(change -> assertFails(Errno.EROFS, change));
    assertThat(file.pages().writePage(0, arena(), 0)).isEqualTo(-Errno.EROFS.number());
    open(file, O_RDONLY).release();
  }

  @Test
  void aSingleFileCanBeGranted() throws IOException {
    Path file = Files.writeString(folder.resolve("only"), "text");
    HostFileSystem single = new HostFileSystem(host.files(), file.toString(), false);
    OpenFile opened = open(single.root(), O_RDWR);
    assertThat(read(opened, 10)).isEqualTo("text");
    write(opened, "!");
    opened.release();
    assertThat(file).hasContent("text!");
    assertFails(Errno.ENOTDIR, () -> single.root().lookup("x"));
  }

  @Test
  void specialFilesAreShownAndNotOpened() throws Exception {
    root.create("fifo", 0x1000 | 0600, ME, MY_GROUP, 0);
    assertThat(root.lookup("fifo").mode()).isEqualTo(0x1000 | 0600);
    assertFails(Errno.ENXIO, () -> open(root.lookup("fifo"), O_RDONLY));
    assertFails(Errno.EPERM, () -> root.create("null", 0x2000 | 0666, ME, MY_GROUP, 0x103));
    assertFails(Errno.EPERM, () -> root.create("disk", 0x6000 | 0600, ME, MY_GROUP, 0x103));
    HostFileSystem devices = new HostFileSystem(host.files(), "/dev", false);
    assertThat(status(devices.root().lookup("null")).rawDevice).isEqualTo(0x103);
    assertFails(Errno.EACCES, () -> open(devices.root().lookup("null"), O_RDWR));
    root.makeSymbolicLink("s", "fifo", ME, MY_GROUP);
    assertFails(Errno.ELOOP, () -> open(root.lookup("s"), O_RDONLY));
  }

  @Test
  void theHostsProcIsNotEntered() {
    Inode everything = new HostFileSystem(host.files(), "/", true).root();
    Inode proc = everything.lookup("proc");
    assertThat(proc.mode()).isEqualTo(0x4000 | 0555);
    assertFails(Errno.EACCES, () -> proc.lookup("self"));
    assertFails(Errno.EACCES, () -> open(proc, O_RDONLY));
    assertFails(Errno.EACCES, () -> new HostFileSystem(host.files(), "/proc/self", true));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void fewDescriptorsAreEnough(int bound) throws IOException {
    HostFileSystem tight = new HostFileSystem(host.files(), folder.toString(), false, bound);
    List<Inode> all = new ArrayList<>();
    Inode at = tight.root();
    for (int i = 0; i < 20; i++) {
      at = at.makeDirectory("d" + i, 0700, ME, MY_GROUP);
      all.add(at);
      all.add(create(at, "f", 0600 + i % 8));
    }
    long before = openDescriptors();
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 20; i++) {
        assertThat(all.get(2 * i).lookup("f")).isSameAs(all.get(2 * i + 1));
        assertThat(all.get(2 * i + 1).mode()).isEqualTo(0x8000 | 0600 + i % 8);
      }
    }
    assertThat(openDescriptors()).isEqualTo(before);
  }

  @Test
  void anotherFileInItsPlaceIsNotTheSame() throws IOException {
    HostFileSystem tight = new HostFileSystem(host.files(), folder.toString(), false, 0);
    Inode first = create(tight.root(), "f", 0600);
    create(tight.root(), "g", 0600); // takes the slot of the file just created
    Files.move(folder.resolve("f"), folder.resolve("elsewhere"));
    Files.writeString(folder.resolve("f"), "impostor");
    assertFails(Errno.ESTALE, first::mode);
    assertThat(tight.root().lookup("f")).isNotSameAs(first);
    assertThat(tight.root().lookup("elsewhere")).isSameAs(first);
    assertThat(first.mode()).isEqualTo(0x8000 | 0600);
  }

  @Test
  void openFilesOutliveTheirNames() throws IOException {
    OpenFile file = open(create(root, "f", 0600), O_RDWR);
    write(file, "still here");
    root.unlink("f");
    file.seek(0, 0);
    assertThat(read(file, 20)).isEqualTo("still here");
    assertThat(status(file.inode()).links).isZero();
    file.inode().truncate(5);
    assertThat(status(file.inode()).size).isEqualTo(5);
    long before = openDescriptors();
    file.release();
    assertThat(openDescriptors()).isEqualTo(before - 2);
  }

  @Test
  void mappedPagesAreTheFiles() throws IOException {
    Files.writeString(folder.resolve("f"), "x".repeat(5000));
    Inode inode = root.lookup("f");
    PageSource pages = inode.pages();
    assertThat(inode.pages()).isSameAs(pages);
    assertThat(pages.size()).isEqualTo(5000);
    RamArena arena = arena();
    arena.putLong(4096 + 4088, -1);
    assertThat(pages.readPage(4096, arena, 4096)).isZero();
    assertThat(arena.getByte(4096 + 903)).isEqualTo((byte) 'x');
    assertThat(arena.getByte(4096 + 904)).isZero();
    assertThat(arena.getLong(4096 + 4088)).isZero();
    arena.putByte(4096, (byte) 'Y');
    arena.putByte(4096 + 904, (byte) 'Z');
    root.unlink("f");
    assertThat(pages.writePage(4096, arena, 4096)).isZero();
    assertThat(pages.size()).isEqualTo(5000);
    arena.clear(0, 8192);
    assertThat(pages.readPage(4096, arena, 0)).isZero();
    assertThat(arena.getByte(0)).isEqualTo((byte) 'Y');
    assertThat(arena.getByte(904)).isZero();
    assertFails(Errno.ENODEV, root::pages);
  }

  @Test
  void fileSystemStatusIsTheHosts() throws IOException {
    FileSystemStatus status = new FileSystemStatus();
    system.status(status);
    assertThat(status.blocks * status.fragmentSize)
        .isEqualTo(Files.getFileStore(folder).getTotalSpace());
    assertThat(status.nameLength).isEqualTo(255);
  }

  private RamArena arena() {
    return new RamArena(host.mapMemory(1 << 16), 1 << 16);
  }

  private static long openDescriptors() throws IOException {
    try (var entries = Files.list(Path.of("/proc/self/fd"))) {
      return entries.count();
    }
  }

  private static Inode create(Inode directory, String name, int mode) {
    return directory.create(name, 0x8000 | mode, ME, MY_GROUP, 0);
  }

  private static OpenFile open(Inode inode, int flags) {
    return inode.open(new Dentry(null, "", inode, null), flags);
  }

  private static FileStatus status(Inode inode) {
    FileStatus status = new FileStatus();
    inode.status(status);
    return status;
  }

  private static List<String> names(Inode directory) {
    List<String> names = new ArrayList<>();
    OpenFile listing = open(directory, O_RDONLY);
    listing.readDirectory((name, inode, type, next) -> names.add(name));
    listing.release();
    return names;
  }

  private static long write(OpenFile file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return file.write(new IovIter().reset(bytes, 0, bytes.length));
  }

  private static String read(OpenFile file, int length) {
    byte[] bytes = new byte[length];
    int got = (int) file.read(new IovIter().reset(bytes, 0, length));
    return new String(bytes, 0, got, StandardCharsets.ISO_8859_1);
  }

  private static void assertFails(Errno errno, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(errno));
  }
}

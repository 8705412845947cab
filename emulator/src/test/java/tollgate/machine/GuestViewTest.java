package tollgate.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.Dentry;
import tollgate.fs.FsCredentials;
import tollgate.fs.OpenFile;
import tollgate.fs.PathName;
import tollgate.host.NativeHost;

/** What guests see of files, and which file a program's name means. */
final class GuestViewTest {
  private static final NativeHost HOST = NativeHost.open();

  @TempDir Path folder;

  private final HostPaths paths = new HostPaths(HOST.files());

  @BeforeEach
  void makeFiles() throws IOException {
    write("tool", 0755);
    write("data", 0644);
    Files.createDirectories(folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("tool"));
  }

  private void write(String name, int mode) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, name);
    assertThat(file.toFile().setExecutable((mode & 0111) != 0)).isTrue();
  }

  private GuestView view(MachineBuilder options) throws LaunchFailure {
    GuestView view = new GuestView(options, HOST, paths);
    view.showGrants(options);
    return view;
  }

  private MachineBuilder plain(String program) {
    return new MachineBuilder(program).environment(List.of("PATH=/nowhere:" + folder));
  }

  private String lookUp(MachineBuilder options) throws LaunchFailure {
    return new ProgramLookup(options, view(options), paths).find();
  }

  private static void assertFailure(int status, String message, ThrowingCallable code) {
    assertThatThrownBy(code)
        .isInstanceOfSatisfying(LaunchFailure.class, e -> assertThat(e.status()).isEqualTo(status))
        .hasMessage(message);
  }

  private static String read(GuestView view, String path) {
    OpenFile file =
        view.vfs().open(view.require(path), Fcntl.O_RDONLY, FsCredentials.KERNEL, false);
    byte[] bytes = new byte[200];
    long length = file.read(new IovIter().reset(bytes, 0, bytes.length));
    file.release();
    return new String(bytes, 0, (int) length, StandardCharsets.ISO_8859_1);
  }

  @Test
  void thePrivateRootHasItsOwnFilesAndNotTheHosts() throws Exception {
    GuestView view = view(plain("x"));
    assertThat(read(view, "/etc/passwd")).startsWith("root:x:0:0:");
    assertThat(view.find("/etc/hostname")).isNotNull();
    assertThat(view.find("/usr")).isNull();
    assertThat(view.find("/etc/fstab")).isNull();
  }

  @Test
  void theCurrentDirectoryIsShownAtItsPlaceAndIsTheGuestsToo() throws Exception {
    GuestView view = view(plain("x"));
    String here = Path.of("").toAbsolutePath().toString();
    assertThat(paths.workingDirectory()).isEqualTo(here);
    assertThat(view.find(here + "/pom.xml")).isNotNull();
    assertThat(view.find("pom.xml")).isSameAs(view.find(here + "/pom.xml"));
  }

  @Test
  void aProgramIsSearchedInTheHostsPathAndShownReadOnly() throws Exception {
    MachineBuilder options = plain("tool");
    GuestView view = view(options);
    String path = new ProgramLookup(options, view, paths).find();
    assertThat(path).isEqualTo(folder + "/tool");
    assertThat(read(view, path)).isEqualTo("tool");
    Dentry found = view.require(path);
    assertThatThrownBy(() -> view.vfs().open(found, Fcntl.O_WRONLY, FsCredentials.KERNEL, false))
        .isInstanceOfSatisfying(
            ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EROFS));
    assertThat(view.find(folder + "/data")).as("its neighbours stay hidden").isNull();
  }

  @Test
  void aLinkToAProgramKeepsTheNameItWasCalledBy() throws Exception {
    assertThat(lookUp(plain(folder + "/sub/../link"))).isEqualTo(folder + "/link");
  }

  @Test
  void sayWhyThereIsNoProgram() throws Exception {
    assertFailure(127, "the program's name is empty", () -> lookUp(plain("")));
    assertFailure(127, "no program 'nope' in PATH", () -> lookUp(plain("nope")));
    assertFailure(
        127,
        "no program 'pom.xml' in PATH (the one in this directory is './pom.xml')",
        () -> lookUp(plain("pom.xml")));
    assertFailure(127, "'/no/such': no such file or directory", () -> lookUp(plain("/no/such")));
    String below = folder + "/data/x";
    assertFailure(
        127, "'" + below + "': a part of the path is not a directory", () -> lookUp(plain(below)));
    assertFailure(126, "'" + folder + "' is a directory", () -> lookUp(plain(folder.toString())));
    assertFailure(126, "'/dev/null' is not a regular file", () -> lookUp(plain("/dev/null")));
    String data = folder + "/data";
    assertFailure(
        126, "'" + data + "' is not executable: its mode is 0644", () -> lookUp(plain(data)));
  }

  @Test
  void aHostRootIsAllThatTheGuestSees() throws Exception {
    MachineBuilder options = plain("/tool").root(folder.toString());
    GuestView view = view(options);
    assertThat(new ProgramLookup(options, view, paths).find()).isEqualTo("/tool");
    assertThat(read(view, "/sub/../../../data")).isEqualTo("data");
    Path outside = Files.createSymbolicLink(folder.resolve("outside"), Path.of("/usr"));
    assertThat(view.find("/outside")).as("links lead nowhere outside").isNull();
    Files.delete(outside);
    assertThat(PathName.of(view.fs().workingDirectory(), view.fs().root())).isEqualTo("/");
  }

  @Test
  void inAHostRootNamesAreSearchedInTheGuestsPath() throws Exception {
    MachineBuilder options =
        new MachineBuilder("tool").environment(List.of("PATH=/sub:/")).root(folder.toString());
    assertThat(lookUp(options)).isEqualTo("//tool");
    MachineBuilder hidden =
        new MachineBuilder("tool").environment(List.of("PATH=/sub")).root(folder.toString());
    assertFailure(
        127,
        "no program 'tool' in PATH of the guest (the one in this directory is './tool')",
        () -> lookUp(hidden));
  }

  @Test
  void theWholeHostCanBeTheRoot() throws Exception {
    GuestView view = view(plain("x").root("/"));
    assertThat(view.find("pom.xml")).isNotNull();
  }

  @Test
  void bindsShowHostFilesWhereTheUserWantsThem() throws Exception {
    GuestView view =
        view(
            plain("x")
                .bind(new Bind(folder + "/sub", "/opt/deep/sub", false))
                .bind(new Bind(folder + "/data", "/opt/deep/sub/../file", true)));
    assertThat(view.find("/opt/deep/sub")).isNotNull();
    assertThat(read(view, "/opt/deep/file")).isEqualTo("data");
  }

  @Test
  void aBindThatCannotBeMadeIsNamed() throws Exception {
    String missing = folder + "/missing";
    assertFailure(
        125,
        "--bind '" + missing + "': no such file or directory",
        () -> view(plain("x").bind(new Bind(missing, "/m", false))));
    assertFailure(
        125,
        "cannot show anything at '/new': make it on the host before, under /",
        () -> view(plain("x").root(folder.toString()).bind(new Bind("/etc", "/new", false))));
    assertFailure(
        125,
        "--root '" + folder + "/data' is not a directory",
        () -> view(plain("x").root(folder + "/data")));
    assertFailure(
        125,
        "--cwd '/sub/none' in the guest: no such file or directory",
        () -> view(plain("x").root(folder.toString()).workingDirectory("/sub/none")));
  }

  @Test
  void pathsAreMadeNormalByTheirText() {
    assertThat(HostPaths.normal("/a//b/./c/../d/")).isEqualTo("/a/b/d");
    assertThat(HostPaths.normal("/../..")).isEqualTo("/");
  }
}

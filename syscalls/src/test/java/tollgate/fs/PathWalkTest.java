package tollgate.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.abi.ErrnoException;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.tmp.TmpFs;

class PathWalkTest {
  private final Tree tree = new Tree(1 << 20, 1000);

  @BeforeEach
  void build() {
    tree.directory("/a");
    tree.directory("/a/b");
    tree.file("/a/b/f");
    tree.link("/abs", "/a/b");
    tree.link("/a/up", "../a/b/f");
    tree.link("/a/dangling", "nowhere");
    tree.link("/loop", "loop");
    tree.link("/out", "../../../../a");
    tree.link("/slashed", "a/b/f/");
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b/f, /a/b/f",
    "a//b///f, /a/b/f",
    "./a/./b/../b/f, /a/b/f",
    "/../../a, /a",
    "/abs/f, /a/b/f",
    "/a/up, /a/b/f",
    "/out/b, /a/b",
    "abs/../up, /a/b/f",
    "/a/b/, /a/b",
    "abs/, /a/b",
    "/, /",
    ".., /",
  })
  void pathLeadsTo(String path, String place) {
    assertThat(tree.path(tree.find(path))).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere, ENOENT",
    "/a/dangling, ENOENT",
    "/nowhere/f, ENOENT",
    "/a/b/f/, ENOTDIR",
    "/a/b/f/g, ENOTDIR",
    "/a/b/f/., ENOTDIR",
    "/a/b/f/.., ENOTDIR",
    "/slashed, ENOTDIR",
    "/loop, ELOOP",
    "/loop/x, ELOOP",
  })
  void pathFails(String path, String errno) {
    fails(errno, () -> tree.find(path));
  }

  @Test
  void emptyPathIsAMissingFile() {
    fails("ENOENT", () -> tree.find(""));
  }

  @Test
  void lastLinkIsNotFollowedUnlessASlashFollows() {
    Dentry link = tree.walk().find(Fcntl.AT_FDCWD, "/abs", 0);
    assertThat(StatMode.isSymbolicLink(link.inode().mode())).isTrue();
    assertThat(tree.path(tree.walk().find(Fcntl.AT_FDCWD, "/abs/", 0))).isEqualTo("/a/b");
  }

  @Test
  void fortyLinksPassAndTheNextDoesNot() {
    tree.link("/l0", "/a");
    for (int i = 1; i <= 40; i++) {
      tree.link("/l" + i, "/l" + (i - 1));
    }
    assertThat(tree.path(tree.find("/l39"))).isEqualTo("/a");
    fails("ELOOP", () -> tree.find("/l40"));
  }

  @Test
  void namesHaveALimit() {
    tree.file("/" + "x".repeat(255));
    assertThat(tree.find("/" + "x".repeat(255)).name()).hasSize(255);
    fails("ENAMETOOLONG", () -> tree.find("/" + "x".repeat(256)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/../secret", "../../secret", "esc/secret", "esc2", "/a/../../secret", "jail/x"})
  void nothingLeadsOutOfAChangedRoot(String path) {
    tree.file("/secret");
    tree.directory("/jail");
    tree.directory("/jail/a");
    tree.link("/jail/esc", "../..");
    tree.link("/jail/esc2", "/../../secret");
    Dentry jail = tree.find("/jail");
    tree.fs.setRoot(jail);
    tree.fs.setWorkingDirectory(jail);
    fails("ENOENT", () -> tree.find(path));
    assertThat(tree.path(tree.find("/a/../../.."))).isEqualTo("/");
  }

  @Test
  void mountsAreEnteredAndLeft() {
    TmpFs other = new TmpFs("tmpfs", 10, 4096, 10, 0755, () -> 0);
    Dentry point = tree.find("/a/b");
    Mount mount = tree.vfs.mount(other, point, false, "none");
    assertThat(tree.find("/a/b").mount()).isSameAs(mount);
    assertThat(tree.path(tree.find("/a/b"))).isEqualTo("/a/b");
    assertThat(tree.path(tree.find("/abs/.."))).isEqualTo("/a");
    fails("ENOENT", () -> tree.find("/a/b/f"));
    fails("EBUSY", () -> tree.removeDirectory("/a/b"));
    tree.vfs.unmount(mount);
    assertThat(tree.path(tree.find("/a/b/f"))).isEqualTo("/a/b/f");
  }

  @Test
  void searchPermissionIsAskedOfEveryDirectory() {
    tree.find("/a").inode().changeMode(0700);
    tree.who = new User(1000);
    fails("EACCES", () -> tree.find("/a/b"));
    fails("EACCES", () -> tree.find("/abs/f"));
    assertThat(tree.path(tree.find("/a"))).isEqualTo("/a");
  }

  @Test
  void directoryDescriptorsAreWhereRelativePathsStart() {
    int fd = tree.files.install(tree.open("/a", Fcntl.O_PATH), false, 10);
    int file = tree.files.install(tree.open("/a/b/f", Fcntl.O_RDONLY), false, 10);
    assertThat(tree.path(tree.walk().find(fd, "b/f", 0))).isEqualTo("/a/b/f");
    assertThat(tree.path(tree.walk().find(9, "/a", 0))).isEqualTo("/a");
    assertThat(tree.path(tree.walk().find(file, "", PathWalk.EMPTY))).isEqualTo("/a/b/f");
    fails("EBADF", () -> tree.walk().find(9, "b", 0));
    fails("ENOTDIR", () -> tree.walk().find(file, "b", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "8, /a, EXDEV",
    "8, ../a, EXDEV",
    "8, abs, EXDEV",
    "8, a/../.., EXDEV",
    "4, abs, ELOOP",
    "4, a/up, ELOOP",
  })
  void resolveFlagsForbid(int flags, String path, String errno) {
    fails(errno, () -> tree.walk().resolve(flags).find(Fcntl.AT_FDCWD, path, PathWalk.FOLLOW));
  }

  @Test
  void resolveInRootMakesTheDirectoryTheRoot() {
    tree.fs.setWorkingDirectory(tree.find("/a"));
    PathWalk walk = tree.walk().resolve(Fcntl.RESOLVE_IN_ROOT);
    assertThat(walk.find(Fcntl.AT_FDCWD, "/../b/f", 0)).isSameAs(tree.find("/a/b/f"));
  }

  @Test
  void pathsFollowRenamesAndShowDeletion() {
    Dentry f = tree.find("/a/b/f");
    tree.fs.setWorkingDirectory(tree.find("/a/b"));
    tree.rename("/a/b", "/c", 0);
    assertThat(tree.path(f)).isEqualTo("/c/f");
    tree.unlink("/c/f");
    assertThat(tree.path(f)).isEqualTo("/c/f (deleted)");
    tree.removeDirectory("/c");
    assertThat(PathName.ofWorkingDirectory(tree.fs.workingDirectory(), tree.fs.root())).isNull();
    fails("ENOENT", () -> tree.file("x"));
  }

  @Test
  void workingDirectoryOutsideTheRootIsUnreachable() {
    tree.fs.setRoot(tree.find("/a/b"));
    assertThat(PathName.ofWorkingDirectory(tree.fs.workingDirectory(), tree.fs.root()))
        .isEqualTo("(unreachable)/");
  }

  @Test
  void sameNameIsTheSameDentry() {
    assertThat(tree.find("/a/b/f")).isSameAs(tree.find("/abs/f"));
  }

  private static void fails(String errno, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ErrnoException.class).hasMessage(errno);
  }

  private record User(int fsuid) implements FsCredentials {
    @Override
    public int fsgid() {
      return fsuid;
    }

    @Override
    public boolean inGroup(int group) {
      return group == fsuid;
    }

    @Override
    public boolean capable(int capability) {
      return false;
    }
  }
}

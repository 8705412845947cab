package tollgate.fs.tmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tollgate.abi.ErrnoException;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.FileSystemStatus;
import tollgate.fs.OpenFile;
import tollgate.fs.Tree;

class TmpFsTest {
  private final Tree tree = new Tree(64 << 10, 20);

  @Test
  void fullFileSystemTakesWhatFits() {
    tree.file("/f");
    OpenFile file = tree.open("/f", Fcntl.O_WRONLY);
    assertThat(file.write(zeros(100_000))).isEqualTo(65_536);
    fails("ENOSPC", () -> file.write(zeros(1)));
    file.release();
    tree.unlink("/f");
    tree.file("/g");
    assertThat(tree.open("/g", Fcntl.O_WRONLY).write(zeros(5))).isEqualTo(5);
  }

  @Test
  void inodesHaveALimitAndComeBack() {
    for (int i = 0; i < 19; i++) {
      tree.file("/f" + i);
    }
    fails("ENOSPC", () -> tree.directory("/d"));
    tree.unlink("/f3");
    tree.link("/l", "/f4");
    fails("ENOSPC", () -> tree.file("/f3"));
  }

  @Test
  void unlinkedFileLivesUntilItIsClosed() {
    tree.file("/f");
    OpenFile file = tree.open("/f", Fcntl.O_RDWR);
    file.write(Tree.bytes("still here"));
    tree.unlink("/f");
    file.seek(0, Fcntl.SEEK_SET);
    assertThat(Tree.read(file, 20)).isEqualTo("still here");
    file.release();
    FileSystemStatus status = new FileSystemStatus();
    tree.tmp.status(status);
    assertThat(status.freeBlocks).isEqualTo(16);
    assertThat(status.freeFiles).isEqualTo(19);
  }

  @Test
  void linksCountAndDirectoriesToo() {
    tree.directory("/d");
    tree.directory("/d/e");
    assertThat(tree.status("/d").links).isEqualTo(3);
    assertThat(tree.status("/").links).isEqualTo(3);
    tree.rename("/d/e", "/e", 0);
    assertThat(tree.status("/d").links).isEqualTo(2);
    assertThat(tree.status("/").links).isEqualTo(4);
    tree.removeDirectory("/d");
    assertThat(tree.status("/").links).isEqualTo(3);
    tree.file("/f");
    tree.vfs.changes().link(tree.find("/f"), tree.find("/e"), "g", tree.who);
    assertThat(tree.status("/e/g").links).isEqualTo(2);
    assertThat(tree.status("/e/g").inode).isEqualTo(tree.status("/f").inode);
  }

  @Test
  void renameReplacesExchangesAndRefuses() {
    tree.file("/a");
    tree.file("/b");
    tree.directory("/d");
    tree.directory("/d/e");
    tree.directory("/x");
    long a = tree.status("/a").inode;
    fails("EEXIST", () -> tree.rename("/a", "/b", Fcntl.RENAME_NOREPLACE));
    tree.rename("/a", "/b", 0);
    assertThat(tree.status("/b").inode).isEqualTo(a);
    assertThat(tree.names("/")).containsExactlyInAnyOrder("b", "d", "x");
    fails("EISDIR", () -> tree.rename("/b", "/x", 0));
    fails("ENOTDIR", () -> tree.rename("/x", "/b", 0));
    fails("ENOTEMPTY", () -> tree.rename("/x", "/d", 0));
    fails("EINVAL", () -> tree.rename("/d", "/d/e/f", 0));
    fails("ENOTEMPTY", () -> tree.rename("/d/e", "/d", 0));
    fails("ENOENT", () -> tree.rename("/b", "/none", Fcntl.RENAME_EXCHANGE));
    tree.rename("/b", "/d", Fcntl.RENAME_EXCHANGE);
    assertThat(tree.status("/d").inode).isEqualTo(a);
    assertThat(tree.names("/b")).containsExactly("e");
    assertThat(tree.path(tree.find("/b/e"))).isEqualTo("/b/e");
    tree.rename("/b", "/x", 0);
    assertThat(tree.names("/x")).containsExactly("e");
  }

  @Test
  void removalsRefuseTheWrongKind() {
    tree.directory("/d");
    tree.file("/d/f");
    fails("EISDIR", () -> tree.unlink("/d"));
    fails("ENOTDIR", () -> tree.removeDirectory("/d/f"));
    fails("ENOTEMPTY", () -> tree.removeDirectory("/d"));
    fails("ENOENT", () -> tree.unlink("/none"));
    fails("EEXIST", () -> tree.directory("/d"));
  }

  @Test
  void listingInPiecesShowsEachEntryThatStaysOnce() {
    for (int i = 0; i < 10; i++) {
      tree.file("/f" + i);
    }
    OpenFile directory = tree.open("/", Fcntl.O_RDONLY);
    List<String> seen = new ArrayList<>();
    int[] room = {0};
    for (int round = 0; round < 10; round++) {
      room[0] = 2;
      directory.readDirectory((name, inode, type, next) -> room[0]-- > 0 && seen.add(name));
      if (round == 1) {
        tree.unlink("/f0");
        tree.unlink("/f7");
        tree.file("/late");
      }
    }
    assertThat(seen)
        .containsExactly(".", "..", "f0", "f1", "f2", "f3", "f4", "f5", "f6", "f8", "f9", "late");
    directory.seek(0, Fcntl.SEEK_SET);
    room[0] = 1;
    directory.readDirectory((name, inode, type, next) -> room[0]-- > 0 && seen.add(name));
    assertThat(seen).endsWith(".");
  }

  @Test
  void appendsGoToTheEndAndPositionsAreShared() {
    tree.file("/f");
    OpenFile a = tree.open("/f", Fcntl.O_WRONLY | Fcntl.O_APPEND);
    OpenFile b = tree.open("/f", Fcntl.O_RDWR);
    b.write(Tree.bytes("one "));
    a.write(Tree.bytes("two "));
    b.write(Tree.bytes("ONE"));
    assertThat(a.position()).isEqualTo(8);
    b.seek(0, Fcntl.SEEK_SET);
    assertThat(Tree.read(b, 20)).isEqualTo("one ONE ");
    fails("EINVAL", () -> b.seek(-1, Fcntl.SEEK_SET));
    assertThat(b.seek(-3, Fcntl.SEEK_END)).isEqualTo(5);
    fails("ENXIO", () -> b.seek(100, Fcntl.SEEK_DATA));
    fails("EINVAL", () -> b.seek(0, 9));
  }

  @Test
  void timesMoveWithWhatHappens() {
    tree.file("/f");
    OpenFile file = tree.open("/f", Fcntl.O_RDWR);
    long before = tree.status("/f").modificationNanos;
    file.write(Tree.bytes("x"));
    assertThat(tree.status("/f").modificationNanos).isGreaterThan((int) before);
    file.inode().changeTimes(5, 6, 0, StatMode.UTIME_OMIT);
    assertThat(tree.status("/f").accessSeconds).isEqualTo(5);
    assertThat(tree.status("/f").accessNanos).isEqualTo(6);
    assertThat(tree.status("/f").modificationSeconds).isNotZero();
    file.inode().changeTimes(-5, 0, -7, 9);
    assertThat(tree.status("/f").modificationSeconds).isEqualTo(-7);
  }

  private static IovIter zeros(int count) {
    return new IovIter().reset(new byte[count], 0, count);
  }

  private static void fails(String errno, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ErrnoException.class).hasMessage(errno);
  }
}

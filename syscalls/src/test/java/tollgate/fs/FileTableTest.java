package tollgate.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tollgate.abi.ErrnoException;
import tollgate.abi.uapi.Fcntl;

class FileTableTest {
  private static final long LIMIT = 1024;

  private final Tree tree = new Tree(1 << 20, 100);
  private final FileTable table = new FileTable();

  private OpenFile directory() {
    return tree.open("/", Fcntl.O_RDONLY);
  }

  @Test
  void lowestFreeNumberIsTaken() {
    for (int i = 0; i < 200; i++) {
      assertThat(table.install(directory(), false, LIMIT)).isEqualTo(i);
    }
    table.close(150);
    table.close(3);
    assertThat(table.install(directory(), false, LIMIT)).isEqualTo(3);
    assertThat(table.install(directory(), false, 100, LIMIT)).isEqualTo(150);
    assertThat(table.descriptors()).hasSize(200);
  }

  @Test
  void limitIsKept() {
    table.install(directory(), false, 1);
    fails("EMFILE", () -> table.install(directory(), false, 1));
    fails("EBADF", () -> table.installAt(5, directory(), false, 5));
    fails("EMFILE", () -> table.requireFree(2, 2));
    table.requireFree(1, 2);
  }

  @Test
  void closedNumbersAreBad() {
    table.install(directory(), false, LIMIT);
    table.close(0);
    fails("EBADF", () -> table.close(0));
    fails("EBADF", () -> table.get(0));
    fails("EBADF", () -> table.get(-1));
    fails("EBADF", () -> table.get(Integer.MAX_VALUE));
    fails("EBADF", () -> table.isCloseOnExec(0));
  }

  @Test
  void pathDescriptorsAreForNamesOnly() {
    table.install(tree.open("/", Fcntl.O_PATH), false, LIMIT);
    assertThat(table.getAny(0).inode()).isSameAs(tree.find("/").inode());
    fails("EBADF", () -> table.get(0));
  }

  @Test
  void execClosesWhatIsMarked() {
    table.install(directory(), true, LIMIT);
    table.install(directory(), false, LIMIT);
    table.install(directory(), false, LIMIT);
    table.setCloseOnExec(2, true);
    table.closeOnExec();
    assertThat(table.descriptors()).containsExactly(1);
    assertThat(table.install(directory(), false, LIMIT)).isZero();
    assertThat(table.isCloseOnExec(0)).isFalse();
  }

  @Test
  void copySharesDescriptionsUntilTheLastClose() {
    tree.file("/f");
    OpenFile file = tree.open("/f", Fcntl.O_RDWR);
    int fd = table.install(file, true, LIMIT);
    FileTable child = table.copy();
    table.close(fd);
    assertThat(child.get(fd)).isSameAs(file);
    assertThat(child.isCloseOnExec(fd)).isTrue();
    assertThat(file.write(Tree.bytes("x"))).isOne();
    tree.unlink("/f");
    FileSystemStatus status = new FileSystemStatus();
    tree.tmp.status(status);
    assertThat(status.freeBlocks).isEqualTo(255);
    child.release();
    tree.tmp.status(status);
    assertThat(status.freeBlocks).isEqualTo(256);
  }

  @Test
  void closeRangeTakesTheWholeRange() {
    for (int i = 0; i < 10; i++) {
      table.install(directory(), false, LIMIT);
    }
    table.closeRangeOnExec(0, 1);
    table.closeRange(3, Integer.MAX_VALUE);
    assertThat(table.descriptors()).containsExactly(0, 1, 2);
    table.closeOnExec();
    assertThat(table.descriptors()).containsExactly(2);
  }

  @Test
  void closeDropsTheLocksOfTheProcess() {
    tree.file("/f");
    int first = table.install(tree.open("/f", Fcntl.O_RDWR), false, LIMIT);
    int second = table.install(tree.open("/f", Fcntl.O_RDWR), false, LIMIT);
    FileLocks locks = table.get(first).inode().locks();
    locks.lockRange(table, 1, Fcntl.F_WRLCK, 0, 9, false);
    fails("EAGAIN", () -> locks.lockRange(this, 2, Fcntl.F_RDLCK, 5, 5, false));
    table.close(second);
    locks.lockRange(this, 2, Fcntl.F_RDLCK, 5, 5, false);
  }

  @Test
  void rangeLocksSplitAndChange() {
    tree.file("/f");
    FileLocks locks = tree.find("/f").inode().locks();
    locks.lockRange(table, 1, Fcntl.F_WRLCK, 0, FileLocks.TO_END, false);
    locks.lockRange(table, 1, Fcntl.F_UNLCK, 10, 19, false);
    locks.lockRange(table, 1, Fcntl.F_RDLCK, 0, 4, false);
    assertThat(locks.conflict(this, Fcntl.F_WRLCK, 10, 19)).isNull();
    assertThat(locks.conflict(this, Fcntl.F_RDLCK, 0, 4)).isNull();
    assertThat(locks.conflict(this, Fcntl.F_RDLCK, 0, 5).first()).isEqualTo(5);
    assertThat(locks.conflict(this, Fcntl.F_RDLCK, 19, 20).first()).isEqualTo(20);
    assertThat(locks.conflict(table, Fcntl.F_WRLCK, 0, 100)).isNull();
  }

  @Test
  void wholeFileLocksBelongToDescriptions() {
    tree.file("/f");
    OpenFile a = tree.open("/f", Fcntl.O_RDONLY);
    OpenFile b = tree.open("/f", Fcntl.O_RDONLY);
    FileLocks locks = a.inode().locks();
    locks.lockWhole(a, Fcntl.LOCK_SH, false);
    locks.lockWhole(b, Fcntl.LOCK_SH, false);
    fails("EAGAIN", () -> locks.lockWhole(a, Fcntl.LOCK_EX, false));
    b.release();
    locks.lockWhole(a, Fcntl.LOCK_EX, false);
    fails("EAGAIN", () -> locks.lockWhole(b, Fcntl.LOCK_SH, false));
  }

  private static void fails(
      String errno, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ErrnoException.class).hasMessage(errno);
  }
}

package tollgate.fs.tmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.FileStatus;
import tollgate.fs.FileSystemStatus;
import tollgate.fs.OpenFile;
import tollgate.fs.Tree;

/** Holds sparse files against a plain array. */
class TmpFileModelTest {
  private static final int SIZE = 5 << 20;

  enum Kind {
    WRITE,
    TRUNCATE,
    PUNCH,
    ALLOCATE
  }

  record Step(Kind kind, int offset, int length) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> offsets =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 20_000),
            Arbitraries.integers().between(2_090_000, 2_110_000));
    return Combinators.combine(
            Arbitraries.of(Kind.class), offsets, Arbitraries.integers().between(1, 20_000))
        .as(Step::new)
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 100)
  void fileReadsWhatTheModelHolds(@ForAll("steps") List<Step> steps) {
    Tree tree = new Tree(SIZE, 10);
    tree.file("/f");
    OpenFile file = tree.open("/f", Fcntl.O_RDWR);
    byte[] model = new byte[SIZE];
    int size = 0;
    byte fill = 1;
    for (Step s : steps) {
      int end = s.offset + s.length;
      switch (s.kind) {
        case WRITE -> {
          byte[] data = new byte[s.length];
          Arrays.fill(data, fill);
          Arrays.fill(model, s.offset, end, fill++);
          assertThat(file.writeAt(new IovIter().reset(data, 0, s.length), s.offset))
              .isEqualTo(s.length);
          size = Math.max(size, end);
        }
        case TRUNCATE -> {
          file.inode().truncate(s.offset);
          Arrays.fill(model, s.offset, SIZE, (byte) 0);
          size = s.offset;
        }
        case PUNCH -> {
          file.allocate(Fcntl.FALLOC_FL_PUNCH_HOLE | Fcntl.FALLOC_FL_KEEP_SIZE, s.offset, s.length);
          Arrays.fill(model, s.offset, end, (byte) 0);
        }
        case ALLOCATE -> {
          file.allocate(0, s.offset, s.length);
          size = Math.max(size, end);
        }
      }
    }
    byte[] read = new byte[SIZE];
    assertThat(file.readAt(new IovIter().reset(read, 0, SIZE), 0)).isEqualTo(size);
    assertThat(read).isEqualTo(model);
    requireBlocksAddUp(tree);
    requireHolesAreZero(file, model, size);
  }

  private static void requireBlocksAddUp(Tree tree) {
    FileStatus status = tree.status("/f");
    FileSystemStatus space = new FileSystemStatus();
    tree.tmp.status(space);
    assertThat(status.blocks / 8).isEqualTo(space.blocks - space.freeBlocks);
    tree.unlink("/f");
    tree.files.release();
    tree.tmp.status(space);
    assertThat(status.blocks / 8).isEqualTo(space.blocks - space.freeBlocks);
  }

  private static void requireHolesAreZero(OpenFile file, byte[] model, int size) {
    long at = 0;
    while (at < size) {
      long hole = file.seek(at, Fcntl.SEEK_HOLE);
      long data;
      try {
        data = file.seek(hole, Fcntl.SEEK_DATA);
      } catch (tollgate.abi.ErrnoException e) {
        data = size;
      }
      for (long i = hole; i < data; i++) {
        assertThat(model[(int) i]).isZero();
      }
      at = data;
    }
  }
}

package tollgate.exec;

import java.util.Arrays;
import tollgate.abi.IovIter;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.FileSystem;
import tollgate.fs.FileSystemStatus;
import tollgate.fs.Inode;
import tollgate.fs.OpenFile;
import tollgate.mm.PageSource;
import tollgate.mm.RamArena;

/** A regular file whose bytes are an array: what a loader needs of a file. */
final class FakeFile extends Inode implements PageSource, FileSystem {
  private final byte[] bytes;

  private FakeFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** An open file with these bytes. */
  static OpenFile open(String name, byte[] bytes) {
    FakeFile inode = new FakeFile(bytes);
    return inode.open(new Dentry(null, name, inode, null), 0);
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    return new OpenFile(dentry, flags) {
      @Override
      public long readAt(IovIter to, long offset) {
        if (offset < 0 || offset >= bytes.length) {
          return 0;
        }
        int length = (int) Math.min(to.remaining(), bytes.length - offset);
        return to.copyTo(bytes, (int) offset, length);
      }
    };
  }

  @Override
  public PageSource pages() {
    return this;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int readPage(long offset, RamArena arena, long physical) {
    byte[] page = Arrays.copyOfRange(bytes, (int) offset, (int) offset + RamArena.FRAME_SIZE);
    arena.put(physical, page, 0, page.length);
    return 0;
  }

  @Override
  public int writePage(long offset, RamArena arena, long physical) {
    throw new AssertionError("a program file is never written");
  }

  @Override
  public FileSystem fileSystem() {
    return this;
  }

  @Override
  public void status(FileStatus into) {}

  @Override
  public int mode() {
    return 0100755;
  }

  @Override
  public long number() {
    return 7;
  }

  @Override
  public String type() {
    return "fake";
  }

  @Override
  public long device() {
    return 0x801;
  }

  @Override
  public Inode root() {
    return this;
  }

  @Override
  public void status(FileSystemStatus into) {}
}

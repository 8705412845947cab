package tollgate.fs.tree;

import tollgate.fs.FileStatus;
import tollgate.fs.FileSystem;
import tollgate.fs.Inode;

/**
 * A file of a generated tree. Objects may be made anew by each lookup: two with one number in one
 * file system are the same file.
 */
public abstract class TreeInode extends Inode {
  private static final long SECOND = 1_000_000_000L;
  private static final int BLOCK_SIZE = 1024;

  private final TreeFs fileSystem;
  private final int mode;
  private final long number;
  private final Owner owner;
  private final long born;

  /** A file with type and permissions, an inode number and an owner. */
  protected TreeInode(TreeFs fileSystem, int mode, long number, Owner owner) {
    this.fileSystem = fileSystem;
    this.mode = mode;
    this.number = number;
    this.owner = owner;
    this.born = fileSystem.now();
  }

  @Override
  public final FileSystem fileSystem() {
    return fileSystem;
  }

  /** The tree this file is in. */
  public final TreeFs tree() {
    return fileSystem;
  }

  @Override
  public int mode() {
    return mode;
  }

  @Override
  public final long number() {
    return number;
  }

  @Override
  public boolean isSame(Inode other) {
    return other instanceof TreeInode t
        && t.fileSystem == fileSystem
        && t.number == number
        && t.mode == mode;
  }

  /** What stat(2) gives as size: 0 for files whose text is not known yet. */
  protected long size() {
    return 0;
  }

  /** How many names the file has. */
  protected int links() {
    return 1;
  }

  @Override
  public final void status(FileStatus into) {
    long seconds = Math.floorDiv(born, SECOND);
    int nanos = (int) Math.floorMod(born, SECOND);
    into.device = fileSystem.device();
    into.inode = number;
    into.mode = mode();
    into.links = links();
    into.uid = owner.uid();
    into.gid = owner.gid();
    into.rawDevice = 0;
    into.size = size();
    into.blockSize = BLOCK_SIZE;
    into.blocks = 0;
    into.accessSeconds = seconds;
    into.accessNanos = nanos;
    into.modificationSeconds = seconds;
    into.modificationNanos = nanos;
    into.changeSeconds = seconds;
    into.changeNanos = nanos;
    into.birthSeconds = 0;
    into.birthNanos = 0;
  }
}

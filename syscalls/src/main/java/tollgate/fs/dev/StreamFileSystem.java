package tollgate.fs.dev;

import tollgate.abi.Errno;
import tollgate.fs.FileSystem;
import tollgate.fs.FileSystemStatus;
import tollgate.fs.Inode;

/** What the machine's streams belong to, as pipes belong to pipefs: never mounted. */
final class StreamFileSystem implements FileSystem {
  private static final long PIPEFS_MAGIC = 0x50495045;
  private static final long PAGE = 4096;
  private static final long NAME_MAX = 255;

  private final long device;

  StreamFileSystem(long device) {
    this.device = device;
  }

  @Override
  public String type() {
    return "pipefs";
  }

  @Override
  public long device() {
    return device;
  }

  @Override
  public Inode root() {
    throw Errno.ENOENT.failure();
  }

  @Override
  public void status(FileSystemStatus into) {
    into.type = PIPEFS_MAGIC;
    into.blockSize = PAGE;
    into.blocks = 0;
    into.freeBlocks = 0;
    into.availableBlocks = 0;
    into.files = 0;
    into.freeFiles = 0;
    into.nameLength = NAME_MAX;
    into.fragmentSize = PAGE;
    into.flags = 0;
  }
}

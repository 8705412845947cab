package tollgate.fs;

import java.util.concurrent.atomic.AtomicLong;
import tollgate.abi.Errno;

/**
 * A file system that is mounted nowhere: where pipes, sockets and event descriptors have their
 * inodes (pipefs, sockfs, anon_inodefs). Safe for all threads.
 */
public final class NamelessFs implements FileSystem {
  private final String type;
  private final long magic;
  private final long device;
  private final AtomicLong nextNumber = new AtomicLong(1);

  /**
   * A file system.
   *
   * @param type as the kernel names it: pipefs
   * @param magic statfs's f_type
   * @param device what stat(2) reports
   */
  public NamelessFs(String type, long magic, long device) {
    this.type = type;
    this.magic = magic;
    this.device = device;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public long device() {
    return device;
  }

  @Override
  public Inode root() {
    throw Errno.EINVAL.failure();
  }

  @Override
  public void status(FileSystemStatus into) {
    into.type = magic;
    into.blockSize = 4096;
    into.fragmentSize = 4096;
    into.blocks = 0;
    into.freeBlocks = 0;
    into.availableBlocks = 0;
    into.files = 0;
    into.freeFiles = 0;
    into.nameLength = PathWalk.NAME_MAX;
    into.flags = 0;
  }

  /** A fresh inode number. */
  public long newNumber() {
    return nextNumber.getAndIncrement();
  }
}

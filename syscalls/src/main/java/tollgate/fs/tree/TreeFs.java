package tollgate.fs.tree;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import tollgate.fs.FileSystem;
import tollgate.fs.FileSystemStatus;

/** A file system of generated files. Safe for all threads. */
public final class TreeFs implements FileSystem {
  /** Numbers up to here are for entries that live as long as the file system. */
  private static final long FIRST_NUMBER = 0xf000_0000L;

  private static final long PAGE = 4096;
  private static final long NAME_MAX = 255;

  private final String type;
  private final long magic;
  private final long device;
  private final LongSupplier clock;
  private final AtomicLong nextNumber = new AtomicLong(FIRST_NUMBER);
  private final TreeDirectory root;

  /**
   * A file system.
   *
   * @param type as /proc/mounts names it
   * @param magic statfs's f_type
   * @param device what stat(2) reports, in Linux's huge dev_t encoding
   * @param clock nanoseconds since 1970-01-01 UTC
   * @param root makes the root directory
   */
  public TreeFs(
      String type,
      long magic,
      long device,
      LongSupplier clock,
      Function<TreeFs, TreeDirectory> root) {
    this.type = type;
    this.magic = magic;
    this.device = device;
    this.clock = clock;
    this.root = root.apply(this);
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
  public TreeDirectory root() {
    return root;
  }

  @Override
  public void status(FileSystemStatus into) {
    into.type = magic;
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

  /** An inode number for an entry that stays. */
  public long newNumber() {
    return nextNumber.getAndIncrement();
  }

  long now() {
    return clock.getAsLong();
  }
}

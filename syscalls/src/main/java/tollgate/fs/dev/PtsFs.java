package tollgate.fs.dev;

import java.util.SortedMap;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.DirectorySink;
import tollgate.fs.FileStatus;
import tollgate.fs.FileSystem;
import tollgate.fs.FileSystemStatus;
import tollgate.fs.Inode;
import tollgate.fs.OpenFile;

/**
 * The file system for /dev/pts: the pseudo-terminals behind the machine's streams under the names,
 * device and inode numbers they have on the host, so that ttyname(3) finds them.
 */
public final class PtsFs implements FileSystem {
  private static final long DEVPTS_SUPER_MAGIC = 0x1cd1;

  private final StandardStreams streams;
  private final long device;
  private final Root root = new Root();

  /**
   * The terminals of these streams.
   *
   * @param device what stat(2) reports for the directory, in Linux's huge dev_t encoding
   */
  public PtsFs(StandardStreams streams, long device) {
    this.streams = streams;
    this.device = device;
  }

  @Override
  public String type() {
    return "devpts";
  }

  @Override
  public long device() {
    return device;
  }

  @Override
  public Inode root() {
    return root;
  }

  @Override
  public void status(FileSystemStatus into) {
    into.type = DEVPTS_SUPER_MAGIC;
    into.blockSize = 4096;
    into.blocks = 0;
    into.freeBlocks = 0;
    into.availableBlocks = 0;
    into.files = 0;
    into.freeFiles = 0;
    into.nameLength = 255;
    into.fragmentSize = 4096;
    into.flags = 0;
  }

  /** The directory. */
  private final class Root extends Inode {
    @Override
    public FileSystem fileSystem() {
      return PtsFs.this;
    }

    @Override
    public int mode() {
      return StatMode.S_IFDIR | 0755;
    }

    @Override
    public long number() {
      return 1;
    }

    @Override
    public void status(FileStatus into) {
      into.device = device;
      into.inode = number();
      into.mode = mode();
      into.links = 2;
      into.uid = 0;
      into.gid = 0;
      into.rawDevice = 0;
      into.size = 0;
      into.blockSize = 1024;
      into.blocks = 0;
    }

    @Override
    public Inode lookup(String name) {
      for (SortedMap.Entry<Integer, StreamInode> each : streams.pseudoTerminals().entrySet()) {
        if (each.getKey().toString().equals(name)) {
          return each.getValue();
        }
      }
      return null;
    }

    @Override
    public OpenFile open(Dentry dentry, int flags) {
      return new Listing(dentry, flags);
    }
  }

  /** The open directory; it has few entries, so the position counts them. */
  private final class Listing extends OpenFile {
    Listing(Dentry dentry, int flags) {
      super(dentry, flags);
    }

    @Override
    public synchronized void readDirectory(DirectorySink sink) {
      int at = 0;
      for (String name : new String[] {".", ".."}) {
        if (at++ == position) {
          if (!sink.entry(name, 1, StatMode.directoryType(StatMode.S_IFDIR), at)) {
            return;
          }
          position = at;
        }
      }
      for (SortedMap.Entry<Integer, StreamInode> each : streams.pseudoTerminals().entrySet()) {
        StreamInode inode = each.getValue();
        if (at++ == position) {
          int type = StatMode.directoryType(inode.mode());
          if (!sink.entry(each.getKey().toString(), inode.number(), type, at)) {
            return;
          }
          position = at;
        }
      }
    }

    @Override
    public synchronized long seek(long offset, int whence) {
      if (whence != 0 || offset < 0) {
        throw tollgate.abi.Errno.EINVAL.failure();
      }
      position = offset;
      return offset;
    }

    @Override
    public boolean seekable() {
      return true;
    }
  }
}

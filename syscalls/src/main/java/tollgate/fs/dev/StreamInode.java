package tollgate.fs.dev;

import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.FileSystem;
import tollgate.fs.Inode;
import tollgate.fs.OpenFile;
import tollgate.platform.HostStatus;

/** The file behind one of the machine's streams, as the host's fstat(2) describes it. */
final class StreamInode extends Inode {
  private final StandardStreams streams;
  private final int stream;
  private final FileSystem fileSystem;
  private final long number;
  private final int mode;
  private final long rawDevice;

  StreamInode(StandardStreams streams, int stream, HostStatus status) {
    this.streams = streams;
    this.stream = stream;
    this.fileSystem = new StreamFileSystem(status.device);
    this.number = status.inode;
    this.mode = status.mode;
    this.rawDevice = status.rawDevice;
  }

  int stream() {
    return stream;
  }

  /** The device that a character node stands for. */
  long rawDevice() {
    return rawDevice;
  }

  @Override
  public FileSystem fileSystem() {
    return fileSystem;
  }

  @Override
  public void status(FileStatus into) {
    HostStatus from = new HostStatus();
    Errno.check(streams.terminal().status(stream, from));
    into.device = from.device;
    into.inode = from.inode;
    into.mode = from.mode;
    into.links = from.links;
    into.uid = from.uid;
    into.gid = from.gid;
    into.rawDevice = from.rawDevice;
    into.size = from.size;
    into.blockSize = from.blockSize;
    into.blocks = from.blocks;
    into.accessSeconds = from.accessSeconds;
    into.accessNanos = (int) from.accessNanos;
    into.modificationSeconds = from.modificationSeconds;
    into.modificationNanos = (int) from.modificationNanos;
    into.changeSeconds = from.changeSeconds;
    into.changeNanos = (int) from.changeNanos;
    into.birthSeconds = from.birthSeconds;
    into.birthNanos = (int) from.birthNanos;
  }

  @Override
  public int mode() {
    return mode;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public boolean isSame(Inode other) {
    return other instanceof StreamInode s
        && s.number == number
        && s.fileSystem.device() == fileSystem.device();
  }

  /** Opens the stream once more, as an open of /dev/stdin does. */
  @Override
  public OpenFile open(Dentry dentry, int flags) {
    return switch (mode & StatMode.S_IFMT) {
      case StatMode.S_IFREG -> new StreamFile(dentry, flags, streams, this, false);
      case StatMode.S_IFDIR, StatMode.S_IFSOCK -> throw Errno.ENXIO.failure();
      default -> new StreamFile(dentry, flags, streams, this, true);
    };
  }

  @Override
  public void truncate(long size) {
    if (!StatMode.isRegular(mode)) {
      throw Errno.EINVAL.failure();
    }
    Errno.check(streams.terminal().truncate(stream, size));
  }

  /** True when transfers may have to wait: pipes, sockets and terminals. */
  boolean mayBlock() {
    return !StatMode.isRegular(mode)
        && ((mode & StatMode.S_IFMT) != StatMode.S_IFCHR || streams.terminal().isTerminal(stream));
  }

  /** True when the host's description has a position: lseek(2) works on it. */
  boolean hasPosition() {
    int type = mode & StatMode.S_IFMT;
    return type == StatMode.S_IFREG
        || (type == StatMode.S_IFCHR && !mayBlock())
        || type == StatMode.S_IFBLK;
  }

  /** Bytes in the file. */
  long size() {
    HostStatus status = new HostStatus();
    Errno.check(streams.terminal().status(stream, status));
    return status.size;
  }
}

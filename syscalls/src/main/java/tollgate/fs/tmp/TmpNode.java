package tollgate.fs.tmp;

import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;
import tollgate.fs.FileStatus;
import tollgate.fs.OpenFile;
import tollgate.fs.pipe.Pipe;

/** A fifo, socket or device node in memory. */
final class TmpNode extends TmpInode {
  private final long rawDevice;
  private Pipe pipe;

  TmpNode(TmpFs fileSystem, int mode, int uid, int gid, long rawDevice) {
    super(fileSystem, mode, uid, gid);
    this.rawDevice = StatMode.isDevice(mode) ? rawDevice : 0;
  }

  @Override
  long size() {
    return 0;
  }

  @Override
  public void status(FileStatus into) {
    super.status(into);
    into.rawDevice = rawDevice;
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    if (!StatMode.isFifo(mode())) {
      throw Errno.ENXIO.failure();
    }
    return pipe().openFifo(dentry, flags);
  }

  private synchronized Pipe pipe() {
    if (pipe == null) {
      pipe = new Pipe();
    }
    return pipe;
  }
}

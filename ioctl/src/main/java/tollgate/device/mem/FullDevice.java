package tollgate.device.mem;

import tollgate.abi.Errno;
import tollgate.abi.IovIter;

/** /dev/full: endless zeros, and no room for a single byte, not even for none. */
final class FullDevice extends ZeroDevice {
  @Override
  public long write(IovIter from, long position) {
    throw Errno.ENOSPC.failure();
  }
}

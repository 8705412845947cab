package tollgate.device.mem;

import tollgate.abi.Errno;
import tollgate.abi.IovIter;

/** /dev/zero: endless zeros; writes as to /dev/null. */
class ZeroDevice extends NullDevice {
  @Override
  public long read(IovIter to, long position) {
    long length = to.remaining();
    long done = to.clear(length);
    if (done == 0 && length > 0) {
      throw Errno.EFAULT.failure();
    }
    return done;
  }
}

package tollgate.device.mem;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Poll;
import tollgate.abi.uapi.RandomRequests;
import tollgate.device.IoctlTable;
import tollgate.device.OpenDevice;

/**
 * /dev/random and /dev/urandom, which are the same once the kernel is up (random(4)). Writing is
 * allowed and changes nothing; adding entropy is the administrator's, so EPERM.
 */
final class RandomDevice extends OpenDevice {
  private static final int CHUNK = 4096;

  /** What RNDGETENTCNT says of a full pool: POOL_BITS in drivers/char/random.c. */
  private static final int ENTROPY_BITS = 256;

  private static final IoctlTable<RandomDevice> IOCTLS =
      IoctlTable.<RandomDevice>builder()
          .row(RandomRequests.RNDGETENTCNT, (device, memory, abi, at) -> entropy(memory, at))
          .row(RandomRequests.RNDADDTOENTCNT, RandomDevice::forbidden)
          .row(RandomRequests.RNDADDENTROPY, RandomDevice::forbidden)
          .row(RandomRequests.RNDZAPENTCNT, RandomDevice::forbidden)
          .row(RandomRequests.RNDCLEARPOOL, RandomDevice::forbidden)
          .row(RandomRequests.RNDRESEEDCRNG, RandomDevice::forbidden)
          .otherwise(Errno.EINVAL)
          .build();

  private final RandomSource source;
  private final byte[] buffer = new byte[CHUNK];

  RandomDevice(RandomSource source) {
    this.source = source;
  }

  @Override
  public synchronized long read(IovIter to, long position) {
    long length = to.remaining();
    long done = 0;
    while (done < length) {
      int part = (int) Math.min(CHUNK, length - done);
      source.fill(buffer, 0, part);
      int copied = to.copyTo(buffer, 0, part);
      done += copied;
      if (copied < part) {
        break;
      }
    }
    if (done == 0 && length > 0) {
      throw Errno.EFAULT.failure();
    }
    return done;
  }

  /** Reads the bytes, as mixing them into the pool would, and forgets them. */
  @Override
  public synchronized long write(IovIter from, long position) {
    long length = from.remaining();
    long done = 0;
    while (done < length) {
      int part = (int) Math.min(CHUNK, length - done);
      int copied = from.copyFrom(buffer, 0, part);
      done += copied;
      if (copied < part) {
        break;
      }
    }
    if (done == 0 && length > 0) {
      throw Errno.EFAULT.failure();
    }
    return done;
  }

  /** noop_llseek: the position stays where it is. */
  @Override
  public long seek(long current, long offset, int whence) {
    return current;
  }

  /** Only reading is announced, although writes are taken. */
  @Override
  public int poll() {
    return Poll.POLLIN | Poll.POLLRDNORM;
  }

  @Override
  public long ioctl(GuestMemory memory, Abi abi, int request, long argument) {
    return IOCTLS.call(this, memory, abi, request, argument);
  }

  private static long entropy(GuestMemory memory, long at) {
    memory.writeInt(at, ENTROPY_BITS);
    return 0;
  }

  private static long forbidden(RandomDevice device, GuestMemory memory, Abi abi, long argument) {
    throw Errno.EPERM.failure();
  }
}

package tollgate.device;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.IovIter;
import tollgate.abi.uapi.Poll;

/**
 * A device that was opened: the operations of its file ({@code struct file_operations}). What is
 * not overridden fails, or answers, as Linux does for a driver without that operation.
 */
public abstract class OpenDevice {
  /** For subclasses. */
  protected OpenDevice() {}

  /**
   * Reads.
   *
   * @param to where the bytes go; its remaining length is how many are asked for
   * @param position the offset in the file; most devices have none and ignore it
   * @return bytes read, 0 at the end; EFAULT when the first byte cannot be stored
   */
  public long read(IovIter to, long position) {
    throw Errno.EINVAL.failure();
  }

  /**
   * Writes.
   *
   * @return bytes taken
   */
  public long write(IovIter from, long position) {
    throw Errno.EINVAL.failure();
  }

  /**
   * lseek(2).
   *
   * @param current the position of the file now
   * @return the new position
   */
  public long seek(long current, long offset, int whence) {
    throw Errno.ESPIPE.failure();
  }

  /** True when pread(2) and pwrite(2) work. */
  public boolean positioned() {
    return true;
  }

  /** The POLL* events that are ready. */
  public int poll() {
    return Poll.POLLIN | Poll.POLLOUT | Poll.POLLRDNORM | Poll.POLLWRNORM;
  }

  /** ioctl(2), after the requests that every file knows. */
  public long ioctl(GuestMemory memory, Abi abi, int request, long argument) {
    throw Errno.ENOTTY.failure();
  }

  /** The last descriptor was closed. */
  public void close() {}
}

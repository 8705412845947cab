package tollgate.fs.dev;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.GuestMemory;
import tollgate.abi.IovIter;
import tollgate.device.OpenDevice;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;

/**
 * An open character device. Transfers leave the position where it is: drivers that have one move it
 * with lseek alone.
 */
final class DeviceFile extends OpenFile {
  private final OpenDevice device;

  DeviceFile(Dentry dentry, int flags, OpenDevice device) {
    super(dentry, flags);
    this.device = device;
  }

  /** Not under the description's lock: a device may make its reader wait. */
  @Override
  public long read(IovIter to) {
    return device.read(to, position);
  }

  @Override
  public long write(IovIter from) {
    return device.write(from, position);
  }

  @Override
  public long readAt(IovIter to, long offset) {
    requirePositioned();
    return device.read(to, offset);
  }

  @Override
  public long writeAt(IovIter from, long offset) {
    requirePositioned();
    return device.write(from, offset);
  }

  @Override
  public synchronized long seek(long offset, int whence) {
    position = device.seek(position, offset, whence);
    return position;
  }

  @Override
  public boolean seekable() {
    return device.positioned();
  }

  @Override
  public int poll() {
    return device.poll();
  }

  @Override
  public long ioctl(GuestMemory memory, Abi abi, int request, long argument) {
    return device.ioctl(memory, abi, request, argument);
  }

  @Override
  protected void close() {
    device.close();
  }

  private void requirePositioned() {
    if (!device.positioned()) {
      throw Errno.ESPIPE.failure();
    }
  }
}

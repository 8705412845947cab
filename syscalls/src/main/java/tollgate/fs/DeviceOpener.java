package tollgate.fs;

/** Opens the device behind a character or block node, whatever file system the node is in. */
@FunctionalInterface
public interface DeviceOpener {
  /**
   * Opens a device.
   *
   * @param dentry the node
   * @param flags as in {@link Inode#open}
   * @return the open device; ENXIO or ENODEV when there is none with that number
   */
  OpenFile open(Dentry dentry, int flags);
}

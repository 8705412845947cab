package tollgate.fs.host;

import tollgate.platform.HostStatus;

/**
 * What makes a host file the same file: device and inode number, and the time of birth because
 * numbers are used again.
 */
record FileIdentity(long device, long inode, long birthSeconds, long birthNanos) {
  static FileIdentity of(HostStatus status) {
    return new FileIdentity(status.device, status.inode, status.birthSeconds, status.birthNanos);
  }
}

package tollgate.fs;

/** What stat(2) says of an inode; filled by {@link Inode#status}, reused by its owner. */
public final class FileStatus {
  /**
   * Device of the file system as Linux's huge dev_t encoding (minor low 8, major 12, minor high).
   */
  public long device;

  public long inode;

  /** Type and permissions: S_IFMT and 07777. */
  public int mode;

  public long links;
  public int uid;
  public int gid;

  /** The device a character or block node stands for, else 0. */
  public long rawDevice;

  /** Bytes. */
  public long size;

  /** Preferred block size for I/O. */
  public long blockSize;

  /** Allocated units of 512 bytes. */
  public long blocks;

  public long accessSeconds;
  public int accessNanos;
  public long modificationSeconds;
  public int modificationNanos;
  public long changeSeconds;
  public int changeNanos;
  public long birthSeconds;
  public int birthNanos;
}

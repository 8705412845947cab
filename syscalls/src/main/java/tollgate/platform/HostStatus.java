package tollgate.platform;

/** What stat(2) says of a host file; filled by {@link HostFiles}, reused by its owner. */
public final class HostStatus {
  public long device;
  public long inode;
  public int mode;
  public long links;
  public int uid;
  public int gid;
  public long rawDevice;
  public long size;
  public long blockSize;
  public long blocks;
  public long accessSeconds;
  public long accessNanos;
  public long modificationSeconds;
  public long modificationNanos;
  public long changeSeconds;
  public long changeNanos;

  /** Time of birth, 0 when the file system keeps none. */
  public long birthSeconds;

  public long birthNanos;
}

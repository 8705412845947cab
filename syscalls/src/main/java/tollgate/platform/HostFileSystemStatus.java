package tollgate.platform;

/** What statfs(2) says of a host file system; filled by {@link HostFiles}. */
public final class HostFileSystemStatus {
  public long type;
  public long blockSize;
  public long blocks;
  public long freeBlocks;
  public long availableBlocks;
  public long files;
  public long freeFiles;
  public long nameLength;
  public long fragmentSize;
  public long flags;
}

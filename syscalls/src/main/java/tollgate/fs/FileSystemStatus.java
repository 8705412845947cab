package tollgate.fs;

/** What statfs(2) says of a file system. */
public final class FileSystemStatus {
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

package tollgate.fs;

/** The advisory locks on one file: flock(2) and fcntl(2). Safe for all threads. */
public final class FileLocks {
  /** Drops the fcntl(2) locks of a process, as any close of the file by it does. */
  void releaseProcess(FileTable owner) {}
}

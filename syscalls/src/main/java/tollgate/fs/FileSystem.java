package tollgate.fs;

/** A mounted or mountable file system. Safe for all threads. */
public interface FileSystem {
  /** The type as /proc/mounts names it: tmpfs, proc, sysfs, devtmpfs, host … */
  String type();

  /** The device number that stat(2) reports for its files, in Linux's huge dev_t encoding. */
  long device();

  /** The root directory. */
  Inode root();

  /** statfs(2). */
  void status(FileSystemStatus into);
}

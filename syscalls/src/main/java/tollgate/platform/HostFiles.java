package tollgate.platform;

/**
 * The host's file calls by directory descriptor: each takes a descriptor and one name, never a path
 * with a slash, so that path resolution stays inside our own code (the one exception is {@link
 * #openRoot}, which takes what the user typed). Names are Strings of bytes (ISO-8859-1); one that
 * is empty, ".", ".." or has a slash or a NUL gives -EINVAL. Results are Linux's: a value, or
 * -errno; flags and modes have x86-64 Linux's numbers. No call follows a symbolic link. Methods
 * that take one descriptor accept O_PATH descriptors where they say so.
 */
public interface HostFiles {
  /** The longest transfer of one array read or write; longer ones come back short. */
  int MAX_ARRAY_BYTES = 65536;

  /**
   * Opens a directory or file that the user granted by path, as an O_PATH descriptor; follows
   * links.
   */
  int openRoot(String path);

  /**
   * openat(2) with O_CLOEXEC and O_NOFOLLOW added. O_PATH gives a descriptor for any type of file,
   * symbolic links included. The mode of a created file is exact: the host's umask does not count.
   */
  int openAt(int directory, String name, int flags, int mode);

  /** Opens the file behind an O_PATH descriptor for use: no name is looked up, so no race. */
  int reopen(int pathDescriptor, int flags);

  int close(int fd);

  /** fstat(2), also of O_PATH descriptors. */
  int status(int fd, HostStatus into);

  /** fstatat(2). */
  int statusAt(int directory, String name, HostStatus into);

  /** Reads into host memory; the address lies in the RAM arena. Position -1: the file's own. */
  long read(int fd, long address, long length, long position);

  /** Writes from host memory. Position -1: the file's own. */
  long write(int fd, long address, long length, long position);

  /** Reads at most {@link #MAX_ARRAY_BYTES} into an array. Position -1: the file's own. */
  long read(int fd, byte[] into, int offset, int length, long position);

  /** Writes at most {@link #MAX_ARRAY_BYTES} from an array. Position -1: the file's own. */
  long write(int fd, byte[] from, int offset, int length, long position);

  /** lseek(2), SEEK_DATA and SEEK_HOLE included. */
  long seek(int fd, long offset, int whence);

  /** ftruncate(2), or truncate(2) of the file behind an O_PATH descriptor. */
  int truncate(int fd, long size);

  /** fallocate(2). */
  int allocate(int fd, int mode, long offset, long length);

  /** fsync(2) or fdatasync(2). */
  int sync(int fd, boolean dataOnly);

  /**
   * All entries of an open directory (no O_PATH descriptor), "." and ".." included, in the host's
   * order; null with {@code error[0]} set to -errno.
   */
  HostEntry[] list(int directory, int[] error);

  /** The target of the link behind an O_PATH descriptor; null with {@code error[0]} set. */
  String readLink(int fd, int[] error);

  /** mkdirat(2); the mode is exact. */
  int makeDirectoryAt(int directory, String name, int mode);

  /** mknodat(2); the mode is exact. */
  int makeNodeAt(int directory, String name, int mode, long device);

  /** symlinkat(2). */
  int symbolicLinkAt(String target, int directory, String name);

  /** linkat(2): another name for the file behind a descriptor, also an O_PATH one. */
  int linkAt(int fd, int toDirectory, String toName);

  /** unlinkat(2), with AT_REMOVEDIR for directories. */
  int unlinkAt(int directory, String name, boolean isDirectory);

  /** renameat2(2). */
  int renameAt(int fromDirectory, String fromName, int toDirectory, String toName, int flags);

  /** fchmod(2), also through O_PATH descriptors; of a symbolic link: -EOPNOTSUPP. */
  int changeMode(int fd, int mode);

  /** fchown(2), also through O_PATH descriptors; -1 leaves an id. */
  int changeOwner(int fd, int uid, int gid);

  /** utimensat(2), also through O_PATH descriptors; nanoseconds may be UTIME_NOW or UTIME_OMIT. */
  int changeTimes(int fd, long accessSeconds, long accessNanos, long modSeconds, long modNanos);

  /** fstatfs(2), also of O_PATH descriptors. */
  int fileSystemStatus(int fd, HostFileSystemStatus into);

  /** fcntl(2) F_GETFL. */
  int statusFlags(int fd);

  /** fcntl(2) F_SETFL. */
  int setStatusFlags(int fd, int flags);

  /** One directory entry: its name, inode number and DT_* type. */
  record HostEntry(String name, long inode, int type) {}
}

package tollgate.platform;

/**
 * The host's file calls by directory descriptor: each takes a descriptor and one name, never a path
 * with a slash, so that path resolution stays inside our own code (the one exception is {@link
 * #openRoot}, which takes what the user typed). Names are Strings of bytes (ISO-8859-1). Results
 * are Linux's: a value, or -errno. Every call is made with no-follow semantics.
 */
public interface HostFiles {
  /**
   * Opens a directory or file that the user granted by path, as an O_PATH descriptor; follows
   * links.
   */
  int openRoot(String path);

  /**
   * openat(2) with O_CLOEXEC and O_NOFOLLOW added; {@code name} may be empty only with O_PATH to
   * duplicate. O_PATH gives a descriptor for any type of file, symbolic links included.
   */
  int openAt(int directory, String name, int flags, int mode);

  /**
   * Opens the file behind an O_PATH descriptor for use (by /proc/self/fd, which cannot be raced).
   */
  int reopen(int pathDescriptor, int flags);

  int close(int fd);

  /** fstat(2), also of O_PATH descriptors. */
  int status(int fd, HostStatus into);

  /** fstatat(2) with AT_SYMLINK_NOFOLLOW. */
  int statusAt(int directory, String name, HostStatus into);

  /** Reads into host memory; the address lies in the RAM arena. Position -1: the file's own. */
  long read(int fd, long address, long length, long position);

  /** Writes from host memory. Position -1: the file's own. */
  long write(int fd, long address, long length, long position);

  /** Reads into an array. Position -1: the file's own. */
  long read(int fd, byte[] into, int offset, int length, long position);

  /** Writes from an array. Position -1: the file's own. */
  long write(int fd, byte[] from, int offset, int length, long position);

  long seek(int fd, long offset, int whence);

  int truncate(int fd, long size);

  int allocate(int fd, int mode, long offset, long length);

  int sync(int fd, boolean dataOnly);

  /**
   * The names and types of a directory's entries from its start; null with {@code error[0]} set.
   */
  HostEntry[] list(int directory, int[] error);

  /** The target of a symbolic link as {@code -errno} in {@code error[0]} or the String. */
  String readLinkAt(int directory, String name, int[] error);

  int makeDirectoryAt(int directory, String name, int mode);

  int makeNodeAt(int directory, String name, int mode, long device);

  int symbolicLinkAt(String target, int directory, String name);

  int linkAt(int fromDirectory, String fromName, int toDirectory, String toName);

  int unlinkAt(int directory, String name, boolean isDirectory);

  int renameAt(int fromDirectory, String fromName, int toDirectory, String toName, int flags);

  int changeModeAt(int directory, String name, int mode);

  int changeMode(int fd, int mode);

  int changeOwnerAt(int directory, String name, int uid, int gid);

  int changeOwner(int fd, int uid, int gid);

  /** utimensat(2), no-follow; nanoseconds may be UTIME_NOW or UTIME_OMIT. */
  int changeTimesAt(
      int directory,
      String name,
      long accessSeconds,
      long accessNanos,
      long modSeconds,
      long modNanos);

  int changeTimes(int fd, long accessSeconds, long accessNanos, long modSeconds, long modNanos);

  /** fstatfs(2). */
  int fileSystemStatus(int fd, HostFileSystemStatus into);

  /** poll(2) of one descriptor; returns the ready events, 0 on timeout, or -errno. */
  int poll(int fd, int events, int timeoutMillis);

  /** fcntl(2) F_GETFL. */
  int statusFlags(int fd);

  /** One directory entry. */
  record HostEntry(String name, long inode, int type) {}
}

package tollgate.machine;

import tollgate.abi.Errno;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.StatMode;
import tollgate.platform.HostFiles;
import tollgate.platform.HostStatus;

/** Paths that the user typed, as the host understands them. Strings hold one char per byte. */
final class HostPaths {
  private final HostFiles files;
  private final HostStatus status = new HostStatus();

  HostPaths(HostFiles files) {
    this.files = files;
  }

  /** This process's working directory, or null when it has no name any more. */
  String workingDirectory() {
    int self = files.openRoot("/proc/self");
    if (self < 0) {
      return null;
    }
    int link = files.openAt(self, "cwd", Fcntl.O_PATH, 0);
    files.close(self);
    if (link < 0) {
      return null;
    }
    String path = files.readLink(link, new int[1]);
    files.close(link);
    return path != null && path.startsWith("/") && statusOf(path) == 0 ? path : null;
  }

  /** The path as an absolute one; without a working directory it stays as it is. */
  String absolute(String path) {
    if (path.startsWith("/")) {
      return path;
    }
    String base = workingDirectory();
    return base == null ? path : base.equals("/") ? "/" + path : base + "/" + path;
  }

  /** Follows links and fetches the status; 0 or -errno. */
  int statusOf(String path) {
    int fd = files.openRoot(path);
    if (fd < 0) {
      return fd;
    }
    int result = files.status(fd, status);
    files.close(fd);
    return result;
  }

  /** What {@link #statusOf} found last. */
  HostStatus status() {
    return status;
  }

  /** True for a regular file that somebody may execute. */
  boolean isProgram(String path) {
    return statusOf(path) == 0
        && StatMode.isRegular(status.mode)
        && (status.mode & ProgramLookup.ANY_EXECUTE) != 0;
  }

  /** Fails when a path that the user granted is not there. */
  void require(String path, String what) throws LaunchFailure {
    int result = statusOf(path);
    if (result < 0) {
      throw new LaunchFailure(
          LaunchFailure.OURS, what + " '" + path + "': " + ErrorText.of(Errno.of(-result)));
    }
  }

  /** Removes empty and "." components and resolves ".." by the text alone. */
  static String normal(String absolute) {
    StringBuilder normal = new StringBuilder();
    for (String part : absolute.split("/")) {
      if (part.equals("..")) {
        normal.setLength(Math.max(0, normal.lastIndexOf("/")));
      } else if (!part.isEmpty() && !part.equals(".")) {
        normal.append('/').append(part);
      }
    }
    return normal.length() == 0 ? "/" : normal.toString();
  }
}

package tollgate.machine;

import java.util.List;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.Dentry;

/**
 * Finds the program that the user named. A name with a slash is a path, one without is searched in
 * PATH, as a shell does. With the private root both are meant on the host, and the file found is
 * made visible to the guest at its own path; with {@code --root} both are meant inside the guest.
 */
final class ProgramLookup {
  static final int ANY_EXECUTE = 0111;

  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private final String program;
  private final List<String> environment;
  private final GuestView view;
  private final HostPaths host;

  ProgramLookup(MachineBuilder options, GuestView view, HostPaths host) {
    this.program = options.program();
    this.environment = options.environment();
    this.view = view;
    this.host = host;
  }

  /**
   * The path by which the guest's kernel is to load the program.
   *
   * @throws LaunchFailure 127 when there is none, 126 when it is no file that can be executed
   */
  String find() throws LaunchFailure {
    if (program.isEmpty()) {
      throw notFound("the program's name is empty");
    }
    String path = view.isPrivate() ? findOnHost() : findInGuest();
    checkExecutable(path);
    return path;
  }

  private String findOnHost() throws LaunchFailure {
    String path = program;
    if (program.indexOf('/') < 0) {
      path = searched(true);
    } else if (host.statusOf(program) < 0 && view.find(program) == null) {
      throw notFound("'" + program + "': " + ErrorText.of(Errno.of(-host.statusOf(program))));
    }
    if (view.find(path) != null) {
      return path;
    }
    String absolute = HostPaths.normal(host.absolute(path));
    if (view.find(absolute) == null) {
      view.show(new Bind(path, absolute, true));
    }
    return absolute;
  }

  private String findInGuest() throws LaunchFailure {
    if (program.indexOf('/') < 0) {
      return searched(false);
    }
    try {
      view.require(program);
    } catch (ErrnoException e) {
      int status =
          e.errno() == Errno.EACCES ? LaunchFailure.NOT_EXECUTABLE : LaunchFailure.NOT_FOUND;
      throw new LaunchFailure(
          status, "'" + program + "' in the guest's view: " + ErrorText.of(e.errno()), e);
    }
    return program;
  }

  private String searched(boolean onHost) throws LaunchFailure {
    for (String folder : searchPath().split(":", -1)) {
      String path = folder.isEmpty() ? "./" + program : folder + "/" + program;
      if (onHost ? host.isProgram(path) : isProgram(view.find(path))) {
        return path;
      }
    }
    boolean here = onHost ? host.statusOf(program) == 0 : view.find(program) != null;
    throw notFound(
        "no program '"
            + program
            + "' in PATH"
            + (onHost ? "" : " of the guest")
            + (here ? " (the one in this directory is './" + program + "')" : ""));
  }

  private String searchPath() {
    for (String variable : environment) {
      if (variable.startsWith("PATH=")) {
        return variable.substring(5);
      }
    }
    return DEFAULT_PATH;
  }

  private void checkExecutable(String path) throws LaunchFailure {
    Dentry found = view.find(path);
    if (found == null) {
      throw notFound("'" + program + "': the guest cannot see " + path);
    }
    int mode = found.inode().mode();
    String reason = null;
    if (StatMode.isDirectory(mode)) {
      reason = "is a directory";
    } else if (!StatMode.isRegular(mode)) {
      reason = "is not a regular file";
    } else if ((mode & ANY_EXECUTE) == 0) {
      reason = "is not executable: its mode is 0" + Integer.toOctalString(mode & 07777);
    }
    if (reason != null) {
      throw new LaunchFailure(LaunchFailure.NOT_EXECUTABLE, "'" + program + "' " + reason);
    }
  }

  private static boolean isProgram(Dentry found) {
    return found != null
        && StatMode.isRegular(found.inode().mode())
        && (found.inode().mode() & ANY_EXECUTE) != 0;
  }

  private static LaunchFailure notFound(String message) {
    return new LaunchFailure(LaunchFailure.NOT_FOUND, message);
  }
}

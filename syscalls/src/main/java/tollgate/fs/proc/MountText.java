package tollgate.fs.proc;

import java.util.List;
import tollgate.fs.Dentry;
import tollgate.fs.Mount;
import tollgate.fs.PathName;
import tollgate.fs.Vfs;
import tollgate.kernel.Task;

/** /proc/PID/mounts and mountinfo (fs/proc_namespace.c). */
final class MountText {
  /** Ids begin above the ones that Linux uses up before user space starts. */
  private static final int FIRST_ID = 20;

  private MountText() {}

  static String mounts(Task task) {
    StringBuilder text = new StringBuilder();
    for (Mount mount : task.fs().vfs().mounts()) {
      String options = options(mount);
      text.append(escaped(mount.source()))
          .append(' ')
          .append(escaped(point(mount, task)))
          .append(' ')
          .append(mount.fileSystem().type())
          .append(' ')
          .append(options)
          .append(" 0 0\n");
    }
    return text.toString();
  }

  static String mountInfo(Task task) {
    StringBuilder text = new StringBuilder();
    Vfs vfs = task.fs().vfs();
    for (Mount mount : vfs.mounts()) {
      long device = mount.fileSystem().device();
      Dentry point = mount.mountPoint();
      text.append(idOf(vfs, mount))
          .append(' ')
          .append(point == null ? 1 : idOf(vfs, point.mount()))
          .append(' ')
          .append(major(device))
          .append(':')
          .append(minor(device))
          .append(" / ")
          .append(escaped(point(mount, task)))
          .append(' ')
          .append(options(mount))
          .append(" - ")
          .append(mount.fileSystem().type())
          .append(' ')
          .append(escaped(mount.source()))
          .append(mount.readOnly() ? " ro\n" : " rw\n");
    }
    return text.toString();
  }

  /** The id of a mount in mountinfo and fdinfo; 0 for nameless files. */
  static int idOf(Vfs vfs, Mount mount) {
    List<Mount> mounts = vfs.mounts();
    int index = mounts.indexOf(mount);
    return index < 0 ? 0 : FIRST_ID + index;
  }

  static int major(long device) {
    return (int) (device >>> 8) & 0xfff;
  }

  static int minor(long device) {
    return (int) (device & 0xff | device >>> 12 & 0xfff00);
  }

  private static String options(Mount mount) {
    return mount.readOnly() ? "ro,relatime" : "rw,relatime";
  }

  private static String point(Mount mount, Task task) {
    return PathName.of(mount.root(), task.fs().root());
  }

  /** White space and backslashes as octal, so that fields can be told apart. */
  static String escaped(String field) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\\' || c == '#') {
        text.append(String.format("\\%03o", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}

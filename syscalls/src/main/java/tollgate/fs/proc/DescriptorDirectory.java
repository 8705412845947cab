package tollgate.fs.proc;

import java.util.function.Consumer;
import tollgate.abi.uapi.Fcntl;
import tollgate.fs.Dentry;
import tollgate.fs.OpenFile;
import tollgate.fs.tree.GeneratedFile;
import tollgate.fs.tree.GeneratedLink;
import tollgate.fs.tree.Owner;
import tollgate.fs.tree.TreeDirectory;
import tollgate.fs.tree.TreeFs;
import tollgate.fs.tree.TreeInode;
import tollgate.kernel.Task;

/** /proc/PID/fd, a magic link for each descriptor, or /proc/PID/fdinfo, a file for each. */
final class DescriptorDirectory extends TreeDirectory {
  private static final int FD_NUMBERS = 0x4000;
  private static final int FDINFO_NUMBERS = 0x8000;
  private static final int NUMBER_MASK = 0x3fff;

  /** What stat(2) has said of these links since Linux 2.2. */
  private static final long LINK_SIZE = 64;

  private static final int SHOWN_BY_OPEN = Fcntl.O_CLOEXEC;

  private final Task task;
  private final Owner owner;
  private final boolean info;

  DescriptorDirectory(TreeFs tree, Task task, Owner owner, boolean info) {
    super(tree, info ? 0555 : 0500, ProcessDirectory.numberOf(task, info ? 5 : 4), owner);
    this.task = task;
    this.owner = owner;
    this.info = info;
  }

  @Override
  public boolean volatileNames() {
    return true;
  }

  @Override
  protected long size() {
    return info ? 0 : task.files().descriptors().length;
  }

  @Override
  public TreeInode lookup(String name) {
    int fd = ProcRoot.number(name);
    OpenFile file = fd < 0 ? null : task.files().find(fd);
    if (file == null) {
      return null;
    }
    int kind = info ? FDINFO_NUMBERS : FD_NUMBERS;
    long number = ProcessDirectory.numberOf(task, kind | fd & NUMBER_MASK);
    if (info) {
      return new GeneratedFile(tree(), 0444, number, owner, () -> describe(fd));
    }
    int permissions = 0100 | (file.readable() ? 0400 : 0) | (file.writable() ? 0200 : 0);
    return new GeneratedLink(
        tree(),
        permissions,
        number,
        owner,
        () -> ProcessDirectory.path(place(fd)),
        () -> place(fd),
        LINK_SIZE);
  }

  @Override
  protected void list(Consumer<String> sink) {
    for (int fd : task.files().descriptors()) {
      sink.accept(Integer.toString(fd));
    }
  }

  private Dentry place(int fd) {
    OpenFile file = task.files().find(fd);
    return file == null ? null : file.dentry();
  }

  private String describe(int fd) {
    OpenFile file = task.files().find(fd);
    if (file == null) {
      return "";
    }
    int flags = file.flags() | (task.files().isCloseOnExec(fd) ? SHOWN_BY_OPEN : 0);
    return String.format(
        "pos:\t%d\nflags:\t0%o\nmnt_id:\t%d\nino:\t%d\n",
        file.position(),
        flags,
        MountText.idOf(task.fs().vfs(), file.dentry().mount()),
        file.inode().number());
  }
}

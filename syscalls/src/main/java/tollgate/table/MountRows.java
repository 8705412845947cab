package tollgate.table;

import tollgate.calls.DirectoryCalls;

/** Mounting, name spaces of mounts, quotas, swap. */
final class MountRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("mount", 165, 21, "path source, path target, str filesystemtype, flags:mount mountflags, ptr data", planned("mounting from a guest"));
    row32("umount", 22, "path target", planned("mounting from a guest"));
    row("umount2", 166, 52, "path target, flags:umount flags", planned("mounting from a guest"));
    row("pivot_root", 155, 217, "path new_root, path put_old", planned("mounting from a guest"));
    row("chroot", 161, 61, "path path", full(DirectoryCalls::chroot));
    row("open_tree", 428, 428, "dirfd dirfd, path pathname, flags:open_tree flags : fd", planned("mounting from a guest"), "5.2");
    row("open_tree_attr", 467, 467, "dirfd dirfd, path pathname, hex flags, ptr attr, size size : fd", planned("mounting from a guest"), "6.15");
    row("move_mount", 429, 429, "dirfd from_dirfd, path from_pathname, dirfd to_dirfd, path to_pathname, flags:move_mount flags", planned("mounting from a guest"), "5.2");
    row("fsopen", 430, 430, "str fs_name, flags:fsopen flags : fd", planned("mounting from a guest"), "5.2");
    row("fsconfig", 431, 431, "fd fs_fd, enum:fsconfig cmd, str key, ptr value, int aux", planned("mounting from a guest"), "5.2");
    row("fsmount", 432, 432, "fd fs_fd, flags:fsmount flags, flags:mount_attr attr_flags : fd", planned("mounting from a guest"), "5.2");
    row("fspick", 433, 433, "dirfd dirfd, path path, flags:fspick flags : fd", planned("mounting from a guest"), "5.2");
    row("mount_setattr", 442, 442, "dirfd dirfd, path pathname, flags:mount_setattr flags, ptr attr, size size", planned("mounting from a guest"), "5.12");
    row("statmount", 457, 457, "ptr req, ptr buf, size bufsize, hex flags", planned("mounting from a guest"), "6.8");
    row("listmount", 458, 458, "ptr req, ptr mnt_ids, size nr_mnt_ids, hex flags", planned("mounting from a guest"), "6.8");
    row("quotactl", 179, 131, "hex cmd, path special, uid id, ptr addr", planned("mounting from a guest"));
    row("quotactl_fd", 443, 443, "fd fd, hex cmd, uid id, ptr addr", planned("mounting from a guest"), "5.14");
    row("swapon", 167, 87, "path path, flags:swap swapflags", planned("mounting from a guest"));
    row("swapoff", 168, 115, "path path", planned("mounting from a guest"));
    row("sysfs", 139, 135, "hex option, hex arg1, hex arg2", planned("mounting from a guest"));
    row("acct", 163, 51, "path filename", planned("mounting from a guest"));
  }
  // spotless:on
}

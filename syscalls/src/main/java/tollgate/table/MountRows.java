package tollgate.table;

import tollgate.calls.DirectoryCalls;

/** Mounting, name spaces of mounts, quotas, swap. */
final class MountRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at("mount", 165, 21)) row("path source, path target, str filesystemtype, flags:mount mountflags, ptr data", planned("mounting from a guest"));
    if (at32("umount", 22)) row("path target", planned("mounting from a guest"));
    if (at("umount2", 166, 52)) row("path target, flags:umount flags", planned("mounting from a guest"));
    if (at("pivot_root", 155, 217)) row("path new_root, path put_old", planned("mounting from a guest"));
    if (at("chroot", 161, 61)) row("path path", full(DirectoryCalls::chroot));
    if (at("open_tree", 428, 428)) row("dirfd dirfd, path pathname, flags:open_tree flags : fd", planned("mounting from a guest"), "5.2");
    if (at("open_tree_attr", 467, 467)) row("dirfd dirfd, path pathname, hex flags, ptr attr, size size : fd", planned("mounting from a guest"), "6.15");
    if (at("move_mount", 429, 429)) row("dirfd from_dirfd, path from_pathname, dirfd to_dirfd, path to_pathname, flags:move_mount flags", planned("mounting from a guest"), "5.2");
    if (at("fsopen", 430, 430)) row("str fs_name, flags:fsopen flags : fd", planned("mounting from a guest"), "5.2");
    if (at("fsconfig", 431, 431)) row("fd fs_fd, enum:fsconfig cmd, str key, ptr value, int aux", planned("mounting from a guest"), "5.2");
    if (at("fsmount", 432, 432)) row("fd fs_fd, flags:fsmount flags, flags:mount_attr attr_flags : fd", planned("mounting from a guest"), "5.2");
    if (at("fspick", 433, 433)) row("dirfd dirfd, path path, flags:fspick flags : fd", planned("mounting from a guest"), "5.2");
    if (at("mount_setattr", 442, 442)) row("dirfd dirfd, path pathname, flags:mount_setattr flags, ptr attr, size size", planned("mounting from a guest"), "5.12");
    if (at("statmount", 457, 457)) row("ptr req, ptr buf, size bufsize, hex flags", planned("mounting from a guest"), "6.8");
    if (at("listmount", 458, 458)) row("ptr req, ptr mnt_ids, size nr_mnt_ids, hex flags", planned("mounting from a guest"), "6.8");
    if (at("quotactl", 179, 131)) row("hex cmd, path special, uid id, ptr addr", planned("mounting from a guest"));
    if (at("quotactl_fd", 443, 443)) row("fd fd, hex cmd, uid id, ptr addr", planned("mounting from a guest"), "5.14");
    if (at("swapon", 167, 87)) row("path path, flags:swap swapflags", planned("mounting from a guest"));
    if (at("swapoff", 168, 115)) row("path path", planned("mounting from a guest"));
    if (at("sysfs", 139, 135)) row("hex option, hex arg1, hex arg2", planned("mounting from a guest"));
    if (at("acct", 163, 51)) row("path filename", planned("mounting from a guest"));
  }
  // spotless:on
}

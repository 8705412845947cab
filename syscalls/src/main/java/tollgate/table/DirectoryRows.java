package tollgate.table;

/** Names in the tree: create, remove, rename, link, list, and where a task stands. */
final class DirectoryRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("getdents", 78, 141, "fd fd, out dirents buf[result], size count", planned("files"));
    row("getdents64", 217, 220, "fd fd, out dirents64 buf[result], size count", planned("files"), "2.4");
    row32("readdir", 89, "fd fd, out old_linux_dirent buf, uint count", planned("files"));
    row("getcwd", 79, 183, "out str buf, size size", planned("files"));
    row("chdir", 80, 12, "path path", planned("files"));
    row("fchdir", 81, 133, "fd fd", planned("files"));
    row("rename", 82, 38, "path oldpath, path newpath", planned("files"));
    row("renameat", 264, 302, "dirfd olddirfd, path oldpath, dirfd newdirfd, path newpath", planned("files"), "2.6.16");
    row("renameat2", 316, 353, "dirfd olddirfd, path oldpath, dirfd newdirfd, path newpath, flags:rename flags", planned("files"), "3.15");
    row("mkdir", 83, 39, "path pathname, mode mode", planned("files"));
    row("mkdirat", 258, 296, "dirfd dirfd, path pathname, mode mode", planned("files"), "2.6.16");
    row("rmdir", 84, 40, "path pathname", planned("files"));
    row("link", 86, 9, "path oldpath, path newpath", planned("files"));
    row("linkat", 265, 303, "dirfd olddirfd, path oldpath, dirfd newdirfd, path newpath, flags:at flags", planned("files"), "2.6.16");
    row("unlink", 87, 10, "path pathname", planned("files"));
    row("unlinkat", 263, 301, "dirfd dirfd, path pathname, flags:unlinkat flags", planned("files"), "2.6.16");
    row("symlink", 88, 83, "path target, path linkpath", planned("files"));
    row("symlinkat", 266, 304, "path target, dirfd newdirfd, path linkpath", planned("files"), "2.6.16");
    row("readlink", 89, 85, "path pathname, out buf[result], size bufsiz", planned("files"));
    row("readlinkat", 267, 305, "dirfd dirfd, path pathname, out buf[result], size bufsiz", planned("files"), "2.6.16");
    row("mknod", 133, 14, "path pathname, fmode mode, mkdev dev", planned("files"));
    row("mknodat", 259, 297, "dirfd dirfd, path pathname, fmode mode, mkdev dev", planned("files"), "2.6.16");
    row("umask", 95, 60, "mode mask : octal", planned("files"));
    row("lookup_dcookie", 212, 253, "u64 cookie, out buf[result], size len", planned("files"), "2.5.46");
  }
  // spotless:on
}

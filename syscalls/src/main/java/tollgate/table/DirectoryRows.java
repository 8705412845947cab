package tollgate.table;

import tollgate.calls.DirectoryCalls;
import tollgate.calls.NameCalls;

/** Names in the tree: create, remove, rename, link, list, and where a task stands. */
final class DirectoryRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("getdents", 78, 141, "fd fd, out dirents buf[result], uint count", full(DirectoryCalls::getdents));
    row("getdents64", 217, 220, "fd fd, out dirents64 buf[result], uint count", full(DirectoryCalls::getdents64), "2.4");
    row32("readdir", 89, "fd fd, out old_linux_dirent buf, uint:silent count", full(DirectoryCalls::readdir));
    row("getcwd", 79, 183, "out str buf, size size", full(DirectoryCalls::getcwd));
    row("chdir", 80, 12, "path path", full(DirectoryCalls::chdir));
    row("fchdir", 81, 133, "fd fd", full(DirectoryCalls::fchdir));
    row("rename", 82, 38, "path oldpath, path newpath", full(NameCalls::rename));
    row("renameat", 264, 302, "dirfd olddirfd, path oldpath, dirfd newdirfd, path newpath", full(NameCalls::renameat), "2.6.16");
    row("renameat2", 316, 353, "dirfd olddirfd, path oldpath, dirfd newdirfd, path newpath, flags:rename flags", partial(NameCalls::renameat2, "no RENAME_WHITEOUT"), "3.15");
    row("mkdir", 83, 39, "path pathname, mode mode", full(NameCalls::mkdir));
    row("mkdirat", 258, 296, "dirfd dirfd, path pathname, mode mode", full(NameCalls::mkdirat), "2.6.16");
    row("rmdir", 84, 40, "path pathname", full(NameCalls::rmdir));
    row("link", 86, 9, "path oldpath, path newpath", full(NameCalls::link));
    row("linkat", 265, 303, "dirfd olddirfd, path oldpath, dirfd newdirfd, path newpath, flags:at flags", full(NameCalls::linkat), "2.6.16");
    row("unlink", 87, 10, "path pathname", full(NameCalls::unlink));
    row("unlinkat", 263, 301, "dirfd dirfd, path pathname, flags:unlinkat flags", full(NameCalls::unlinkat), "2.6.16");
    row("symlink", 88, 83, "path target, path linkpath", full(NameCalls::symlink));
    row("symlinkat", 266, 304, "path target, dirfd newdirfd, path linkpath", full(NameCalls::symlinkat), "2.6.16");
    row("readlink", 89, 85, "path pathname, out buf[result], size bufsiz", full(NameCalls::readlink));
    row("readlinkat", 267, 305, "dirfd dirfd, path pathname, out buf[result], size bufsiz", full(NameCalls::readlinkat), "2.6.16");
    row("mknod", 133, 14, "path pathname, fmode mode, mkdev dev", full(NameCalls::mknod));
    row("mknodat", 259, 297, "dirfd dirfd, path pathname, fmode mode, mkdev dev", full(NameCalls::mknodat), "2.6.16");
    row("umask", 95, 60, "mode mask : octal", full(DirectoryCalls::umask));
    row("lookup_dcookie", 212, 253, "u64 cookie, out buf[result], size len", planned("files"), "2.5.46");
  }
  // spotless:on
}

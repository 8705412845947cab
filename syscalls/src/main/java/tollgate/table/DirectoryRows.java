package tollgate.table;

import tollgate.calls.DirectoryCalls;
import tollgate.calls.NameCalls;

/** Names in the tree: create, remove, rename, link, list, and where a task stands. */
final class DirectoryRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    if (at("getdents", 78, 141)) row("fd fd, out dirents buf[result], uint count", full(DirectoryCalls::getdents));
    if (at("getdents64", 217, 220)) row("fd fd, out dirents64 buf[result], uint count", full(DirectoryCalls::getdents64), "2.4");
    if (at32("readdir", 89)) row("fd fd, out old_linux_dirent buf, uint:silent count", full(DirectoryCalls::readdir));
    if (at("getcwd", 79, 183)) row("out str buf, size size", full(DirectoryCalls::getcwd));
    if (at("chdir", 80, 12)) row("path path", full(DirectoryCalls::chdir));
    if (at("fchdir", 81, 133)) row("fd fd", full(DirectoryCalls::fchdir));
    if (at("rename", 82, 38)) row("path oldpath, path newpath", full(NameCalls::rename));
    if (at("renameat", 264, 302)) row("dirfd olddirfd, path oldpath, dirfd newdirfd, path newpath", full(NameCalls::renameat), "2.6.16");
    if (at("renameat2", 316, 353)) row("dirfd olddirfd, path oldpath, dirfd newdirfd, path newpath, flags:rename flags", partial(NameCalls::renameat2, "no RENAME_WHITEOUT"), "3.15");
    if (at("mkdir", 83, 39)) row("path pathname, mode mode", full(NameCalls::mkdir));
    if (at("mkdirat", 258, 296)) row("dirfd dirfd, path pathname, mode mode", full(NameCalls::mkdirat), "2.6.16");
    if (at("rmdir", 84, 40)) row("path pathname", full(NameCalls::rmdir));
    if (at("link", 86, 9)) row("path oldpath, path newpath", full(NameCalls::link));
    if (at("linkat", 265, 303)) row("dirfd olddirfd, path oldpath, dirfd newdirfd, path newpath, flags:at flags", full(NameCalls::linkat), "2.6.16");
    if (at("unlink", 87, 10)) row("path pathname", full(NameCalls::unlink));
    if (at("unlinkat", 263, 301)) row("dirfd dirfd, path pathname, flags:unlinkat flags", full(NameCalls::unlinkat), "2.6.16");
    if (at("symlink", 88, 83)) row("path target, path linkpath", full(NameCalls::symlink));
    if (at("symlinkat", 266, 304)) row("path target, dirfd newdirfd, path linkpath", full(NameCalls::symlinkat), "2.6.16");
    if (at("readlink", 89, 85)) row("path pathname, out buf[result], size bufsiz", full(NameCalls::readlink));
    if (at("readlinkat", 267, 305)) row("dirfd dirfd, path pathname, out buf[result], size bufsiz", full(NameCalls::readlinkat), "2.6.16");
    if (at("mknod", 133, 14)) row("path pathname, fmode mode, mkdev dev", full(NameCalls::mknod));
    if (at("mknodat", 259, 297)) row("dirfd dirfd, path pathname, fmode mode, mkdev dev", full(NameCalls::mknodat), "2.6.16");
    if (at("umask", 95, 60)) row("mode mask : octal", full(DirectoryCalls::umask));
    if (at("lookup_dcookie", 212, 253)) row("u64 cookie, out buf[result], size len", planned("files"), "2.5.46");
  }
  // spotless:on
}

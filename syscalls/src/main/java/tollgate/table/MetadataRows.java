package tollgate.table;

import tollgate.calls.AccessCalls;
import tollgate.calls.AttributeCalls;
import tollgate.calls.FileTimeCalls;
import tollgate.calls.StatCalls;
import tollgate.calls.StatFsCalls;
import tollgate.calls.XattrCalls;

/** What is known about a file: stat in all its forms, mode, owner, times, extended attributes. */
final class MetadataRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("stat", 4, 106, "path pathname, out stat statbuf", full(StatCalls::stat));
    row("fstat", 5, 108, "fd fd, out stat statbuf", full(StatCalls::fstat));
    row("lstat", 6, 107, "path pathname, out stat statbuf", full(StatCalls::lstat));
    row32("oldstat", 18, "path pathname, out oldstat statbuf", full(StatCalls::oldstat));
    row32("oldlstat", 84, "path pathname, out oldstat statbuf", full(StatCalls::oldlstat));
    row32("oldfstat", 28, "fd fd, out oldstat statbuf", full(StatCalls::oldfstat));
    row32("stat64", 195, "path pathname, out stat64 statbuf", full(StatCalls::stat64), "2.4");
    row32("lstat64", 196, "path pathname, out stat64 statbuf", full(StatCalls::lstat64), "2.4");
    row32("fstat64", 197, "fd fd, out stat64 statbuf", full(StatCalls::fstat64), "2.4");
    row64("newfstatat", 262, "dirfd dirfd, path pathname, out stat statbuf, flags:at flags", full(StatCalls::newfstatat), "2.6.16");
    row32("fstatat64", 300, "dirfd dirfd, path pathname, out stat64 statbuf, flags:at flags", full(StatCalls::fstatat64), "2.6.16");
    row("statx", 332, 383, "dirfd dirfd, path pathname, flags:statx_at flags, flags:statx mask, out statx statxbuf", full(StatCalls::statx), "4.11");
    row("access", 21, 33, "path pathname, flags:access mode", full(AccessCalls::access));
    row("faccessat", 269, 307, "dirfd dirfd, path pathname, flags:access mode", full(AccessCalls::faccessat), "2.6.16");
    row("faccessat2", 439, 439, "dirfd dirfd, path pathname, flags:access mode, flags:faccessat flags", full(AccessCalls::faccessat2), "5.8");
    row("chmod", 90, 15, "path pathname, mode mode", full(AttributeCalls::chmod));
    row("fchmod", 91, 94, "fd fd, mode mode", full(AttributeCalls::fchmod));
    row("fchmodat", 268, 306, "dirfd dirfd, path pathname, mode mode", full(AttributeCalls::fchmodat), "2.6.16");
    row("fchmodat2", 452, 452, "dirfd dirfd, path pathname, mode mode, flags:at flags", full(AttributeCalls::fchmodat2), "6.6");
    row64("chown", 92, "path pathname, uid owner, gid group", full(AttributeCalls::chown));
    row64("fchown", 93, "fd fd, uid owner, gid group", full(AttributeCalls::fchown));
    row64("lchown", 94, "path pathname, uid owner, gid group", full(AttributeCalls::lchown));
    row32("chown", 182, "path pathname, uid16 owner, gid16 group", full(AttributeCalls::chown16));
    row32("fchown", 95, "fd fd, uid16 owner, gid16 group", full(AttributeCalls::fchown16));
    row32("lchown", 16, "path pathname, uid16 owner, gid16 group", full(AttributeCalls::lchown16));
    row32("chown32", 212, "path pathname, uid owner, gid group", full(AttributeCalls::chown), "2.4");
    row32("fchown32", 207, "fd fd, uid owner, gid group", full(AttributeCalls::fchown), "2.4");
    row32("lchown32", 198, "path pathname, uid owner, gid group", full(AttributeCalls::lchown), "2.4");
    row("fchownat", 260, 298, "dirfd dirfd, path pathname, uid owner, gid group, flags:at flags", full(AttributeCalls::fchownat), "2.6.16");
    row("utime", 132, 30, "path filename, in utimbuf times", full(FileTimeCalls::utime));
    row("utimes", 235, 271, "path filename, in timeval times[2]", full(FileTimeCalls::utimes));
    row("futimesat", 261, 299, "dirfd dirfd, path pathname, in timeval times[2]", full(FileTimeCalls::futimesat), "2.6.16");
    row("utimensat", 280, 320, "dirfd dirfd, path pathname, in utimens times[2], flags:at flags", full(FileTimeCalls::utimensat), "2.6.22");
    row32("utimensat_time64", 412, "dirfd dirfd, path pathname, in utimens64 times[2], flags:at flags", full(FileTimeCalls::utimensatTime64), "5.1");
    row("statfs", 137, 99, "path path, out statfs buf", full(StatFsCalls::statfs));
    row("fstatfs", 138, 100, "fd fd, out statfs buf", full(StatFsCalls::fstatfs));
    row32("statfs64", 268, "path path, size sz, out statfs64 buf", full(StatFsCalls::statfs64), "2.6");
    row32("fstatfs64", 269, "fd fd, size sz, out statfs64 buf", full(StatFsCalls::fstatfs64), "2.6");
    row("ustat", 136, 62, "mkdev dev, out ustat ubuf", full(StatFsCalls::ustat));
    row("setxattr", 188, 226, "path path, str name, in value[size], size size, flags:xattr flags", partial(XattrCalls::setxattr, "no file has extended attributes"), "2.4");
    row("lsetxattr", 189, 227, "path path, str name, in value[size], size size, flags:xattr flags", partial(XattrCalls::lsetxattr, "no file has extended attributes"), "2.4");
    row("fsetxattr", 190, 228, "fd fd, str name, in value[size], size size, flags:xattr flags", partial(XattrCalls::fsetxattr, "no file has extended attributes"), "2.4");
    row("getxattr", 191, 229, "path path, str name, out value[result], size size", partial(XattrCalls::getxattr, "no file has extended attributes"), "2.4");
    row("lgetxattr", 192, 230, "path path, str name, out value[result], size size", partial(XattrCalls::lgetxattr, "no file has extended attributes"), "2.4");
    row("fgetxattr", 193, 231, "fd fd, str name, out value[result], size size", partial(XattrCalls::fgetxattr, "no file has extended attributes"), "2.4");
    row("listxattr", 194, 232, "path path, out list[result], size size", partial(XattrCalls::listxattr, "no file has extended attributes"), "2.4");
    row("llistxattr", 195, 233, "path path, out list[result], size size", partial(XattrCalls::llistxattr, "no file has extended attributes"), "2.4");
    row("flistxattr", 196, 234, "fd fd, out list[result], size size", partial(XattrCalls::flistxattr, "no file has extended attributes"), "2.4");
    row("removexattr", 197, 235, "path path, str name", partial(XattrCalls::removexattr, "no file has extended attributes"), "2.4");
    row("lremovexattr", 198, 236, "path path, str name", partial(XattrCalls::lremovexattr, "no file has extended attributes"), "2.4");
    row("fremovexattr", 199, 237, "fd fd, str name", partial(XattrCalls::fremovexattr, "no file has extended attributes"), "2.4");
    row("setxattrat", 463, 463, "dirfd dirfd, path pathname, hex at_flags, str name, ptr args, size size", planned("files"), "6.13");
    row("getxattrat", 464, 464, "dirfd dirfd, path pathname, hex at_flags, str name, ptr args, size size", planned("files"), "6.13");
    row("listxattrat", 465, 465, "dirfd dirfd, path pathname, hex at_flags, out list[result], size size", planned("files"), "6.13");
    row("removexattrat", 466, 466, "dirfd dirfd, path pathname, hex at_flags, str name", planned("files"), "6.13");
    row("file_getattr", 468, 468, "dirfd dirfd, path pathname, ptr attr, size size, hex at_flags", planned("files"), "6.17");
    row("file_setattr", 469, 469, "dirfd dirfd, path pathname, ptr attr, size size, hex at_flags", planned("files"), "6.17");
  }
  // spotless:on
}

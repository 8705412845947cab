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
    if (at("stat", 4, 106)) row("path pathname, out stat statbuf", full(StatCalls::stat));
    if (at("fstat", 5, 108)) row("fd fd, out stat statbuf", full(StatCalls::fstat));
    if (at("lstat", 6, 107)) row("path pathname, out stat statbuf", full(StatCalls::lstat));
    if (at32("oldstat", 18)) row("path pathname, out oldstat statbuf", full(StatCalls::oldstat));
    if (at32("oldlstat", 84)) row("path pathname, out oldstat statbuf", full(StatCalls::oldlstat));
    if (at32("oldfstat", 28)) row("fd fd, out oldstat statbuf", full(StatCalls::oldfstat));
    if (at32("stat64", 195)) row("path pathname, out stat64 statbuf", full(StatCalls::stat64), "2.4");
    if (at32("lstat64", 196)) row("path pathname, out stat64 statbuf", full(StatCalls::lstat64), "2.4");
    if (at32("fstat64", 197)) row("fd fd, out stat64 statbuf", full(StatCalls::fstat64), "2.4");
    if (at64("newfstatat", 262)) row("dirfd dirfd, path pathname, out stat statbuf, flags:at flags", full(StatCalls::newfstatat), "2.6.16");
    if (at32("fstatat64", 300)) row("dirfd dirfd, path pathname, out stat64 statbuf, flags:at flags", full(StatCalls::fstatat64), "2.6.16");
    if (at("statx", 332, 383)) row("dirfd dirfd, path pathname, flags:statx_at flags, flags:statx mask, out statx statxbuf", full(StatCalls::statx), "4.11");
    if (at("access", 21, 33)) row("path pathname, flags:access mode", full(AccessCalls::access));
    if (at("faccessat", 269, 307)) row("dirfd dirfd, path pathname, flags:access mode", full(AccessCalls::faccessat), "2.6.16");
    if (at("faccessat2", 439, 439)) row("dirfd dirfd, path pathname, flags:access mode, flags:faccessat flags", full(AccessCalls::faccessat2), "5.8");
    if (at("chmod", 90, 15)) row("path pathname, mode mode", full(AttributeCalls::chmod));
    if (at("fchmod", 91, 94)) row("fd fd, mode mode", full(AttributeCalls::fchmod));
    if (at("fchmodat", 268, 306)) row("dirfd dirfd, path pathname, mode mode", full(AttributeCalls::fchmodat), "2.6.16");
    if (at("fchmodat2", 452, 452)) row("dirfd dirfd, path pathname, mode mode, flags:at flags", full(AttributeCalls::fchmodat2), "6.6");
    if (at64("chown", 92)) row("path pathname, uid owner, gid group", full(AttributeCalls::chown));
    if (at64("fchown", 93)) row("fd fd, uid owner, gid group", full(AttributeCalls::fchown));
    if (at64("lchown", 94)) row("path pathname, uid owner, gid group", full(AttributeCalls::lchown));
    if (at32("chown", 182)) row("path pathname, uid16 owner, gid16 group", full(AttributeCalls::chown16));
    if (at32("fchown", 95)) row("fd fd, uid16 owner, gid16 group", full(AttributeCalls::fchown16));
    if (at32("lchown", 16)) row("path pathname, uid16 owner, gid16 group", full(AttributeCalls::lchown16));
    if (at32("chown32", 212)) row("path pathname, uid owner, gid group", full(AttributeCalls::chown), "2.4");
    if (at32("fchown32", 207)) row("fd fd, uid owner, gid group", full(AttributeCalls::fchown), "2.4");
    if (at32("lchown32", 198)) row("path pathname, uid owner, gid group", full(AttributeCalls::lchown), "2.4");
    if (at("fchownat", 260, 298)) row("dirfd dirfd, path pathname, uid owner, gid group, flags:at flags", full(AttributeCalls::fchownat), "2.6.16");
    if (at("utime", 132, 30)) row("path filename, in utimbuf times", full(FileTimeCalls::utime));
    if (at("utimes", 235, 271)) row("path filename, in timeval times[2]", full(FileTimeCalls::utimes));
    if (at("futimesat", 261, 299)) row("dirfd dirfd, path pathname, in timeval times[2]", full(FileTimeCalls::futimesat), "2.6.16");
    if (at("utimensat", 280, 320)) row("dirfd dirfd, path pathname, in utimens times[2], flags:at flags", full(FileTimeCalls::utimensat), "2.6.22");
    if (at32("utimensat_time64", 412)) row("dirfd dirfd, path pathname, in utimens64 times[2], flags:at flags", full(FileTimeCalls::utimensatTime64), "5.1");
    if (at("statfs", 137, 99)) row("path path, out statfs buf", full(StatFsCalls::statfs));
    if (at("fstatfs", 138, 100)) row("fd fd, out statfs buf", full(StatFsCalls::fstatfs));
    if (at32("statfs64", 268)) row("path path, size sz, out statfs64 buf", full(StatFsCalls::statfs64), "2.6");
    if (at32("fstatfs64", 269)) row("fd fd, size sz, out statfs64 buf", full(StatFsCalls::fstatfs64), "2.6");
    if (at("ustat", 136, 62)) row("mkdev dev, out ustat ubuf", full(StatFsCalls::ustat));
    if (at("setxattr", 188, 226)) row("path path, str name, in value[size], size size, flags:xattr flags", partial(XattrCalls::setxattr, "no file has extended attributes"), "2.4");
    if (at("lsetxattr", 189, 227)) row("path path, str name, in value[size], size size, flags:xattr flags", partial(XattrCalls::lsetxattr, "no file has extended attributes"), "2.4");
    if (at("fsetxattr", 190, 228)) row("fd fd, str name, in value[size], size size, flags:xattr flags", partial(XattrCalls::fsetxattr, "no file has extended attributes"), "2.4");
    if (at("getxattr", 191, 229)) row("path path, str name, out value[result], size size", partial(XattrCalls::getxattr, "no file has extended attributes"), "2.4");
    if (at("lgetxattr", 192, 230)) row("path path, str name, out value[result], size size", partial(XattrCalls::lgetxattr, "no file has extended attributes"), "2.4");
    if (at("fgetxattr", 193, 231)) row("fd fd, str name, out value[result], size size", partial(XattrCalls::fgetxattr, "no file has extended attributes"), "2.4");
    if (at("listxattr", 194, 232)) row("path path, out list[result], size size", partial(XattrCalls::listxattr, "no file has extended attributes"), "2.4");
    if (at("llistxattr", 195, 233)) row("path path, out list[result], size size", partial(XattrCalls::llistxattr, "no file has extended attributes"), "2.4");
    if (at("flistxattr", 196, 234)) row("fd fd, out list[result], size size", partial(XattrCalls::flistxattr, "no file has extended attributes"), "2.4");
    if (at("removexattr", 197, 235)) row("path path, str name", partial(XattrCalls::removexattr, "no file has extended attributes"), "2.4");
    if (at("lremovexattr", 198, 236)) row("path path, str name", partial(XattrCalls::lremovexattr, "no file has extended attributes"), "2.4");
    if (at("fremovexattr", 199, 237)) row("fd fd, str name", partial(XattrCalls::fremovexattr, "no file has extended attributes"), "2.4");
    if (at("setxattrat", 463, 463)) row("dirfd dirfd, path pathname, hex at_flags, str name, ptr args, size size", planned("files"), "6.13");
    if (at("getxattrat", 464, 464)) row("dirfd dirfd, path pathname, hex at_flags, str name, ptr args, size size", planned("files"), "6.13");
    if (at("listxattrat", 465, 465)) row("dirfd dirfd, path pathname, hex at_flags, out list[result], size size", planned("files"), "6.13");
    if (at("removexattrat", 466, 466)) row("dirfd dirfd, path pathname, hex at_flags, str name", planned("files"), "6.13");
    if (at("file_getattr", 468, 468)) row("dirfd dirfd, path pathname, ptr attr, size size, hex at_flags", planned("files"), "6.17");
    if (at("file_setattr", 469, 469)) row("dirfd dirfd, path pathname, ptr attr, size size, hex at_flags", planned("files"), "6.17");
  }
  // spotless:on
}

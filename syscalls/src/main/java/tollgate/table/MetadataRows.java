package tollgate.table;

/** What is known about a file: stat in all its forms, mode, owner, times, extended attributes. */
final class MetadataRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("stat", 4, 106, "path pathname, out stat statbuf", planned("files"));
    row("fstat", 5, 108, "fd fd, out stat statbuf", planned("files"));
    row("lstat", 6, 107, "path pathname, out stat statbuf", planned("files"));
    row32("oldstat", 18, "path pathname, out oldstat statbuf", planned("files"));
    row32("oldlstat", 84, "path pathname, out oldstat statbuf", planned("files"));
    row32("oldfstat", 28, "fd fd, out oldstat statbuf", planned("files"));
    row32("stat64", 195, "path pathname, out stat64 statbuf", planned("files"), "2.4");
    row32("lstat64", 196, "path pathname, out stat64 statbuf", planned("files"), "2.4");
    row32("fstat64", 197, "fd fd, out stat64 statbuf", planned("files"), "2.4");
    row64("newfstatat", 262, "dirfd dirfd, path pathname, out stat statbuf, flags:at flags", planned("files"), "2.6.16");
    row32("fstatat64", 300, "dirfd dirfd, path pathname, out stat64 statbuf, flags:at flags", planned("files"), "2.6.16");
    row("statx", 332, 383, "dirfd dirfd, path pathname, flags:statx_at flags, flags:statx mask, out statx statxbuf", planned("files"), "4.11");
    row("access", 21, 33, "path pathname, flags:access mode", planned("files"));
    row("faccessat", 269, 307, "dirfd dirfd, path pathname, flags:access mode", planned("files"), "2.6.16");
    row("faccessat2", 439, 439, "dirfd dirfd, path pathname, flags:access mode, flags:faccessat flags", planned("files"), "5.8");
    row("chmod", 90, 15, "path pathname, mode mode", planned("files"));
    row("fchmod", 91, 94, "fd fd, mode mode", planned("files"));
    row("fchmodat", 268, 306, "dirfd dirfd, path pathname, mode mode", planned("files"), "2.6.16");
    row("fchmodat2", 452, 452, "dirfd dirfd, path pathname, mode mode, flags:at flags", planned("files"), "6.6");
    row64("chown", 92, "path pathname, uid owner, gid group", planned("files"));
    row64("fchown", 93, "fd fd, uid owner, gid group", planned("files"));
    row64("lchown", 94, "path pathname, uid owner, gid group", planned("files"));
    row32("chown", 182, "path pathname, uid16 owner, gid16 group", planned("files"));
    row32("fchown", 95, "fd fd, uid16 owner, gid16 group", planned("files"));
    row32("lchown", 16, "path pathname, uid16 owner, gid16 group", planned("files"));
    row32("chown32", 212, "path pathname, uid owner, gid group", planned("files"), "2.4");
    row32("fchown32", 207, "fd fd, uid owner, gid group", planned("files"), "2.4");
    row32("lchown32", 198, "path pathname, uid owner, gid group", planned("files"), "2.4");
    row("fchownat", 260, 298, "dirfd dirfd, path pathname, uid owner, gid group, flags:at flags", planned("files"), "2.6.16");
    row("utime", 132, 30, "path filename, in utimbuf times", planned("files"));
    row("utimes", 235, 271, "path filename, in timeval times[2]", planned("files"));
    row("futimesat", 261, 299, "dirfd dirfd, path pathname, in timeval times[2]", planned("files"), "2.6.16");
    row("utimensat", 280, 320, "dirfd dirfd, path pathname, in utimens times[2], flags:at flags", planned("files"), "2.6.22");
    row32("utimensat_time64", 412, "dirfd dirfd, path pathname, in utimens64 times[2], flags:at flags", planned("files"), "5.1");
    row("statfs", 137, 99, "path path, out statfs buf", planned("files"));
    row("fstatfs", 138, 100, "fd fd, out statfs buf", planned("files"));
    row32("statfs64", 268, "path path, size sz, out statfs64 buf", planned("files"), "2.6");
    row32("fstatfs64", 269, "fd fd, size sz, out statfs64 buf", planned("files"), "2.6");
    row("ustat", 136, 62, "mkdev dev, out ustat ubuf", planned("files"));
    row("setxattr", 188, 226, "path path, str name, in value[size], size size, flags:xattr flags", planned("files"), "2.4");
    row("lsetxattr", 189, 227, "path path, str name, in value[size], size size, flags:xattr flags", planned("files"), "2.4");
    row("fsetxattr", 190, 228, "fd fd, str name, in value[size], size size, flags:xattr flags", planned("files"), "2.4");
    row("getxattr", 191, 229, "path path, str name, out value[result], size size", planned("files"), "2.4");
    row("lgetxattr", 192, 230, "path path, str name, out value[result], size size", planned("files"), "2.4");
    row("fgetxattr", 193, 231, "fd fd, str name, out value[result], size size", planned("files"), "2.4");
    row("listxattr", 194, 232, "path path, out list[result], size size", planned("files"), "2.4");
    row("llistxattr", 195, 233, "path path, out list[result], size size", planned("files"), "2.4");
    row("flistxattr", 196, 234, "fd fd, out list[result], size size", planned("files"), "2.4");
    row("removexattr", 197, 235, "path path, str name", planned("files"), "2.4");
    row("lremovexattr", 198, 236, "path path, str name", planned("files"), "2.4");
    row("fremovexattr", 199, 237, "fd fd, str name", planned("files"), "2.4");
    row("setxattrat", 463, 463, "dirfd dirfd, path pathname, hex at_flags, str name, ptr args, size size", planned("files"), "6.13");
    row("getxattrat", 464, 464, "dirfd dirfd, path pathname, hex at_flags, str name, ptr args, size size", planned("files"), "6.13");
    row("listxattrat", 465, 465, "dirfd dirfd, path pathname, hex at_flags, out list[result], size size", planned("files"), "6.13");
    row("removexattrat", 466, 466, "dirfd dirfd, path pathname, hex at_flags, str name", planned("files"), "6.13");
    row("file_getattr", 468, 468, "dirfd dirfd, path pathname, ptr attr, size size, hex at_flags", planned("files"), "6.17");
    row("file_setattr", 469, 469, "dirfd dirfd, path pathname, ptr attr, size size, hex at_flags", planned("files"), "6.17");
  }
  // spotless:on
}

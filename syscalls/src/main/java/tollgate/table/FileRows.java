package tollgate.table;

/** Descriptors and the bytes behind them: open, read, write, seek, copy, lock, control. */
final class FileRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("read", 0, 3, "fd fd, out buf[result], size count", planned("files"));
    row("write", 1, 4, "fd fd, in buf[count], size count", planned("files"));
    row("open", 2, 5, "path pathname, flags:open flags, mode:create mode : fd", planned("files"));
    row("close", 3, 6, "fd fd", planned("files"));
    row("creat", 85, 8, "path pathname, mode mode : fd", planned("files"));
    row("lseek", 8, 19, "fd fd, off offset, enum:whence whence : long", planned("files"));
    row32("_llseek", 140, "fd fd, ulong offset_high, ulong offset_low, out loff result, enum:whence whence", planned("files"));
    row("ioctl", 16, 54, "fd fd, enum:ioctl request, any arg", planned("files"));
    row("pread64", 17, 180, "fd fd, out buf[result], size count, loff pos", planned("files"));
    row("pwrite64", 18, 181, "fd fd, in buf[count], size count, loff pos", planned("files"));
    row("readv", 19, 145, "fd fd, out iovec iov[iovcnt], size iovcnt", planned("files"));
    row("writev", 20, 146, "fd fd, in iovec iov[iovcnt], size iovcnt", planned("files"));
    row("preadv", 295, 333, "fd fd, out iovec iov[iovcnt], size iovcnt, loffpair pos", planned("files"), "2.6.30");
    row("pwritev", 296, 334, "fd fd, in iovec iov[iovcnt], size iovcnt, loffpair pos", planned("files"), "2.6.30");
    row("preadv2", 327, 378, "fd fd, out iovec iov[iovcnt], size iovcnt, loffpair pos, flags:rwf flags", planned("files"), "4.6");
    row("pwritev2", 328, 379, "fd fd, in iovec iov[iovcnt], size iovcnt, loffpair pos, flags:rwf flags", planned("files"), "4.6");
    row("dup", 32, 41, "fd oldfd : fd", planned("files"));
    row("dup2", 33, 63, "fd oldfd, fd newfd : fd", planned("files"));
    row("dup3", 292, 330, "fd oldfd, fd newfd, flags:open flags : fd", planned("files"), "2.6.27");
    row("pipe", 22, 42, "out fd pipefd[2]", planned("files"));
    row("pipe2", 293, 331, "out fd pipefd[2], flags:open flags", planned("files"), "2.6.27");
    row("fcntl", 72, 55, "fd fd, enum:fcntl cmd, any arg", planned("files"));
    row32("fcntl64", 221, "fd fd, enum:fcntl cmd, any arg", planned("files"), "2.4");
    row("flock", 73, 143, "fd fd, flags:flock operation", planned("files"));
    row("fsync", 74, 118, "fd fd", planned("files"));
    row("fdatasync", 75, 148, "fd fd", planned("files"));
    row("sync", 162, 36, "", planned("files"));
    row("syncfs", 306, 344, "fd fd", planned("files"), "2.6.39");
    row("sync_file_range", 277, 314, "fd fd, loff offset, loff nbytes, flags:sync_file_range flags", planned("files"), "2.6.17");
    row("truncate", 76, 92, "path path, off length", planned("files"));
    row("ftruncate", 77, 93, "fd fd, off length", planned("files"));
    row32("truncate64", 193, "path path, loff length", planned("files"), "2.4");
    row32("ftruncate64", 194, "fd fd, loff length", planned("files"), "2.4");
    row("fallocate", 285, 324, "fd fd, flags:fallocate mode, loff offset, loff len", planned("files"), "2.6.23");
    row("fadvise64", 221, 250, "fd fd, loff offset, size len, enum:fadvise advice", planned("files"), "2.5.60");
    row32("fadvise64_64", 272, "fd fd, loff offset, loff len, enum:fadvise advice", planned("files"), "2.6");
    row("readahead", 187, 225, "fd fd, loff offset, size count", planned("files"), "2.4.13");
    row("sendfile", 40, 187, "fd out_fd, fd in_fd, inout off offset, size count", planned("files"));
    row32("sendfile64", 239, "fd out_fd, fd in_fd, inout loff offset, size count", planned("files"), "2.4");
    row("splice", 275, 313, "fd fd_in, inout loff off_in, fd fd_out, inout loff off_out, size len, flags:splice flags", planned("files"), "2.6.17");
    row("tee", 276, 315, "fd fd_in, fd fd_out, size len, flags:splice flags", planned("files"), "2.6.17");
    row("vmsplice", 278, 316, "fd fd, in iovec iov[nr_segs], size nr_segs, flags:splice flags", planned("files"), "2.6.17");
    row("copy_file_range", 326, 377, "fd fd_in, inout loff off_in, fd fd_out, inout loff off_out, size len, hex flags", planned("files"), "4.5");
    row("openat", 257, 295, "dirfd dirfd, path pathname, flags:open flags, mode:create mode : fd", planned("files"), "2.6.16");
    row("openat2", 437, 437, "dirfd dirfd, path pathname, in open_how how, size size : fd", planned("files"), "5.6");
    row("name_to_handle_at", 303, 341, "dirfd dirfd, path pathname, inout file_handle handle, out int mount_id, flags:at flags", planned("files"), "2.6.39");
    row("open_by_handle_at", 304, 342, "fd mount_fd, in file_handle handle, flags:open flags : fd", planned("files"), "2.6.39");
    row("close_range", 436, 436, "uint first, uint last, flags:close_range flags", planned("files"), "5.9");
    row("memfd_create", 319, 356, "str name, flags:memfd flags : fd", planned("files"), "3.17");
    row("memfd_secret", 447, 447, "flags:open flags : fd", planned("files"), "5.14");
  }
  // spotless:on
}

package tollgate.table;

import tollgate.calls.CopyCalls;
import tollgate.calls.FcntlCalls;
import tollgate.calls.FileSizeCalls;
import tollgate.calls.OpenCalls;
import tollgate.calls.PipeCalls;
import tollgate.calls.ReadWriteCalls;

/** Descriptors and the bytes behind them: open, read, write, seek, copy, lock, control. */
final class FileRows extends RowFamily {
  // spotless:off
  @Override
  void rows() {
    row("read", 0, 3, "fd fd, out buf[result], size count", full(ReadWriteCalls::read));
    row("write", 1, 4, "fd fd, in buf[count], size count", full(ReadWriteCalls::write));
    row("open", 2, 5, "path pathname, flags:open flags, mode:create mode : fd", full(OpenCalls::open));
    row("close", 3, 6, "fd fd", full(OpenCalls::close));
    row("creat", 85, 8, "path pathname, mode mode : fd", full(OpenCalls::creat));
    row("lseek", 8, 19, "fd fd, off offset, enum:whence whence : long", full(ReadWriteCalls::lseek));
    row32("_llseek", 140, "fd fd, ulong offset_high, ulong offset_low, out loff result, enum:whence whence", full(ReadWriteCalls::llseek));
    row("ioctl", 16, 54, "fd fd, enum:ioctl request, any arg", planned("files"));
    row("pread64", 17, 180, "fd fd, out buf[result], size count, loff pos", full(ReadWriteCalls::pread64));
    row("pwrite64", 18, 181, "fd fd, in buf[count], size count, loff pos", full(ReadWriteCalls::pwrite64));
    row("readv", 19, 145, "fd fd, out iovec iov[iovcnt], size iovcnt", full(ReadWriteCalls::readv));
    row("writev", 20, 146, "fd fd, in iovec iov[iovcnt], size iovcnt", full(ReadWriteCalls::writev));
    row("preadv", 295, 333, "fd fd, out iovec iov[iovcnt], size iovcnt, loffpair pos", full(ReadWriteCalls::preadv), "2.6.30");
    row("pwritev", 296, 334, "fd fd, in iovec iov[iovcnt], size iovcnt, loffpair pos", full(ReadWriteCalls::pwritev), "2.6.30");
    row("preadv2", 327, 378, "fd fd, out iovec iov[iovcnt], size iovcnt, loffpair pos, flags:rwf flags", partial(ReadWriteCalls::preadv2, "no RWF_NOWAIT"), "4.6");
    row("pwritev2", 328, 379, "fd fd, in iovec iov[iovcnt], size iovcnt, loffpair pos, flags:rwf flags", partial(ReadWriteCalls::pwritev2, "no RWF_NOWAIT"), "4.6");
    row("dup", 32, 41, "fd oldfd : fd", full(OpenCalls::dup));
    row("dup2", 33, 63, "fd oldfd, fd newfd : fd", full(OpenCalls::dup2));
    row("dup3", 292, 330, "fd oldfd, fd newfd, flags:open flags : fd", full(OpenCalls::dup3), "2.6.27");
    row("pipe", 22, 42, "out fd pipefd[2]", full(PipeCalls::pipe));
    row("pipe2", 293, 331, "out fd pipefd[2], flags:open flags", partial(PipeCalls::pipe2, "no packet mode"), "2.6.27");
    row("fcntl", 72, 55, "fd fd, enum:fcntl cmd, any arg", partial(FcntlCalls::fcntl, "no leases, no SIGIO, no seals, no deadlock detection"));
    row32("fcntl64", 221, "fd fd, enum:fcntl cmd, any arg", partial(FcntlCalls::fcntl64, "no leases, no SIGIO, no seals, no deadlock detection"), "2.4");
    row("flock", 73, 143, "fd fd, flags:flock operation", full(FcntlCalls::flock));
    row("fsync", 74, 118, "fd fd", full(FileSizeCalls::fsync));
    row("fdatasync", 75, 148, "fd fd", full(FileSizeCalls::fdatasync));
    row("sync", 162, 36, "", full(FileSizeCalls::sync));
    row("syncfs", 306, 344, "fd fd", full(FileSizeCalls::syncfs), "2.6.39");
    row("sync_file_range", 277, 314, "fd fd, loff offset, loff nbytes, flags:sync_file_range flags", full(FileSizeCalls::syncFileRange), "2.6.17");
    row("truncate", 76, 92, "path path, off:unsigned length", full(FileSizeCalls::truncate));
    row("ftruncate", 77, 93, "fd fd, off:unsigned length", full(FileSizeCalls::ftruncate));
    row32("truncate64", 193, "path path, loff:unsigned length", full(FileSizeCalls::truncate), "2.4");
    row32("ftruncate64", 194, "fd fd, loff:unsigned length", full(FileSizeCalls::ftruncate64), "2.4");
    row("fallocate", 285, 324, "fd fd, flags:fallocate mode, loff offset, loff len", partial(FileSizeCalls::fallocate, "in memory: no zero, collapse or insert range"), "2.6.23");
    row("fadvise64", 221, 250, "fd fd, loff offset, size len, enum:fadvise advice", full(FileSizeCalls::fadvise64), "2.5.60");
    row32("fadvise64_64", 272, "fd fd, loff offset, loff len, enum:fadvise advice", full(FileSizeCalls::fadvise64), "2.6");
    row("readahead", 187, 225, "fd fd, loff offset, size count", full(FileSizeCalls::readahead), "2.4.13");
    row("sendfile", 40, 187, "fd out_fd, fd in_fd, inout off offset, size count", full(CopyCalls::sendfile));
    row32("sendfile64", 239, "fd out_fd, fd in_fd, inout loff offset, size count", full(CopyCalls::sendfile64), "2.4");
    row("splice", 275, 313, "fd fd_in, inout loff off_in, fd fd_out, inout loff off_out, size len, flags:splice flags", planned("files"), "2.6.17");
    row("tee", 276, 315, "fd fd_in, fd fd_out, size len, flags:splice flags", planned("files"), "2.6.17");
    row("vmsplice", 278, 316, "fd fd, in iovec iov[nr_segs], size nr_segs, flags:splice flags", planned("files"), "2.6.17");
    row("copy_file_range", 326, 377, "fd fd_in, inout loff off_in, fd fd_out, inout loff off_out, size len, uint flags", full(CopyCalls::copyFileRange), "4.5");
    row("openat", 257, 295, "dirfd dirfd, path pathname, flags:open flags, mode:create mode : fd", full(OpenCalls::openat), "2.6.16");
    row("openat2", 437, 437, "dirfd dirfd, path pathname, in open_how how, size size : fd", partial(OpenCalls::openat2, "RESOLVE_CACHED always answers EAGAIN"), "5.6");
    row("name_to_handle_at", 303, 341, "dirfd dirfd, path pathname, inout file_handle handle, out int mount_id, flags:name_to_handle flags", planned("files"), "2.6.39");
    row("open_by_handle_at", 304, 342, "fd mount_fd, in file_handle handle, flags:open flags : fd", planned("files"), "2.6.39");
    row("close_range", 436, 436, "uint first, uint last, flags:close_range flags", partial(OpenCalls::closeRange, "CLOSE_RANGE_UNSHARE does not unshare"), "5.9");
    row("memfd_create", 319, 356, "str name, flags:memfd flags : fd", planned("files"), "3.17");
    row("memfd_secret", 447, 447, "flags:memfd_secret flags : fd", planned("files"), "5.14");
  }
  // spotless:on
}

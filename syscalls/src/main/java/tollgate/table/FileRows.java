package tollgate.table;

import tollgate.calls.CopyCalls;
import tollgate.calls.DeviceCalls;
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
    if (at("read", 0, 3)) row("fd fd, out buf[result], size count", full(ReadWriteCalls::read));
    if (at("write", 1, 4)) row("fd fd, in buf[count], size count", full(ReadWriteCalls::write));
    if (at("open", 2, 5)) row("path pathname, flags:open flags, mode:create mode : fd", full(OpenCalls::open));
    if (at("close", 3, 6)) row("fd fd", full(OpenCalls::close));
    if (at("creat", 85, 8)) row("path pathname, mode mode : fd", full(OpenCalls::creat));
    if (at("lseek", 8, 19)) row("fd fd, off offset, enum:whence whence : long", full(ReadWriteCalls::lseek));
    if (at32("_llseek", 140)) row("fd fd, ulong offset_high, ulong offset_low, out loff result, enum:whence whence", full(ReadWriteCalls::llseek));
    if (at("ioctl", 16, 54)) row("fd fd, enum:ioctl request, any arg", partial(DeviceCalls::ioctl, "no SIGIO; devices say which requests they know"));
    if (at("pread64", 17, 180)) row("fd fd, out buf[result], size count, loff pos", full(ReadWriteCalls::pread64));
    if (at("pwrite64", 18, 181)) row("fd fd, in buf[count], size count, loff pos", full(ReadWriteCalls::pwrite64));
    if (at("readv", 19, 145)) row("fd fd, out iovec iov[iovcnt], size iovcnt", full(ReadWriteCalls::readv));
    if (at("writev", 20, 146)) row("fd fd, in iovec iov[iovcnt], size iovcnt", full(ReadWriteCalls::writev));
    if (at("preadv", 295, 333)) row("fd fd, out iovec iov[iovcnt], size iovcnt, loffpair pos", full(ReadWriteCalls::preadv), "2.6.30");
    if (at("pwritev", 296, 334)) row("fd fd, in iovec iov[iovcnt], size iovcnt, loffpair pos", full(ReadWriteCalls::pwritev), "2.6.30");
    if (at("preadv2", 327, 378)) row("fd fd, out iovec iov[iovcnt], size iovcnt, loffpair pos, flags:rwf flags", partial(ReadWriteCalls::preadv2, "no RWF_NOWAIT"), "4.6");
    if (at("pwritev2", 328, 379)) row("fd fd, in iovec iov[iovcnt], size iovcnt, loffpair pos, flags:rwf flags", partial(ReadWriteCalls::pwritev2, "no RWF_NOWAIT"), "4.6");
    if (at("dup", 32, 41)) row("fd oldfd : fd", full(OpenCalls::dup));
    if (at("dup2", 33, 63)) row("fd oldfd, fd newfd : fd", full(OpenCalls::dup2));
    if (at("dup3", 292, 330)) row("fd oldfd, fd newfd, flags:open flags : fd", full(OpenCalls::dup3), "2.6.27");
    if (at("pipe", 22, 42)) row("out fd pipefd[2]", full(PipeCalls::pipe));
    if (at("pipe2", 293, 331)) row("out fd pipefd[2], flags:open flags", partial(PipeCalls::pipe2, "no packet mode"), "2.6.27");
    if (at("fcntl", 72, 55)) row("fd fd, enum:fcntl cmd, any arg", partial(FcntlCalls::fcntl, "no leases, no SIGIO, no seals, no deadlock detection"));
    if (at32("fcntl64", 221)) row("fd fd, enum:fcntl cmd, any arg", partial(FcntlCalls::fcntl64, "no leases, no SIGIO, no seals, no deadlock detection"), "2.4");
    if (at("flock", 73, 143)) row("fd fd, flags:flock operation", full(FcntlCalls::flock));
    if (at("fsync", 74, 118)) row("fd fd", full(FileSizeCalls::fsync));
    if (at("fdatasync", 75, 148)) row("fd fd", full(FileSizeCalls::fdatasync));
    if (at("sync", 162, 36)) row("", full(FileSizeCalls::sync));
    if (at("syncfs", 306, 344)) row("fd fd", full(FileSizeCalls::syncfs), "2.6.39");
    if (at("sync_file_range", 277, 314)) row("fd fd, loff offset, loff nbytes, flags:sync_file_range flags", full(FileSizeCalls::syncFileRange), "2.6.17");
    if (at("truncate", 76, 92)) row("path path, off:unsigned length", full(FileSizeCalls::truncate));
    if (at("ftruncate", 77, 93)) row("fd fd, off:unsigned length", full(FileSizeCalls::ftruncate));
    if (at32("truncate64", 193)) row("path path, loff:unsigned length", full(FileSizeCalls::truncate), "2.4");
    if (at32("ftruncate64", 194)) row("fd fd, loff:unsigned length", full(FileSizeCalls::ftruncate64), "2.4");
    if (at("fallocate", 285, 324)) row("fd fd, flags:fallocate mode, loff offset, loff len", partial(FileSizeCalls::fallocate, "in memory: no zero, collapse or insert range"), "2.6.23");
    if (at("fadvise64", 221, 250)) row("fd fd, loff offset, size len, enum:fadvise advice", full(FileSizeCalls::fadvise64), "2.5.60");
    if (at32("fadvise64_64", 272)) row("fd fd, loff offset, loff len, enum:fadvise advice", full(FileSizeCalls::fadvise64), "2.6");
    if (at("readahead", 187, 225)) row("fd fd, loff offset, size count", full(FileSizeCalls::readahead), "2.4.13");
    if (at("sendfile", 40, 187)) row("fd out_fd, fd in_fd, inout off offset, size count", full(CopyCalls::sendfile));
    if (at32("sendfile64", 239)) row("fd out_fd, fd in_fd, inout loff offset, size count", full(CopyCalls::sendfile64), "2.4");
    if (at("splice", 275, 313)) row("fd fd_in, inout loff off_in, fd fd_out, inout loff off_out, size len, flags:splice flags", planned("files"), "2.6.17");
    if (at("tee", 276, 315)) row("fd fd_in, fd fd_out, size len, flags:splice flags", planned("files"), "2.6.17");
    if (at("vmsplice", 278, 316)) row("fd fd, in iovec iov[nr_segs], size nr_segs, flags:splice flags", planned("files"), "2.6.17");
    if (at("copy_file_range", 326, 377)) row("fd fd_in, inout loff off_in, fd fd_out, inout loff off_out, size len, uint flags", full(CopyCalls::copyFileRange), "4.5");
    if (at("openat", 257, 295)) row("dirfd dirfd, path pathname, flags:open flags, mode:create mode : fd", full(OpenCalls::openat), "2.6.16");
    if (at("openat2", 437, 437)) row("dirfd dirfd, path pathname, in open_how how, size size : fd", partial(OpenCalls::openat2, "RESOLVE_CACHED always answers EAGAIN"), "5.6");
    if (at("name_to_handle_at", 303, 341)) row("dirfd dirfd, path pathname, inout file_handle handle, out int mount_id, flags:name_to_handle flags", planned("files"), "2.6.39");
    if (at("open_by_handle_at", 304, 342)) row("fd mount_fd, in file_handle handle, flags:open flags : fd", planned("files"), "2.6.39");
    if (at("close_range", 436, 436)) row("uint first, uint last, flags:close_range flags", partial(OpenCalls::closeRange, "CLOSE_RANGE_UNSHARE does not unshare"), "5.9");
    if (at("memfd_create", 319, 356)) row("str name, flags:memfd flags : fd", planned("files"), "3.17");
    if (at("memfd_secret", 447, 447)) row("flags:memfd_secret flags : fd", planned("files"), "5.14");
  }
  // spotless:on
}

package tollgate.host;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import tollgate.abi.Errno;
import tollgate.platform.HostFileSystemStatus;
import tollgate.platform.HostFiles;
import tollgate.platform.HostStatus;

/** The host's files through the C library. Linux hosts only: /proc must be mounted. */
final class NativeFiles implements HostFiles {
  private static final int AT_FDCWD = -100;
  private static final int AT_SYMLINK_NOFOLLOW = 0x100;
  private static final int AT_REMOVEDIR = 0x200;
  private static final int AT_SYMLINK_FOLLOW = 0x400;
  private static final int AT_EMPTY_PATH = 0x1000;
  private static final int O_CREAT = 0x40;
  private static final int O_NOFOLLOW = 0x20000;
  private static final int O_CLOEXEC = 0x80000;
  private static final int O_PATH = 0x200000;
  private static final int F_GETFL = 3;
  private static final int F_SETFL = 4;
  private static final int PERMISSIONS = 0777;
  private static final HostEntry[] NO_ENTRIES = {};

  private static final long OPENAT = LibC.function("openat");
  private static final long CLOSE = LibC.function("close");
  private static final long STATX = LibC.function("statx");
  private static final long READ = LibC.function("read");
  private static final long PREAD = LibC.function("pread64");
  private static final long WRITE = LibC.function("write");
  private static final long PWRITE = LibC.function("pwrite64");
  private static final long LSEEK = LibC.function("lseek64");
  private static final long FTRUNCATE = LibC.function("ftruncate64");
  private static final long TRUNCATE = LibC.function("truncate64");
  private static final long FALLOCATE = LibC.function("fallocate64");
  private static final long FSYNC = LibC.function("fsync");
  private static final long FDATASYNC = LibC.function("fdatasync");
  private static final long GETDENTS = LibC.function("getdents64");
  private static final long READLINKAT = LibC.function("readlinkat");
  private static final long MKDIRAT = LibC.function("mkdirat");
  private static final long MKNODAT = LibC.function("mknodat");
  private static final long SYMLINKAT = LibC.function("symlinkat");
  private static final long LINKAT = LibC.function("linkat");
  private static final long UNLINKAT = LibC.function("unlinkat");
  private static final long RENAMEAT2 = LibC.function("renameat2");
  private static final long FCHMODAT = LibC.function("fchmodat");
  private static final long FCHOWNAT = LibC.function("fchownat");
  private static final long UTIMENSAT = LibC.function("utimensat");
  private static final long FSTATFS = LibC.function("fstatfs64");
  private static final long FCNTL = LibC.function("fcntl");

  private final int umask;

  /** Files of a process whose umask takes these bits away. */
  NativeFiles(int umask) {
    this.umask = umask;
  }

  @Override
  public int openRoot(String path) {
    long address = Scratch.current().string(0, path);
    if (address == 0) {
      return error(Errno.ENAMETOOLONG);
    }
    return LibC.callInt(OPENAT, AT_FDCWD, address, O_PATH | O_CLOEXEC, 0);
  }

  @Override
  public int openAt(int directory, String name, int flags, int mode) {
    Scratch scratch = Scratch.current();
    long address = name(scratch, 0, name);
    if (address == 0) {
      return badName(name);
    }
    int all = flags | O_NOFOLLOW | O_CLOEXEC;
    int fd = LibC.callInt(OPENAT, directory, address, all, mode);
    if (fd >= 0 && (flags & O_CREAT) != 0 && (mode & umask) != 0) {
      int status = unmask(scratch, fd, mode);
      if (status < 0) {
        close(fd);
        return status;
      }
    }
    return fd;
  }

  @Override
  public int reopen(int pathDescriptor, int flags) {
    long address = Scratch.current().string(0, self(pathDescriptor));
    return LibC.callInt(OPENAT, AT_FDCWD, address, flags & ~O_NOFOLLOW | O_CLOEXEC, 0);
  }

  @Override
  public int close(int fd) {
    return LibC.callInt(CLOSE, fd);
  }

  @Override
  public int status(int fd, HostStatus into) {
    Scratch scratch = Scratch.current();
    return statx(scratch, fd, scratch.string(0, ""), AT_EMPTY_PATH, into);
  }

  @Override
  public int statusAt(int directory, String name, HostStatus into) {
    Scratch scratch = Scratch.current();
    long address = name(scratch, 0, name);
    return address == 0
        ? badName(name)
        : statx(scratch, directory, address, AT_SYMLINK_NOFOLLOW, into);
  }

  @Override
  public long read(int fd, long address, long length, long position) {
    return position < 0
        ? LibC.callLong(READ, fd, address, length)
        : LibC.callLong(PREAD, fd, address, length, position);
  }

  @Override
  public long write(int fd, long address, long length, long position) {
    return position < 0
        ? LibC.callLong(WRITE, fd, address, length)
        : LibC.callLong(PWRITE, fd, address, length, position);
  }

  @Override
  public long read(int fd, byte[] into, int offset, int length, long position) {
    Scratch scratch = Scratch.current();
    int part = Math.min(length, MAX_ARRAY_BYTES);
    long done = read(fd, scratch.dataAddress(), part, position);
    if (done > 0) {
      scratch.data().get(0, into, offset, (int) done);
    }
    return done;
  }

  @Override
  public long write(int fd, byte[] from, int offset, int length, long position) {
    Scratch scratch = Scratch.current();
    int part = Math.min(length, MAX_ARRAY_BYTES);
    scratch.data().put(0, from, offset, part);
    return write(fd, scratch.dataAddress(), part, position);
  }

  @Override
  public long seek(int fd, long offset, int whence) {
    return LibC.callLong(LSEEK, fd, offset, whence);
  }

  @Override
  public int truncate(int fd, long size) {
    int result = LibC.callInt(FTRUNCATE, fd, size);
    if (result != error(Errno.EBADF)) {
      return result;
    }
    return LibC.callInt(TRUNCATE, Scratch.current().string(0, self(fd)), size);
  }

  @Override
  public int allocate(int fd, int mode, long offset, long length) {
    return LibC.callInt(FALLOCATE, fd, mode, offset, length);
  }

  @Override
  public int sync(int fd, boolean dataOnly) {
    return LibC.callInt(dataOnly ? FDATASYNC : FSYNC, fd);
  }

  @Override
  public HostEntry[] list(int directory, int[] error) {
    long sought = seek(directory, 0, 0);
    if (sought < 0) {
      error[0] = (int) sought;
      return null;
    }
    Scratch scratch = Scratch.current();
    ByteBuffer buffer = scratch.data();
    ArrayList<HostEntry> entries = new ArrayList<>();
    while (true) {
      long got = LibC.callLong(GETDENTS, directory, scratch.dataAddress(), MAX_ARRAY_BYTES);
      if (got < 0) {
        error[0] = (int) got;
        return null;
      }
      if (got == 0) {
        return entries.toArray(NO_ENTRIES);
      }
      for (int at = 0; at < got; at += buffer.getShort(at + HostStructs.DIRENT_RECLEN) & 0xffff) {
        entries.add(
            new HostEntry(
                terminated(buffer, at + HostStructs.DIRENT_NAME),
                buffer.getLong(at + HostStructs.DIRENT_INO),
                buffer.get(at + HostStructs.DIRENT_TYPE)));
      }
    }
  }

  @Override
  public String readLink(int fd, int[] error) {
    Scratch scratch = Scratch.current();
    long got =
        LibC.callLong(
            READLINKAT, fd, scratch.string(0, ""), scratch.dataAddress(), Scratch.NAME_BYTES);
    if (got < 0) {
      error[0] = (int) got;
      return null;
    }
    return bytes(scratch.data(), 0, (int) got);
  }

  @Override
  public int makeDirectoryAt(int directory, String name, int mode) {
    Scratch scratch = Scratch.current();
    long address = name(scratch, 0, name);
    if (address == 0) {
      return badName(name);
    }
    int result = LibC.callInt(MKDIRAT, directory, address, mode);
    return result < 0 ? result : unmaskAt(directory, name, mode);
  }

  @Override
  public int makeNodeAt(int directory, String name, int mode, long device) {
    Scratch scratch = Scratch.current();
    long address = name(scratch, 0, name);
    if (address == 0) {
      return badName(name);
    }
    int result = LibC.callInt(MKNODAT, directory, address, mode, device);
    return result < 0 ? result : unmaskAt(directory, name, mode);
  }

  @Override
  public int symbolicLinkAt(String target, int directory, String name) {
    Scratch scratch = Scratch.current();
    long text = scratch.string(0, target);
    long address = name(scratch, 1, name);
    if (text == 0) {
      return error(Errno.ENAMETOOLONG);
    }
    return address == 0 ? badName(name) : LibC.callInt(SYMLINKAT, text, directory, address);
  }

  @Override
  public int linkAt(int fd, int toDirectory, String toName) {
    Scratch scratch = Scratch.current();
    long from = scratch.string(0, self(fd));
    long to = name(scratch, 1, toName);
    return to == 0
        ? badName(toName)
        : LibC.callInt(LINKAT, AT_FDCWD, from, toDirectory, to, AT_SYMLINK_FOLLOW);
  }

  @Override
  public int unlinkAt(int directory, String name, boolean isDirectory) {
    long address = name(Scratch.current(), 0, name);
    return address == 0
        ? badName(name)
        : LibC.callInt(UNLINKAT, directory, address, isDirectory ? AT_REMOVEDIR : 0);
  }

  @Override
  public int renameAt(
      int fromDirectory, String fromName, int toDirectory, String toName, int flags) {
    Scratch scratch = Scratch.current();
    long from = name(scratch, 0, fromName);
    long to = name(scratch, 1, toName);
    if (from == 0 || to == 0) {
      return badName(from == 0 ? fromName : toName);
    }
    return LibC.callInt(RENAMEAT2, fromDirectory, from, toDirectory, to, flags);
  }

  @Override
  public int changeMode(int fd, int mode) {
    long address = Scratch.current().string(0, self(fd));
    return LibC.callInt(FCHMODAT, AT_FDCWD, address, mode, 0);
  }

  @Override
  public int changeOwner(int fd, int uid, int gid) {
    long empty = Scratch.current().string(0, "");
    return LibC.callInt(FCHOWNAT, fd, empty, uid, gid, AT_EMPTY_PATH);
  }

  @Override
  public int changeTimes(
      int fd, long accessSeconds, long accessNanos, long modSeconds, long modNanos) {
    Scratch scratch = Scratch.current();
    scratch.putLong(0, accessSeconds);
    scratch.putLong(8, accessNanos);
    scratch.putLong(16, modSeconds);
    scratch.putLong(24, modNanos);
    long address = scratch.string(0, self(fd));
    return LibC.callInt(UTIMENSAT, AT_FDCWD, address, scratch.struct(), 0);
  }

  @Override
  public int fileSystemStatus(int fd, HostFileSystemStatus into) {
    Scratch scratch = Scratch.current();
    int result = LibC.callInt(FSTATFS, fd, scratch.struct());
    if (result == 0) {
      HostStructs.statfs(scratch, into);
    }
    return result;
  }

  @Override
  public int statusFlags(int fd) {
    return LibC.callInt(FCNTL, fd, F_GETFL, 0);
  }

  @Override
  public int setStatusFlags(int fd, int flags) {
    return LibC.callInt(FCNTL, fd, F_SETFL, flags);
  }

  /** What /proc/self/fd says of a descriptor; null when it says nothing. */
  String describe(int fd) {
    Scratch scratch = Scratch.current();
    long got =
        LibC.callLong(
            READLINKAT,
            AT_FDCWD,
            scratch.string(0, self(fd)),
            scratch.dataAddress(),
            Scratch.NAME_BYTES);
    return got < 0 ? null : bytes(scratch.data(), 0, (int) got);
  }

  private static int statx(Scratch scratch, int fd, long name, int flags, HostStatus into) {
    int result =
        LibC.callInt(STATX, fd, name, flags, HostStructs.STATX_BASIC_AND_BTIME, scratch.struct());
    if (result == 0) {
      HostStructs.statx(scratch, into);
    }
    return result;
  }

  /** Gives a file just made the permissions that the host's umask took. */
  private int unmaskAt(int directory, String name, int mode) {
    if ((mode & umask) == 0) {
      return 0;
    }
    int fd = openAt(directory, name, O_PATH, 0);
    if (fd < 0) {
      return fd;
    }
    int result = unmask(Scratch.current(), fd, mode);
    close(fd);
    return result;
  }

  private int unmask(Scratch scratch, int fd, int mode) {
    HostStatus status = new HostStatus();
    int result = statx(scratch, fd, scratch.string(0, ""), AT_EMPTY_PATH, status);
    if (result < 0) {
      return result;
    }
    int lost = mode & umask & PERMISSIONS;
    return changeMode(fd, status.mode & 07777 | lost);
  }

  private static String self(int fd) {
    return "/proc/self/fd/" + fd;
  }

  /** The address of a name that names an entry of a directory, or 0. */
  private static long name(Scratch scratch, int slot, String name) {
    boolean entry =
        !name.isEmpty() && name.indexOf('/') < 0 && !name.equals(".") && !name.equals("..");
    return entry ? scratch.string(slot, name) : 0;
  }

  private static int badName(String name) {
    return error(name.length() >= Scratch.NAME_BYTES ? Errno.ENAMETOOLONG : Errno.EINVAL);
  }

  private static int error(Errno errno) {
    return -errno.number();
  }

  private static String terminated(ByteBuffer buffer, int at) {
    int end = at;
    while (buffer.get(end) != 0) {
      end++;
    }
    return bytes(buffer, at, end - at);
  }

  private static String bytes(ByteBuffer buffer, int at, int length) {
    byte[] copy = new byte[length];
    buffer.get(at, copy, 0, length);
    return new String(copy, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}

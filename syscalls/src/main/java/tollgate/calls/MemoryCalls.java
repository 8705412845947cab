package tollgate.calls;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.StructView;
import tollgate.abi.uapi.Fcntl;
import tollgate.abi.uapi.Mman;
import tollgate.abi.uapi.MmapArg;
import tollgate.abi.uapi.StatMode;
import tollgate.fs.FileMapping;
import tollgate.fs.FileStatus;
import tollgate.fs.OpenFile;
import tollgate.kernel.Task;
import tollgate.mm.AddressSpace;
import tollgate.mm.MappedFile;

/** Address spaces: mmap(2), brk(2), mprotect(2), madvise(2), mlock(2) and their relatives. */
public final class MemoryCalls {
  private static final long PAGE = 4096;

  /** /dev/zero: mapping it gives anonymous memory. */
  private static final long DEVICE_ZERO = 0x105;

  private MemoryCalls() {}

  /** Implements mmap(2) of the x86-64 table. */
  public static long mmap(
      Task task, long address, long length, long prot, long flags, long fd, long offset) {
    if ((offset & PAGE - 1) != 0) {
      throw Errno.EINVAL.failure();
    }
    return map(task, address, length, (int) prot, (int) flags, (int) fd, offset);
  }

  /** Implements i386's mmap2, which counts the offset in pages. */
  public static long mmap2(
      Task task, long address, long length, long prot, long flags, long fd, long page) {
    return map(task, address, length, (int) prot, (int) flags, (int) fd, page * PAGE);
  }

  /** Implements i386's first mmap, whose arguments lie in a block. */
  public static long oldMmap(Task task, long block) {
    StructView view = task.view(MmapArg.SCHEMA).copyIn(task.memory(), block);
    return mmap(
        task,
        view.get(MmapArg.ADDR),
        view.get(MmapArg.LEN),
        view.get(MmapArg.PROT),
        view.get(MmapArg.FLAGS),
        view.get(MmapArg.FD),
        view.get(MmapArg.OFFSET));
  }

  private static long map(
      Task task, long address, long length, int prot, int flags, int fd, long offset) {
    AddressSpace space = task.memory();
    if ((flags & Mman.MAP_ANONYMOUS) != 0) {
      return space.mmap(task.abi(), address, length, prot, flags, null, 0);
    }
    OpenFile file = task.files().get(fd);
    if (length == 0) {
      throw Errno.EINVAL.failure();
    }
    checkAccess(file, prot, flags);
    MappedFile mapped = isZero(file) ? null : new FileMapping(file);
    return space.mmap(
        task.abi(), address, length, prot, flags, mapped, mapped == null ? 0 : offset);
  }

  private static void checkAccess(OpenFile file, int prot, int flags) {
    int access = file.flags() & Fcntl.O_ACCMODE;
    int type = flags & Mman.MAP_TYPE;
    boolean shared = type == Mman.MAP_SHARED || type == Mman.MAP_SHARED_VALIDATE;
    if (access == Fcntl.O_WRONLY
        || shared && (prot & Mman.PROT_WRITE) != 0 && access != Fcntl.O_RDWR) {
      throw Errno.EACCES.failure();
    }
  }

  private static boolean isZero(OpenFile file) {
    if ((file.inode().mode() & StatMode.S_IFMT) != StatMode.S_IFCHR) {
      return false;
    }
    FileStatus status = new FileStatus();
    file.inode().status(status);
    return status.rawDevice == DEVICE_ZERO;
  }

  /** Implements munmap(2). */
  public static long munmap(Task task, long address, long length) {
    task.memory().munmap(address, length);
    return 0;
  }

  /** Implements mprotect(2). */
  public static long mprotect(Task task, long address, long length, long prot) {
    task.memory().mprotect(address, length, (int) prot);
    return 0;
  }

  /** Implements pkey_mprotect(2) of a processor without protection keys. */
  public static long pkeyMprotect(Task task, long address, long length, long prot, long key) {
    if ((int) key != -1) {
      throw Errno.EINVAL.failure();
    }
    return mprotect(task, address, length, prot);
  }

  /** Implements pkey_alloc(2) of a processor without protection keys. */
  public static long pkeyAlloc(Task task, long flags, long rights) {
    if (flags != 0 || (rights & ~Mman.PKEY_ACCESS_MASK) != 0) {
      throw Errno.EINVAL.failure();
    }
    throw Errno.ENOSPC.failure();
  }

  /** Implements pkey_free(2) of a processor without protection keys. */
  public static long pkeyFree(Task task, long key) {
    throw Errno.EINVAL.failure();
  }

  /** Implements brk(2): the raw call, which returns the break and never fails. */
  public static long brk(Task task, long address) {
    return task.memory().brk(address);
  }

  /** Implements mremap(2). */
  public static long mremap(
      Task task, long address, long oldLength, long newLength, long flags, long target) {
    return task.memory().mremap(task.abi(), address, oldLength, newLength, (int) flags, target);
  }

  /** Implements remap_file_pages(2). */
  public static long remapFilePages(
      Task task, long address, long length, long prot, long page, long flags) {
    if (prot != 0) {
      throw Errno.EINVAL.failure();
    }
    task.memory().remapFilePages(address, length, page);
    return 0;
  }

  /** Implements madvise(2). */
  public static long madvise(Task task, long address, long length, long advice) {
    task.memory().madvise(address, length, (int) advice);
    return 0;
  }

  /** Implements mincore(2). */
  public static long mincore(Task task, long address, long length, long vector) {
    task.memory().mincore(address, length, vector);
    return 0;
  }

  /** Implements msync(2). */
  public static long msync(Task task, long address, long length, long flags) {
    task.memory().msync(address, length, (int) flags);
    return 0;
  }

  /** Implements mlock(2). */
  public static long mlock(Task task, long address, long length) {
    task.memory().mlock(address, length, true);
    return 0;
  }

  /** Implements mlock2(2). */
  public static long mlock2(Task task, long address, long length, long flags) {
    if ((flags & ~Mman.MLOCK_ONFAULT) != 0) {
      throw Errno.EINVAL.failure();
    }
    task.memory().mlock(address, length, flags == 0);
    return 0;
  }

  /** Implements munlock(2). */
  public static long munlock(Task task, long address, long length) {
    task.memory().munlock(address, length);
    return 0;
  }

  /** Implements mlockall(2). */
  public static long mlockall(Task task, long flags) {
    task.memory().mlockall((int) flags);
    return 0;
  }

  /** Implements munlockall(2). */
  public static long munlockall(Task task) {
    task.memory().munlockall();
    return 0;
  }

  /** Implements map_shadow_stack(2) of a processor without shadow stacks. */
  public static long mapShadowStack(Task task, long address, long size, long flags) {
    throw (task.abi() == Abi.I386 ? Errno.ENOSYS : Errno.EOPNOTSUPP).failure();
  }
}

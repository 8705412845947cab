package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.IoctlRequest;
import tollgate.abi.IoctlRequest.Direction;

/**
 * Requests that every file knows, of the VFS and of file systems (fs/ioctl.c, linux/fs.h,
 * asm-generic/ioctls.h).
 */
public final class FileRequests {
  public static final IoctlRequest FIOCLEX =
      IoctlRequest.fixed("FIOCLEX", Tty.FIOCLEX, Direction.NONE, CType.ABSENT);
  public static final IoctlRequest FIONCLEX =
      IoctlRequest.fixed("FIONCLEX", Tty.FIONCLEX, Direction.NONE, CType.ABSENT);
  public static final IoctlRequest FIONBIO =
      IoctlRequest.fixed("FIONBIO", Tty.FIONBIO, Direction.WRITE, CType.INT);
  public static final IoctlRequest FIOASYNC =
      IoctlRequest.fixed("FIOASYNC", Tty.FIOASYNC, Direction.WRITE, CType.INT);
  public static final IoctlRequest FIOQSIZE =
      IoctlRequest.fixed("FIOQSIZE", Tty.FIOQSIZE, Direction.READ, CType.S64);
  public static final IoctlRequest FIBMAP =
      IoctlRequest.fixed("FIBMAP", Fs.FIBMAP, Direction.READ_WRITE, CType.INT);
  public static final IoctlRequest FIGETBSZ =
      IoctlRequest.fixed("FIGETBSZ", Fs.FIGETBSZ, Direction.READ, CType.INT);
  public static final IoctlRequest FIFREEZE = IoctlRequest.iowr("FIFREEZE", 'X', 119, CType.INT);
  public static final IoctlRequest FITHAW = IoctlRequest.iowr("FITHAW", 'X', 120, CType.INT);
  public static final IoctlRequest FICLONE = IoctlRequest.iow("FICLONE", 0x94, 9, CType.INT);

  /** The kernel moves an int although the number says long. */
  public static final IoctlRequest FS_IOC_GETFLAGS =
      IoctlRequest.ior("FS_IOC_GETFLAGS", 'f', 1, CType.LONG);

  /** The kernel moves an int although the number says long. */
  public static final IoctlRequest FS_IOC_SETFLAGS =
      IoctlRequest.iow("FS_IOC_SETFLAGS", 'f', 2, CType.LONG);

  public static final IoctlRequest FS_IOC_GETVERSION =
      IoctlRequest.ior("FS_IOC_GETVERSION", 'v', 1, CType.LONG);
  public static final IoctlRequest FS_IOC_SETVERSION =
      IoctlRequest.iow("FS_IOC_SETVERSION", 'v', 2, CType.LONG);
  public static final IoctlRequest BLKROGET =
      IoctlRequest.fixed("BLKROGET", Fs.BLKROGET, Direction.READ, CType.INT);
  public static final IoctlRequest BLKGETSIZE =
      IoctlRequest.fixed("BLKGETSIZE", Fs.BLKGETSIZE, Direction.READ, CType.ULONG);
  public static final IoctlRequest BLKSSZGET =
      IoctlRequest.fixed("BLKSSZGET", Fs.BLKSSZGET, Direction.READ, CType.INT);
  public static final IoctlRequest BLKBSZGET =
      IoctlRequest.ior("BLKBSZGET", 0x12, 112, CType.ULONG);
  public static final IoctlRequest BLKBSZSET =
      IoctlRequest.iow("BLKBSZSET", 0x12, 113, CType.ULONG);

  /** The kernel writes 64 bits although the number says size_t. */
  public static final IoctlRequest BLKGETSIZE64 =
      IoctlRequest.ior("BLKGETSIZE64", 0x12, 114, CType.ULONG);

  private FileRequests() {}
}

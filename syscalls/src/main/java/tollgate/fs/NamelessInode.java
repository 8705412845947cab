package tollgate.fs;

import tollgate.abi.Errno;
import tollgate.abi.uapi.StatMode;

/** The inode of a pipe, socket or event descriptor: a number, a mode, an owner, a time of birth. */
public class NamelessInode extends Inode {
  private static final long SECOND = 1_000_000_000L;

  private final NamelessFs fileSystem;
  private final long number;
  private final long born;
  private volatile int mode;
  private volatile int uid;
  private volatile int gid;

  /**
   * A new inode.
   *
   * @param mode type and permissions
   * @param nowNanos nanoseconds since 1970-01-01 UTC
   */
  public NamelessInode(NamelessFs fileSystem, int mode, FsCredentials owner, long nowNanos) {
    this.fileSystem = fileSystem;
    this.number = fileSystem.newNumber();
    this.mode = mode;
    this.uid = owner.fsuid();
    this.gid = owner.fsgid();
    this.born = nowNanos;
  }

  @Override
  public final FileSystem fileSystem() {
    return fileSystem;
  }

  @Override
  public final int mode() {
    return mode;
  }

  @Override
  public final long number() {
    return number;
  }

  @Override
  public void status(FileStatus into) {
    long seconds = Math.floorDiv(born, SECOND);
    int nanos = (int) Math.floorMod(born, SECOND);
    into.device = fileSystem.device();
    into.inode = number;
    into.mode = mode;
    into.links = 1;
    into.uid = uid;
    into.gid = gid;
    into.rawDevice = 0;
    into.size = 0;
    into.blockSize = 4096;
    into.blocks = 0;
    into.accessSeconds = seconds;
    into.accessNanos = nanos;
    into.modificationSeconds = seconds;
    into.modificationNanos = nanos;
    into.changeSeconds = seconds;
    into.changeNanos = nanos;
    into.birthSeconds = 0;
    into.birthNanos = 0;
  }

  @Override
  public OpenFile open(Dentry dentry, int flags) {
    throw Errno.ENXIO.failure();
  }

  @Override
  public void changeMode(int permissions) {
    mode = (mode & StatMode.S_IFMT) | (permissions & StatMode.PERMISSIONS);
  }

  @Override
  public void changeOwner(int newUid, int newGid) {
    uid = newUid == -1 ? uid : newUid;
    gid = newGid == -1 ? gid : newGid;
  }
}

package tollgate.abi.uapi;

/**
 * Flags of mount(2) and its successors.
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from asm/fcntl.h, linux/mount.h.
 */
public final class Mount {
  public static final int FSCONFIG_CMD_CREATE = 6;
  public static final int FSCONFIG_CMD_RECONFIGURE = 7;
  public static final int FSCONFIG_SET_BINARY = 2;
  public static final int FSCONFIG_SET_FD = 5;
  public static final int FSCONFIG_SET_FLAG = 0;
  public static final int FSCONFIG_SET_PATH = 3;
  public static final int FSCONFIG_SET_PATH_EMPTY = 4;
  public static final int FSCONFIG_SET_STRING = 1;
  public static final int FSMOUNT_CLOEXEC = 0x1;
  public static final int FSOPEN_CLOEXEC = 0x1;
  public static final int FSPICK_CLOEXEC = 0x1;
  public static final int FSPICK_EMPTY_PATH = 0x8;
  public static final int FSPICK_NO_AUTOMOUNT = 0x4;
  public static final int FSPICK_SYMLINK_NOFOLLOW = 0x2;
  public static final int MOUNT_ATTR_IDMAP = 0x100000;
  public static final int MOUNT_ATTR_NOATIME = 0x10;
  public static final int MOUNT_ATTR_NODEV = 0x4;
  public static final int MOUNT_ATTR_NODIRATIME = 0x80;
  public static final int MOUNT_ATTR_NOEXEC = 0x8;
  public static final int MOUNT_ATTR_NOSUID = 0x2;
  public static final int MOUNT_ATTR_NOSYMFOLLOW = 0x200000;
  public static final int MOUNT_ATTR_RDONLY = 0x1;
  public static final int MOUNT_ATTR_RELATIME = 0x0;
  public static final int MOUNT_ATTR_SIZE_VER0 = 32;
  public static final int MOUNT_ATTR_STRICTATIME = 0x20;
  public static final int MOUNT_ATTR__ATIME = 0x70;
  public static final int MOVE_MOUNT_F_AUTOMOUNTS = 0x2;
  public static final int MOVE_MOUNT_F_EMPTY_PATH = 0x4;
  public static final int MOVE_MOUNT_F_SYMLINKS = 0x1;
  public static final int MOVE_MOUNT_SET_GROUP = 0x100;
  public static final int MOVE_MOUNT_T_AUTOMOUNTS = 0x20;
  public static final int MOVE_MOUNT_T_EMPTY_PATH = 0x40;
  public static final int MOVE_MOUNT_T_SYMLINKS = 0x10;
  public static final int MOVE_MOUNT__MASK = 0x177;
  public static final int MS_ACTIVE = 0x40000000;
  public static final int MS_BIND = 4096;
  public static final int MS_BORN = 0x20000000;
  public static final int MS_DIRSYNC = 128;
  public static final int MS_I_VERSION = 0x800000;
  public static final int MS_KERNMOUNT = 0x400000;
  public static final int MS_LAZYTIME = 0x2000000;
  public static final int MS_MANDLOCK = 64;
  public static final long MS_MGC_MSK = 0xffff0000L;
  public static final long MS_MGC_VAL = 0xc0ed0000L;
  public static final int MS_MOVE = 8192;
  public static final int MS_NOATIME = 1024;
  public static final int MS_NODEV = 4;
  public static final int MS_NODIRATIME = 2048;
  public static final int MS_NOEXEC = 8;
  public static final int MS_NOREMOTELOCK = 0x8000000;
  public static final int MS_NOSEC = 0x10000000;
  public static final int MS_NOSUID = 2;
  public static final int MS_NOSYMFOLLOW = 256;
  public static final int MS_NOUSER = -2147483648;
  public static final int MS_POSIXACL = 0x10000;
  public static final int MS_PRIVATE = 0x40000;
  public static final int MS_RDONLY = 1;
  public static final int MS_REC = 16384;
  public static final int MS_RELATIME = 0x200000;
  public static final int MS_REMOUNT = 32;
  public static final int MS_RMT_MASK = 0x2800051;
  public static final int MS_SHARED = 0x100000;
  public static final int MS_SILENT = 32768;
  public static final int MS_SLAVE = 0x80000;
  public static final int MS_STRICTATIME = 0x1000000;
  public static final int MS_SUBMOUNT = 0x4000000;
  public static final int MS_SYNCHRONOUS = 16;
  public static final int MS_UNBINDABLE = 0x20000;
  public static final int MS_VERBOSE = 32768;
  public static final int OPEN_TREE_CLOEXEC = 02000000;
  public static final int OPEN_TREE_CLONE = 1;

  private Mount() {}
}

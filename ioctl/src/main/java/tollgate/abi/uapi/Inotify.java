package tollgate.abi.uapi;

/**
 * Events and flags of inotify(7).
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from linux/inotify.h.
 */
public final class Inotify {
  public static final int IN_ACCESS = 0x1;
  public static final int IN_ALL_EVENTS = 0xfff;
  public static final int IN_ATTRIB = 0x4;
  public static final int IN_CLOEXEC = 02000000;
  public static final int IN_CLOSE = 0x18;
  public static final int IN_CLOSE_NOWRITE = 0x10;
  public static final int IN_CLOSE_WRITE = 0x8;
  public static final int IN_CREATE = 0x100;
  public static final int IN_DELETE = 0x200;
  public static final int IN_DELETE_SELF = 0x400;
  public static final int IN_DONT_FOLLOW = 0x2000000;
  public static final int IN_EXCL_UNLINK = 0x4000000;
  public static final int IN_IGNORED = 0x8000;
  public static final int IN_ISDIR = 0x40000000;
  public static final int IN_MASK_ADD = 0x20000000;
  public static final int IN_MASK_CREATE = 0x10000000;
  public static final int IN_MODIFY = 0x2;
  public static final int IN_MOVE = 0xc0;
  public static final int IN_MOVED_FROM = 0x40;
  public static final int IN_MOVED_TO = 0x80;
  public static final int IN_MOVE_SELF = 0x800;
  public static final int IN_NONBLOCK = 04000;
  public static final long IN_ONESHOT = 0x80000000L;
  public static final int IN_ONLYDIR = 0x1000000;
  public static final int IN_OPEN = 0x20;
  public static final int IN_Q_OVERFLOW = 0x4000;
  public static final int IN_UNMOUNT = 0x2000;

  private Inotify() {}
}

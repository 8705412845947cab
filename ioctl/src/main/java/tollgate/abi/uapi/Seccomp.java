package tollgate.abi.uapi;

/**
 * Operations and results of seccomp(2).
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from linux/seccomp.h, linux/audit.h.
 */
public final class Seccomp {
  public static final int AUDIT_ARCH_I386 = 0x40000003;
  public static final long AUDIT_ARCH_X86_64 = 0xc000003eL;
  public static final int SECCOMP_ADDFD_FLAG_SEND = 0x2;
  public static final int SECCOMP_ADDFD_FLAG_SETFD = 0x1;
  public static final int SECCOMP_FILTER_FLAG_LOG = 0x2;
  public static final int SECCOMP_FILTER_FLAG_NEW_LISTENER = 0x8;
  public static final int SECCOMP_FILTER_FLAG_SPEC_ALLOW = 0x4;
  public static final int SECCOMP_FILTER_FLAG_TSYNC = 0x1;
  public static final int SECCOMP_FILTER_FLAG_TSYNC_ESRCH = 0x10;
  public static final int SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV = 0x20;
  public static final int SECCOMP_GET_ACTION_AVAIL = 2;
  public static final int SECCOMP_GET_NOTIF_SIZES = 3;
  public static final int SECCOMP_MODE_DISABLED = 0;
  public static final int SECCOMP_MODE_FILTER = 2;
  public static final int SECCOMP_MODE_STRICT = 1;
  public static final int SECCOMP_RET_ACTION = 0x7fff0000;
  public static final long SECCOMP_RET_ACTION_FULL = 0xffff0000L;
  public static final int SECCOMP_RET_ALLOW = 0x7fff0000;
  public static final int SECCOMP_RET_DATA = 0xffff;
  public static final int SECCOMP_RET_ERRNO = 0x50000;
  public static final int SECCOMP_RET_KILL = 0x0;
  public static final long SECCOMP_RET_KILL_PROCESS = 0x80000000L;
  public static final int SECCOMP_RET_KILL_THREAD = 0x0;
  public static final int SECCOMP_RET_LOG = 0x7ffc0000;
  public static final int SECCOMP_RET_TRACE = 0x7ff00000;
  public static final int SECCOMP_RET_TRAP = 0x30000;
  public static final int SECCOMP_RET_USER_NOTIF = 0x7fc00000;
  public static final int SECCOMP_SET_MODE_FILTER = 1;
  public static final int SECCOMP_SET_MODE_STRICT = 0;
  public static final int SECCOMP_USER_NOTIF_FLAG_CONTINUE = 0x1;

  private Seccomp() {}
}

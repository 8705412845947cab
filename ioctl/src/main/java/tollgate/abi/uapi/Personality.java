package tollgate.abi.uapi;

/**
 * Execution domains and flags of personality(2).
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from linux/personality.h.
 */
public final class Personality {
  public static final int ADDR_COMPAT_LAYOUT = 2097152;
  public static final int ADDR_LIMIT_32BIT = 8388608;
  public static final int ADDR_LIMIT_3GB = 134217728;
  public static final int ADDR_NO_RANDOMIZE = 262144;
  public static final int FDPIC_FUNCPTRS = 524288;
  public static final int MMAP_PAGE_ZERO = 1048576;
  public static final int PER_CLEAR_ON_SETID = 0x740000;
  public static final int PER_LINUX = 0;
  public static final int PER_LINUX32 = 8;
  public static final int PER_LINUX32_3GB = 134217736;
  public static final int PER_MASK = 255;
  public static final int READ_IMPLIES_EXEC = 4194304;
  public static final int SHORT_INODE = 16777216;
  public static final int STICKY_TIMEOUTS = 67108864;
  public static final int UNAME26 = 131072;
  public static final int WHOLE_SECONDS = 33554432;

  private Personality() {}
}

package tollgate.abi.uapi;

/**
 * Flags of getrandom(2) and ioctls of /dev/random.
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from linux/random.h.
 */
public final class Random {
  public static final int GRND_INSECURE = 0x4;
  public static final int GRND_NONBLOCK = 0x1;
  public static final int GRND_RANDOM = 0x2;
  public static final int RNDADDENTROPY = 0x40085203;
  public static final int RNDADDTOENTCNT = 0x40045201;
  public static final int RNDCLEARPOOL = 0x5206;
  public static final int RNDGETENTCNT = 0x80045200;
  public static final int RNDGETPOOL = 0x80085202;
  public static final int RNDRESEEDCRNG = 0x5207;
  public static final int RNDZAPENTCNT = 0x5204;

  private Random() {}
}

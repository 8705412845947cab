package tollgate.abi.uapi;

/**
 * Magic numbers of a.out headers.
 *
 * <p>Made by {@code tollgate.abi.generate.Generate} from asm/a.out.h, linux/a.out.h.
 */
public final class Aout {
  public static final int CMAGIC = 0421;
  public static final int M_386 = 100;
  public static final int M_OLDSUN2 = 0;
  public static final int NMAGIC = 0410;
  public static final int OMAGIC = 0407;
  public static final int QMAGIC = 0314;
  public static final int ZMAGIC = 0413;

  private Aout() {}
}

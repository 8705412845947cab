package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct timex} of adjtimex(2) and clock_adjtime(2) as the ABI's {@code long} makes it. */
public final class Timex {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct timex", "linux/time.h linux/timex.h");

  public static final Field MODES = S.field("modes", CType.U32);
  public static final Field OFFSET = S.field("offset", CType.LONG);
  public static final Field FREQ = S.field("freq", CType.LONG);
  public static final Field MAXERROR = S.field("maxerror", CType.LONG);
  public static final Field ESTERROR = S.field("esterror", CType.LONG);
  public static final Field STATUS = S.field("status", CType.INT);
  public static final Field CONSTANT = S.field("constant", CType.LONG);
  public static final Field PRECISION = S.field("precision", CType.LONG);
  public static final Field TOLERANCE = S.field("tolerance", CType.LONG);
  public static final Field TIME_SEC = S.field("time.tv_sec", CType.LONG);
  public static final Field TIME_USEC = S.field("time.tv_usec", CType.LONG);
  public static final Field TICK = S.field("tick", CType.LONG);
  public static final Field PPSFREQ = S.field("ppsfreq", CType.LONG);
  public static final Field JITTER = S.field("jitter", CType.LONG);
  public static final Field SHIFT = S.field("shift", CType.INT);
  public static final Field STABIL = S.field("stabil", CType.LONG);
  public static final Field JITCNT = S.field("jitcnt", CType.LONG);
  public static final Field CALCNT = S.field("calcnt", CType.LONG);
  public static final Field ERRCNT = S.field("errcnt", CType.LONG);
  public static final Field STBCNT = S.field("stbcnt", CType.LONG);
  public static final Field TAI = S.field("tai", CType.INT);
  public static final Field PAD = S.field("(pad)", CType.INT.array(11));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Timex() {}
}

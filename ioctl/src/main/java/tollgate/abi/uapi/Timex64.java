package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct __kernel_timex} of i386's clock_adjtime64(2): 64-bit on both ABIs. */
public final class Timex64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct __kernel_timex", "linux/time.h linux/timex.h");

  public static final Field MODES = S.field("modes", CType.U32);
  public static final Field PAD1 = S.field("(pad1)", CType.U32);
  public static final Field OFFSET = S.field("offset", CType.S64);
  public static final Field FREQ = S.field("freq", CType.S64);
  public static final Field MAXERROR = S.field("maxerror", CType.S64);
  public static final Field ESTERROR = S.field("esterror", CType.S64);
  public static final Field STATUS = S.field("status", CType.INT);
  public static final Field PAD2 = S.field("(pad2)", CType.U32);
  public static final Field CONSTANT = S.field("constant", CType.S64);
  public static final Field PRECISION = S.field("precision", CType.S64);
  public static final Field TOLERANCE = S.field("tolerance", CType.S64);
  public static final Field TIME_SEC = S.field("time.tv_sec", CType.S64);
  public static final Field TIME_USEC = S.field("time.tv_usec", CType.S64);
  public static final Field TICK = S.field("tick", CType.S64);
  public static final Field PPSFREQ = S.field("ppsfreq", CType.S64);
  public static final Field JITTER = S.field("jitter", CType.S64);
  public static final Field SHIFT = S.field("shift", CType.INT);
  public static final Field PAD3 = S.field("(pad3)", CType.U32);
  public static final Field STABIL = S.field("stabil", CType.S64);
  public static final Field JITCNT = S.field("jitcnt", CType.S64);
  public static final Field CALCNT = S.field("calcnt", CType.S64);
  public static final Field ERRCNT = S.field("errcnt", CType.S64);
  public static final Field STBCNT = S.field("stbcnt", CType.S64);
  public static final Field TAI = S.field("tai", CType.INT);
  public static final Field PAD4 = S.field("(pad4)", CType.INT.array(11));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Timex64() {}
}

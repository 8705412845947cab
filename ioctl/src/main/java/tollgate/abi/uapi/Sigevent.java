package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sigevent} of timer_create(2) and mq_notify(2). */
public final class Sigevent {
  private static final StructSchema.Builder S =
      StructSchema.struct("sigevent_t", "linux/types.h asm/siginfo.h");

  /** A pointer or, in its low half, an int. */
  public static final Field SIGEV_VALUE = S.field("sigev_value.sival_ptr", CType.POINTER);

  public static final Field SIGEV_SIGNO = S.field("sigev_signo", CType.INT);
  public static final Field SIGEV_NOTIFY = S.field("sigev_notify", CType.INT);
  public static final Field SIGEV_NOTIFY_THREAD_ID = S.field("_sigev_un._tid", CType.INT);
  public static final Field PAD = S.field("(pad)", CType.U8.array(44, 48));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Sigevent() {}
}

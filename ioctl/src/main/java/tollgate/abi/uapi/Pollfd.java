package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct pollfd} of poll(2) and ppoll(2). */
public final class Pollfd {
  private static final StructSchema.Builder S = StructSchema.struct("struct pollfd", "asm/poll.h");

  public static final Field FD = S.field("fd", CType.INT);
  public static final Field EVENTS = S.field("events", CType.S16);
  public static final Field REVENTS = S.field("revents", CType.S16);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Pollfd() {}
}

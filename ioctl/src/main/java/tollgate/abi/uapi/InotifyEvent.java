package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** The head of {@code struct inotify_event}; the name follows. */
public final class InotifyEvent {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct inotify_event", "linux/inotify.h");

  public static final Field WD = S.field("wd", CType.S32);
  public static final Field MASK = S.field("mask", CType.U32);
  public static final Field COOKIE = S.field("cookie", CType.U32);
  public static final Field LEN = S.field("len", CType.U32);
  public static final Field NAME = S.field("name", CType.CHAR.array(0));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private InotifyEvent() {}
}

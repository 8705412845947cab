package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct winsize} of TIOCGWINSZ and TIOCSWINSZ. */
public final class Winsize {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct winsize", "asm/termios.h");

  public static final Field WS_ROW = S.field("ws_row", CType.U16);
  public static final Field WS_COL = S.field("ws_col", CType.U16);
  public static final Field WS_XPIXEL = S.field("ws_xpixel", CType.U16);
  public static final Field WS_YPIXEL = S.field("ws_ypixel", CType.U16);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Winsize() {}
}

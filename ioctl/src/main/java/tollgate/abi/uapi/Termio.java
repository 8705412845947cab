package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code struct termio} of TCGETA and TCSETA: the low 16 bits of the flags and 8 control
 * characters.
 */
public final class Termio {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct termio", "asm/termios.h");

  public static final Field C_IFLAG = S.field("c_iflag", CType.U16);
  public static final Field C_OFLAG = S.field("c_oflag", CType.U16);
  public static final Field C_CFLAG = S.field("c_cflag", CType.U16);
  public static final Field C_LFLAG = S.field("c_lflag", CType.U16);
  public static final Field C_LINE = S.field("c_line", CType.U8);
  public static final Field C_CC = S.field("c_cc", CType.U8.array(8));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Termio() {}
}

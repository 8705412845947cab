package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * The kernel's {@code struct termios} of TCGETS and TCSETS (not the C library's, which has 32
 * control characters).
 */
public final class Termios {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct termios", "asm/termbits.h");

  public static final Field C_IFLAG = S.field("c_iflag", CType.U32);
  public static final Field C_OFLAG = S.field("c_oflag", CType.U32);
  public static final Field C_CFLAG = S.field("c_cflag", CType.U32);
  public static final Field C_LFLAG = S.field("c_lflag", CType.U32);
  public static final Field C_LINE = S.field("c_line", CType.U8);
  public static final Field C_CC = S.field("c_cc", CType.U8.array(19));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Termios() {}
}

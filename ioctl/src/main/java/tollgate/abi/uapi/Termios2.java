package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct termios2} of TCGETS2 and TCSETS2: {@link Termios} with speeds as numbers. */
public final class Termios2 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct termios2", "asm/termbits.h");

  public static final Field C_IFLAG = S.field("c_iflag", CType.U32);
  public static final Field C_OFLAG = S.field("c_oflag", CType.U32);
  public static final Field C_CFLAG = S.field("c_cflag", CType.U32);
  public static final Field C_LFLAG = S.field("c_lflag", CType.U32);
  public static final Field C_LINE = S.field("c_line", CType.U8);
  public static final Field C_CC = S.field("c_cc", CType.U8.array(19));

  /** Bits a second. */
  public static final Field C_ISPEED = S.field("c_ispeed", CType.U32);

  /** Bits a second. */
  public static final Field C_OSPEED = S.field("c_ospeed", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Termios2() {}
}

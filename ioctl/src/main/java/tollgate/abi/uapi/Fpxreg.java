package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct _fpxreg}: an 80-bit x87 register as FXSAVE stores it. */
public final class Fpxreg {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct _fpxreg", "asm/sigcontext.h");

  public static final Field SIGNIFICAND = S.field("significand", CType.U16.array(4));
  public static final Field EXPONENT = S.field("exponent", CType.U16);
  public static final Field PADDING = S.field("padding", CType.U16.array(3));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Fpxreg() {}
}

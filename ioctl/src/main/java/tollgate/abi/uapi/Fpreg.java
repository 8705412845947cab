package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct _fpreg}: an 80-bit x87 register as FSAVE stores it. */
public final class Fpreg {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct _fpreg", "asm/sigcontext.h");

  public static final Field SIGNIFICAND = S.field("significand", CType.U16.array(4));
  public static final Field EXPONENT = S.field("exponent", CType.U16);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Fpreg() {}
}

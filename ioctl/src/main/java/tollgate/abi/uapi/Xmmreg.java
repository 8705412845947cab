package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct _xmmreg}: 128 bits. */
public final class Xmmreg {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct _xmmreg", "asm/sigcontext.h");

  public static final Field ELEMENT = S.field("element", CType.U32.array(4));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Xmmreg() {}
}

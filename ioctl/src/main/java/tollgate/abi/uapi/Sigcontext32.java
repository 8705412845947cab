package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sigcontext_32}: the registers in i386's signal frames. */
public final class Sigcontext32 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sigcontext_32", "asm/sigcontext.h");

  public static final Field GS = S.field("gs", CType.U16);
  public static final Field GSH = S.field("__gsh", CType.U16);
  public static final Field FS = S.field("fs", CType.U16);
  public static final Field FSH = S.field("__fsh", CType.U16);
  public static final Field ES = S.field("es", CType.U16);
  public static final Field ESH = S.field("__esh", CType.U16);
  public static final Field DS = S.field("ds", CType.U16);
  public static final Field DSH = S.field("__dsh", CType.U16);
  public static final Field DI = S.field("di", CType.U32);
  public static final Field SI = S.field("si", CType.U32);
  public static final Field BP = S.field("bp", CType.U32);
  public static final Field SP = S.field("sp", CType.U32);
  public static final Field BX = S.field("bx", CType.U32);
  public static final Field DX = S.field("dx", CType.U32);
  public static final Field CX = S.field("cx", CType.U32);
  public static final Field AX = S.field("ax", CType.U32);
  public static final Field TRAPNO = S.field("trapno", CType.U32);
  public static final Field ERR = S.field("err", CType.U32);
  public static final Field IP = S.field("ip", CType.U32);
  public static final Field CS = S.field("cs", CType.U16);
  public static final Field CSH = S.field("__csh", CType.U16);
  public static final Field FLAGS = S.field("flags", CType.U32);
  public static final Field SP_AT_SIGNAL = S.field("sp_at_signal", CType.U32);
  public static final Field SS = S.field("ss", CType.U16);
  public static final Field SSH = S.field("__ssh", CType.U16);

  /** Address of the {@link Fpstate32}, or 0. */
  public static final Field FPSTATE = S.field("fpstate", CType.U32);

  public static final Field OLDMASK = S.field("oldmask", CType.U32);
  public static final Field CR2 = S.field("cr2", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Sigcontext32() {}
}

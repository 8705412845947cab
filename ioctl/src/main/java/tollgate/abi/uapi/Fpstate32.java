package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct _fpstate_32} of i386's signal frames: an FSAVE image, then the FXSAVE image. */
public final class Fpstate32 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct _fpstate_32", "asm/sigcontext.h");

  public static final Field CW = S.field("cw", CType.U32);
  public static final Field SW = S.field("sw", CType.U32);
  public static final Field TAG = S.field("tag", CType.U32);
  public static final Field IPOFF = S.field("ipoff", CType.U32);
  public static final Field CSSEL = S.field("cssel", CType.U32);
  public static final Field DATAOFF = S.field("dataoff", CType.U32);
  public static final Field DATASEL = S.field("datasel", CType.U32);
  public static final Field ST = S.field("_st", Fpreg.SCHEMA.type().array(8));
  public static final Field STATUS = S.field("status", CType.U16);

  /** 0 when the FXSAVE part is there, 0xffff when not. */
  public static final Field MAGIC = S.field("magic", CType.U16);

  /** The FXSAVE image begins here. */
  public static final Field FXSR_ENV = S.field("_fxsr_env", CType.U32.array(6));

  public static final Field MXCSR = S.field("mxcsr", CType.U32);
  public static final Field RESERVED = S.field("reserved", CType.U32);
  public static final Field FXSR_ST = S.field("_fxsr_st", Fpxreg.SCHEMA.type().array(8));
  public static final Field XMM = S.field("_xmm", Xmmreg.SCHEMA.type().array(8));
  public static final Field PADDING = S.field("padding", CType.U32.array(44));
  public static final Field SW_RESERVED = S.field("sw_reserved", FpxSwBytes.SCHEMA);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  public static final Field FXSR_ST_EXPONENT = FXSR_ST.dot(Fpxreg.EXPONENT);

  public static final Field ST_EXPONENT = ST.dot(Fpreg.EXPONENT);

  private Fpstate32() {}
}

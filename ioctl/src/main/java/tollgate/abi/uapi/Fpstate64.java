package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct _fpstate_64} of x86-64's signal frames: an FXSAVE64 image. */
public final class Fpstate64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct _fpstate_64", "asm/sigcontext.h");

  public static final Field CWD = S.field("cwd", CType.U16);
  public static final Field SWD = S.field("swd", CType.U16);
  public static final Field TWD = S.field("twd", CType.U16);
  public static final Field FOP = S.field("fop", CType.U16);
  public static final Field RIP = S.field("rip", CType.U64);
  public static final Field RDP = S.field("rdp", CType.U64);
  public static final Field MXCSR = S.field("mxcsr", CType.U32);
  public static final Field MXCSR_MASK = S.field("mxcsr_mask", CType.U32);
  public static final Field ST_SPACE = S.field("st_space", CType.U32.array(32));
  public static final Field XMM_SPACE = S.field("xmm_space", CType.U32.array(64));
  public static final Field RESERVED2 = S.field("reserved2", CType.U32.array(12));
  public static final Field SW_RESERVED = S.field("sw_reserved", FpxSwBytes.SCHEMA);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Fpstate64() {}
}

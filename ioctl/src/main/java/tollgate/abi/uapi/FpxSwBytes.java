package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code struct _fpx_sw_bytes}: what tells that extended state follows the fpstate of a signal
 * frame.
 */
public final class FpxSwBytes {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct _fpx_sw_bytes", "asm/sigcontext.h");

  /** FP_XSTATE_MAGIC1 when extended state follows. */
  public static final Field MAGIC1 = S.field("magic1", CType.U32);

  public static final Field EXTENDED_SIZE = S.field("extended_size", CType.U32);
  public static final Field XFEATURES = S.field("xfeatures", CType.U64);
  public static final Field XSTATE_SIZE = S.field("xstate_size", CType.U32);
  public static final Field PADDING = S.field("padding", CType.U32.array(7));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private FpxSwBytes() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct exec}: the header of an a.out program. */
public final class AoutExec {
  private static final StructSchema.Builder S = StructSchema.struct("struct exec", "asm/a.out.h");

  /** Magic number in the low 16 bits, machine type and flags above. */
  public static final Field A_INFO = S.field("a_info", CType.U32);

  /** Bytes. */
  public static final Field A_TEXT = S.field("a_text", CType.U32);

  /** Bytes. */
  public static final Field A_DATA = S.field("a_data", CType.U32);

  /** Bytes. */
  public static final Field A_BSS = S.field("a_bss", CType.U32);

  /** Bytes. */
  public static final Field A_SYMS = S.field("a_syms", CType.U32);

  public static final Field A_ENTRY = S.field("a_entry", CType.U32);

  /** Bytes. */
  public static final Field A_TRSIZE = S.field("a_trsize", CType.U32);

  /** Bytes. */
  public static final Field A_DRSIZE = S.field("a_drsize", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private AoutExec() {}
}

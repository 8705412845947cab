package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * {@code struct user_desc} of set_thread_area(2), get_thread_area(2), modify_ldt(2) and
 * CLONE_SETTLS on i386. The bit-fields of C share one word, {@link #BITS}.
 */
public final class UserDesc {
  /** {@code seg_32bit}: a 32-bit segment. */
  public static final int SEG_32BIT = 1;

  /** {@code contents}, two bits: 0 data, 1 expand-down, 2 code, 3 conforming code. */
  public static final int CONTENTS = 3 << 1;

  /** {@code read_exec_only}: data not writable, code not readable. */
  public static final int READ_EXEC_ONLY = 1 << 3;

  /** {@code limit_in_pages}: the limit counts pages of 4 KiB. */
  public static final int LIMIT_IN_PAGES = 1 << 4;

  /** {@code seg_not_present}. */
  public static final int SEG_NOT_PRESENT = 1 << 5;

  /** {@code useable}: the bit left to software. */
  public static final int USEABLE = 1 << 6;

  /** {@code lm}: 64-bit code; ignored from i386 callers. */
  public static final int LM = 1 << 7;

  private static final StructSchema.Builder S =
      StructSchema.struct("struct user_desc", "asm/ldt.h");

  /** Index in the GDT or LDT; -1 lets the kernel choose. */
  public static final Field ENTRY_NUMBER = S.field("entry_number", CType.U32);

  public static final Field BASE_ADDR = S.field("base_addr", CType.U32);
  public static final Field LIMIT = S.field("limit", CType.U32);

  /** The flags above, in one word. */
  public static final Field BITS = S.field("(bits)", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private UserDesc() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct sigcontext_64}: the registers in x86-64's signal frames. */
public final class Sigcontext64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct sigcontext_64", "asm/sigcontext.h");

  public static final Field R8 = S.field("r8", CType.U64);
  public static final Field R9 = S.field("r9", CType.U64);
  public static final Field R10 = S.field("r10", CType.U64);
  public static final Field R11 = S.field("r11", CType.U64);
  public static final Field R12 = S.field("r12", CType.U64);
  public static final Field R13 = S.field("r13", CType.U64);
  public static final Field R14 = S.field("r14", CType.U64);
  public static final Field R15 = S.field("r15", CType.U64);
  public static final Field DI = S.field("di", CType.U64);
  public static final Field SI = S.field("si", CType.U64);
  public static final Field BP = S.field("bp", CType.U64);
  public static final Field BX = S.field("bx", CType.U64);
  public static final Field DX = S.field("dx", CType.U64);
  public static final Field AX = S.field("ax", CType.U64);
  public static final Field CX = S.field("cx", CType.U64);
  public static final Field SP = S.field("sp", CType.U64);
  public static final Field IP = S.field("ip", CType.U64);
  public static final Field FLAGS = S.field("flags", CType.U64);
  public static final Field CS = S.field("cs", CType.U16);
  public static final Field GS = S.field("gs", CType.U16);
  public static final Field FS = S.field("fs", CType.U16);
  public static final Field SS = S.field("ss", CType.U16);
  public static final Field ERR = S.field("err", CType.U64);
  public static final Field TRAPNO = S.field("trapno", CType.U64);
  public static final Field OLDMASK = S.field("oldmask", CType.U64);
  public static final Field CR2 = S.field("cr2", CType.U64);

  /** Address of the {@link Fpstate64}, or 0. */
  public static final Field FPSTATE = S.field("fpstate", CType.U64);

  public static final Field RESERVED1 = S.field("reserved1", CType.U64.array(8));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private Sigcontext64() {}
}

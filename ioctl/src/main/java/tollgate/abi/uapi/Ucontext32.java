package tollgate.abi.uapi;

import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code struct ucontext_ia32}: the kernel's ucontext of i386. */
public final class Ucontext32 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct ucontext_ia32", "kernel.h").only(Abi.I386);

  public static final Field UC_FLAGS = S.field("uc_flags", CType.U32);
  public static final Field UC_LINK = S.field("uc_link", CType.U32);
  public static final Field UC_STACK = S.field("uc_stack", SigStack.SCHEMA);
  public static final Field UC_MCONTEXT = S.field("uc_mcontext", Sigcontext32.SCHEMA);
  public static final Field UC_SIGMASK = S.field("uc_sigmask", CType.U64);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  public static final Field SS_SP = UC_STACK.dot(SigStack.SS_SP);

  public static final Field SS_FLAGS = UC_STACK.dot(SigStack.SS_FLAGS);

  public static final Field SS_SIZE = UC_STACK.dot(SigStack.SS_SIZE);

  private Ucontext32() {}
}

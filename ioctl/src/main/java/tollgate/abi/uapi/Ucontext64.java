package tollgate.abi.uapi;

import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** The kernel's {@code struct ucontext} of x86-64. */
public final class Ucontext64 {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct ucontext_64", "kernel.h").only(Abi.X86_64);

  public static final Field UC_FLAGS = S.field("uc_flags", CType.ULONG);
  public static final Field UC_LINK = S.field("uc_link", CType.POINTER);
  public static final Field UC_STACK = S.field("uc_stack", SigStack.SCHEMA);
  public static final Field UC_MCONTEXT = S.field("uc_mcontext", Sigcontext64.SCHEMA);
  public static final Field UC_SIGMASK = S.field("uc_sigmask", CType.U64);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  public static final Field SS_SP = UC_STACK.dot(SigStack.SS_SP);

  public static final Field SS_FLAGS = UC_STACK.dot(SigStack.SS_FLAGS);

  public static final Field SS_SIZE = UC_STACK.dot(SigStack.SS_SIZE);

  private Ucontext64() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** The kernel's {@code struct sigaction} of rt_sigaction(2) (not the C library's). */
public final class KernelSigaction {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct kernel_sigaction", "kernel.h");

  public static final Field SA_HANDLER = S.field("sa_handler", CType.POINTER);
  public static final Field SA_FLAGS = S.field("sa_flags", CType.ULONG);
  public static final Field SA_RESTORER = S.field("sa_restorer", CType.POINTER);

  /** Bit 0 is signal 1. */
  public static final Field SA_MASK = S.field("sa_mask", CType.U64);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private KernelSigaction() {}
}

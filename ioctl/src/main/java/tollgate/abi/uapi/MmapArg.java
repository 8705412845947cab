package tollgate.abi.uapi;

import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** The block that i386's old mmap(2) takes. */
public final class MmapArg {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct mmap_arg_struct", "kernel.h").only(Abi.I386);

  public static final Field ADDR = S.field("addr", CType.ULONG);
  public static final Field LEN = S.field("len", CType.ULONG);
  public static final Field PROT = S.field("prot", CType.ULONG);
  public static final Field FLAGS = S.field("flags", CType.ULONG);
  public static final Field FD = S.field("fd", CType.ULONG);

  /** Bytes. */
  public static final Field OFFSET = S.field("offset", CType.ULONG);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private MmapArg() {}
}

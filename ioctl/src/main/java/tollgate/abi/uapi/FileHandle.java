package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * The head of {@code struct file_handle} of name_to_handle_at(2); {@link #F_HANDLE} is where the
 * opaque bytes begin.
 */
public final class FileHandle {
  private static final StructSchema.Builder S =
      StructSchema.struct("struct file_handle", "kernel.h");

  public static final Field HANDLE_BYTES = S.field("handle_bytes", CType.U32);
  public static final Field HANDLE_TYPE = S.field("handle_type", CType.INT);
  public static final Field F_HANDLE = S.field("f_handle", CType.U8.array(0));

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private FileHandle() {}
}

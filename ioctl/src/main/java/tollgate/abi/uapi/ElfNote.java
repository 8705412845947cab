package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code Elf64_Nhdr} and {@code Elf32_Nhdr}: the head of a note. */
public final class ElfNote {
  private static final StructSchema.Builder S = StructSchema.struct("elf_nhdr", "kernel.h");

  public static final Field N_NAMESZ = S.field("n_namesz", CType.U32);
  public static final Field N_DESCSZ = S.field("n_descsz", CType.U32);
  public static final Field N_TYPE = S.field("n_type", CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private ElfNote() {}
}

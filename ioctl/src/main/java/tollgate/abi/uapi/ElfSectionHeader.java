package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code Elf64_Shdr} on x86-64, {@code Elf32_Shdr} on i386. */
public final class ElfSectionHeader {
  private static final StructSchema.Builder S = StructSchema.struct("elf_shdr", "kernel.h");

  public static final Field SH_NAME = S.field("sh_name", CType.U32);
  public static final Field SH_TYPE = S.field("sh_type", CType.U32);
  public static final Field SH_FLAGS = S.field("sh_flags", CType.U64, CType.U32);
  public static final Field SH_ADDR = S.field("sh_addr", CType.U64, CType.U32);
  public static final Field SH_OFFSET = S.field("sh_offset", CType.U64, CType.U32);
  public static final Field SH_SIZE = S.field("sh_size", CType.U64, CType.U32);
  public static final Field SH_LINK = S.field("sh_link", CType.U32);
  public static final Field SH_INFO = S.field("sh_info", CType.U32);
  public static final Field SH_ADDRALIGN = S.field("sh_addralign", CType.U64, CType.U32);
  public static final Field SH_ENTSIZE = S.field("sh_entsize", CType.U64, CType.U32);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private ElfSectionHeader() {}
}

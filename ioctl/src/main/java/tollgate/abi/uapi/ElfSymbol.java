package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code Elf64_Sym} on x86-64, {@code Elf32_Sym} on i386. */
public final class ElfSymbol {
  private static final StructSchema.Builder S = StructSchema.struct("elf_sym", "kernel.h");

  public static final Field ST_NAME = S.field("st_name", CType.U32);
  public static final Field ST_INFO = S.field("st_info", CType.U8);
  public static final Field ST_OTHER = S.field("st_other", CType.U8);
  public static final Field ST_SHNDX = S.field("st_shndx", CType.U16);
  public static final Field ST_VALUE = S.field("st_value", CType.U64, CType.U32);
  public static final Field ST_SIZE = S.field("st_size", CType.U64, CType.U32);

  static {
    S.orderOnI386(ST_NAME, ST_VALUE, ST_SIZE, ST_INFO, ST_OTHER, ST_SHNDX);
  }

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private ElfSymbol() {}
}

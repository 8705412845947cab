package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code Elf64_Ehdr} on x86-64, {@code Elf32_Ehdr} on i386. */
public final class ElfHeader {
  private static final StructSchema.Builder S = StructSchema.struct("elf_ehdr", "kernel.h");

  public static final Field E_IDENT = S.field("e_ident", CType.U8.array(16));
  public static final Field E_TYPE = S.field("e_type", CType.U16);
  public static final Field E_MACHINE = S.field("e_machine", CType.U16);
  public static final Field E_VERSION = S.field("e_version", CType.U32);
  public static final Field E_ENTRY = S.field("e_entry", CType.U64, CType.U32);
  public static final Field E_PHOFF = S.field("e_phoff", CType.U64, CType.U32);
  public static final Field E_SHOFF = S.field("e_shoff", CType.U64, CType.U32);
  public static final Field E_FLAGS = S.field("e_flags", CType.U32);
  public static final Field E_EHSIZE = S.field("e_ehsize", CType.U16);
  public static final Field E_PHENTSIZE = S.field("e_phentsize", CType.U16);
  public static final Field E_PHNUM = S.field("e_phnum", CType.U16);
  public static final Field E_SHENTSIZE = S.field("e_shentsize", CType.U16);
  public static final Field E_SHNUM = S.field("e_shnum", CType.U16);
  public static final Field E_SHSTRNDX = S.field("e_shstrndx", CType.U16);

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private ElfHeader() {}
}

package tollgate.abi.uapi;

import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/** {@code Elf64_Phdr} on x86-64, {@code Elf32_Phdr} on i386. */
public final class ElfProgramHeader {
  private static final StructSchema.Builder S = StructSchema.struct("elf_phdr", "kernel.h");

  public static final Field P_TYPE = S.field("p_type", CType.U32);
  public static final Field P_FLAGS = S.field("p_flags", CType.U32);
  public static final Field P_OFFSET = S.field("p_offset", CType.U64, CType.U32);
  public static final Field P_VADDR = S.field("p_vaddr", CType.U64, CType.U32);
  public static final Field P_PADDR = S.field("p_paddr", CType.U64, CType.U32);
  public static final Field P_FILESZ = S.field("p_filesz", CType.U64, CType.U32);
  public static final Field P_MEMSZ = S.field("p_memsz", CType.U64, CType.U32);
  public static final Field P_ALIGN = S.field("p_align", CType.U64, CType.U32);

  static {
    S.orderOnI386(P_TYPE, P_OFFSET, P_VADDR, P_PADDR, P_FILESZ, P_MEMSZ, P_FLAGS, P_ALIGN);
  }

  /** The layout. */
  public static final StructSchema SCHEMA = S.build();

  private ElfProgramHeader() {}
}

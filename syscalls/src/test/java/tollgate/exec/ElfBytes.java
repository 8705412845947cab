package tollgate.exec;

import tollgate.abi.Abi;
import tollgate.abi.Field;
import tollgate.abi.StructView;
import tollgate.abi.uapi.ElfHeader;
import tollgate.abi.uapi.ElfProgramHeader;

/** Builds small ELF files, right or wrong in any field. */
final class ElfBytes {
  final byte[] bytes;
  private final Abi abi;
  private final StructView header;
  private final StructView entry;
  private int count;

  /** An executable without program headers, of so many bytes. */
  ElfBytes(Abi abi, int size) {
    this.abi = abi;
    bytes = new byte[size];
    header = new StructView(ElfHeader.SCHEMA, abi);
    entry = new StructView(ElfProgramHeader.SCHEMA, abi);
    byte[] ident = {0x7f, 'E', 'L', 'F', (byte) (abi == Abi.I386 ? 1 : 2), 1, 1};
    header.setBytes(ElfHeader.E_IDENT, ident, 0, ident.length);
    header.set(ElfHeader.E_TYPE, ElfImage.ET_EXEC);
    header.set(ElfHeader.E_MACHINE, abi == Abi.I386 ? 3 : 62);
    header.set(ElfHeader.E_PHOFF, header.size());
    header.set(ElfHeader.E_PHENTSIZE, entry.size());
    store(header, 0);
  }

  ElfBytes set(Field field, long value) {
    header.set(field, value);
    store(header, 0);
    return this;
  }

  /** Appends a program header. */
  ElfBytes segment(int type, int flags, long offset, long address, long fileSize, long memSize) {
    entry.reset(ElfProgramHeader.SCHEMA, abi);
    entry.set(ElfProgramHeader.P_TYPE, type);
    entry.set(ElfProgramHeader.P_FLAGS, flags);
    entry.set(ElfProgramHeader.P_OFFSET, offset);
    entry.set(ElfProgramHeader.P_VADDR, address);
    entry.set(ElfProgramHeader.P_FILESZ, fileSize);
    entry.set(ElfProgramHeader.P_MEMSZ, memSize);
    entry.set(ElfProgramHeader.P_ALIGN, 4096);
    store(entry, header.size() + count++ * entry.size());
    return set(ElfHeader.E_PHNUM, count);
  }

  /** A program with a text and a data segment that has bss. */
  static ElfBytes program(Abi abi) {
    ElfBytes elf =
        new ElfBytes(abi, 0x3000)
            .set(ElfHeader.E_ENTRY, 0x400100)
            .segment(ElfImage.PT_LOAD, 5, 0, 0x400000, 0x2000, 0x2000)
            .segment(ElfImage.PT_LOAD, 6, 0x2000, 0x402000, 0x800, 0x5000)
            .segment(ElfImage.PT_GNU_STACK, 6, 0, 0, 0, 0);
    for (int i = 0x2000; i < elf.bytes.length; i++) {
      elf.bytes[i] = 7;
    }
    return elf;
  }

  private void store(StructView view, int at) {
    System.arraycopy(view.bytes(), 0, bytes, at, view.size());
  }
}

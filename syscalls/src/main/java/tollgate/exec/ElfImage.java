package tollgate.exec;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.Field;
import tollgate.abi.StructView;
import tollgate.abi.uapi.ElfHeader;
import tollgate.abi.uapi.ElfProgramHeader;

/**
 * The header and the program headers of an ELF file, checked as fs/binfmt_elf.c checks them. Every
 * complaint names the field.
 */
final class ElfImage {
  static final int ET_EXEC = 2;
  static final int ET_DYN = 3;
  static final int PT_LOAD = 1;
  static final int PT_INTERP = 3;
  static final int PT_PHDR = 6;
  static final int PT_GNU_STACK = 0x6474e551;
  static final int PF_X = 1;
  static final int PF_W = 2;
  static final int PF_R = 4;

  private static final int EM_386 = 3;
  private static final int EM_486 = 6;
  private static final int EM_X86_64 = 62;
  private static final int CLASS_32 = 1;
  private static final int CLASS_64 = 2;
  private static final int MAX_TABLE = 65536;

  /** One program header; addresses and sizes unsigned. */
  record Segment(
      int index,
      int type,
      int flags,
      long offset,
      long address,
      long fileSize,
      long memorySize,
      long alignment) {
    String describe() {
      return String.format(
          "program header %d (p_vaddr 0x%x, p_offset 0x%x, p_filesz 0x%x, p_memsz 0x%x)",
          index, address, offset, fileSize, memorySize);
    }
  }

  final ProgramFile file;
  final Abi abi;
  final int type;
  final long entry;
  final long tableOffset;
  final Segment[] segments;

  private ElfImage(
      ProgramFile file, Abi abi, int type, long entry, long tableOffset, Segment[] segments) {
    this.file = file;
    this.abi = abi;
    this.type = type;
    this.entry = entry;
    this.tableOffset = tableOffset;
    this.segments = segments;
  }

  /** True when the file starts as an ELF file does. */
  static boolean matches(byte[] head) {
    return head[0] == 0x7f && head[1] == 'E' && head[2] == 'L' && head[3] == 'F';
  }

  /**
   * Reads the headers.
   *
   * @param bad the error for headers that are no good: ENOEXEC, or ELIBBAD for an interpreter
   */
  static ElfImage read(ProgramFile file, byte[] head, Errno bad) {
    if (!matches(head)) {
      throw ExecException.refused(bad, "e_ident: no ELF magic number");
    }
    Abi abi = abiOf(head, bad);
    StructView header = new StructView(ElfHeader.SCHEMA, abi);
    System.arraycopy(head, 0, header.bytes(), 0, header.size());
    int type = (int) header.get(ElfHeader.E_TYPE);
    if (type != ET_EXEC && type != ET_DYN) {
      throw ExecException.refused(bad, "e_type is " + type + ", want ET_EXEC (2) or ET_DYN (3)");
    }
    StructView entry = new StructView(ElfProgramHeader.SCHEMA, abi);
    int entrySize = (int) header.get(ElfHeader.E_PHENTSIZE);
    if (entrySize != entry.size()) {
      throw ExecException.refused(bad, "e_phentsize is " + entrySize + ", want " + entry.size());
    }
    int count = (int) header.get(ElfHeader.E_PHNUM);
    if (count == 0 || count * entrySize > MAX_TABLE) {
      throw ExecException.refused(
          bad, "e_phnum is " + count + ", want 1 to " + MAX_TABLE / entrySize);
    }
    long tableOffset = header.get(ElfHeader.E_PHOFF);
    byte[] table = file.readPart(tableOffset, count * entrySize, "the program headers (e_phoff)");
    Segment[] segments = new Segment[count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(table, i * entrySize, entry.bytes(), 0, entrySize);
      segments[i] = segment(i, entry);
    }
    return new ElfImage(file, abi, type, header.get(ElfHeader.E_ENTRY), tableOffset, segments);
  }

  private static Abi abiOf(byte[] head, Errno bad) {
    int machine = Byte.toUnsignedInt(head[18]) | Byte.toUnsignedInt(head[19]) << 8;
    int fileClass = head[4];
    if (machine == EM_X86_64 && fileClass == CLASS_64) {
      return Abi.X86_64;
    }
    if ((machine == EM_386 || machine == EM_486) && fileClass == CLASS_32) {
      return Abi.I386;
    }
    if (machine == EM_X86_64 && fileClass == CLASS_32) {
      throw ExecException.refused(bad, "e_ident[EI_CLASS] is 32-bit with e_machine x86-64: x32");
    }
    if (machine == EM_X86_64 || machine == EM_386 || machine == EM_486) {
      throw ExecException.refused(
          bad,
          "e_ident[EI_CLASS] is " + fileClass + ", which does not go with e_machine " + machine);
    }
    throw ExecException.refused(bad, "e_machine is " + machine + ", want x86-64 (62) or i386 (3)");
  }

  private static Segment segment(int index, StructView view) {
    return new Segment(
        index,
        (int) view.get(ElfProgramHeader.P_TYPE),
        (int) view.get(ElfProgramHeader.P_FLAGS),
        word(view, ElfProgramHeader.P_OFFSET),
        word(view, ElfProgramHeader.P_VADDR),
        word(view, ElfProgramHeader.P_FILESZ),
        word(view, ElfProgramHeader.P_MEMSZ),
        word(view, ElfProgramHeader.P_ALIGN));
  }

  private static long word(StructView view, Field field) {
    return view.get(field);
  }

  /** The path in PT_INTERP, or null. */
  String interpreter() {
    for (Segment segment : segments) {
      if (segment.type() == PT_INTERP) {
        long size = segment.fileSize();
        if (size < 2 || size > 4096) {
          throw ExecException.refused(
              Errno.ENOEXEC, "PT_INTERP: p_filesz is " + Long.toUnsignedString(size));
        }
        byte[] bytes = file.readPart(segment.offset(), (int) size, "the bytes of PT_INTERP");
        if (bytes[bytes.length - 1] != 0) {
          throw ExecException.refused(Errno.ENOEXEC, "PT_INTERP: the path does not end with NUL");
        }
        int end = 0;
        while (bytes[end] != 0) {
          end++;
        }
        return new String(bytes, 0, end, java.nio.charset.StandardCharsets.ISO_8859_1);
      }
    }
    return null;
  }

  /** Flags of PT_GNU_STACK, or -1 when there is none. */
  int stackFlags() {
    int flags = -1;
    for (Segment segment : segments) {
      if (segment.type() == PT_GNU_STACK) {
        flags = segment.flags();
      }
    }
    return flags;
  }

  /** The largest p_align of the loaded segments that is a power of two, rounded down to pages. */
  long maximumAlignment() {
    long alignment = 0;
    for (Segment segment : segments) {
      long align = segment.alignment();
      if (segment.type() == PT_LOAD && align > 0 && Long.bitCount(align) == 1) {
        alignment = Math.max(alignment, align);
      }
    }
    return alignment & -4096L;
  }

  /**
   * Bytes from the first page of the lowest loaded segment to the end of the highest; 0 if none.
   */
  long totalSize() {
    long low = -1;
    long high = 0;
    for (Segment segment : segments) {
      if (segment.type() == PT_LOAD) {
        low =
            Long.compareUnsigned(segment.address() & -4096L, low) < 0
                ? segment.address() & -4096L
                : low;
        long end = segment.address() + segment.memorySize();
        high = Long.compareUnsigned(end, high) > 0 ? end : high;
      }
    }
    return low == -1 ? 0 : high - low;
  }
}

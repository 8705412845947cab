package tollgate.exec;

import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;
import tollgate.abi.StructView;
import tollgate.abi.uapi.AoutExec;
import tollgate.abi.uapi.Mman;
import tollgate.fs.FileMapping;
import tollgate.mm.AddressLayout;
import tollgate.mm.AddressSpace;
import tollgate.mm.ProgramRegions;

/**
 * Loads i386 a.out programs as Linux did until 5.18 (fs/binfmt_aout.c). Text lies at 0, for QMAGIC
 * at 4096 with the header in it; where the file's offset is not page aligned text and data are read
 * to follow each other. Two things differ from Linux: no mmap_min_addr keeps programs from address
 * 0, and there is a vDSO, because the fast entries come back through it.
 */
final class AoutLoader {
  private static final int OMAGIC = 0407;
  private static final int NMAGIC = 0410;
  private static final int ZMAGIC = 0413;
  private static final int QMAGIC = 0314;

  private static final int HEADER_SIZE = 32;
  private static final int ZMAGIC_OFFSET = 1024;

  /** What the data address is rounded to, except after OMAGIC's text (SEGMENT_SIZE). */
  private static final int SEGMENT_SIZE = 1024;

  private static final int EVERYTHING = Mman.PROT_READ | Mman.PROT_WRITE | Mman.PROT_EXEC;

  private final ProgramRequest request;
  private final ProgramFile file;
  private final int magic;
  private final long text;
  private final long data;
  private final long bss;
  private final long entry;
  private final long textAddress;
  private final long dataAddress;
  private final long fileOffset;

  private AoutLoader(ProgramRequest request, ProgramFile file, StructView header) {
    this.request = request;
    this.file = file;
    magic = magic(header);
    text = header.get(AoutExec.A_TEXT);
    data = header.get(AoutExec.A_DATA);
    bss = header.get(AoutExec.A_BSS);
    entry = header.get(AoutExec.A_ENTRY);
    textAddress = magic == QMAGIC ? 4096 : 0;
    long textEnd = textAddress + text;
    dataAddress = magic == OMAGIC ? textEnd : textEnd + SEGMENT_SIZE - 1 & -(long) SEGMENT_SIZE;
    fileOffset =
        switch (magic) {
          case QMAGIC -> 0;
          case ZMAGIC -> ZMAGIC_OFFSET;
          default -> HEADER_SIZE;
        };
    check(header);
  }

  /** True when the file starts as an a.out program does. */
  static boolean matches(byte[] head) {
    return switch (magic(header(head))) {
      case OMAGIC, NMAGIC, ZMAGIC, QMAGIC -> true;
      default -> false;
    };
  }

  static LoadedProgram load(ProgramRequest request, ProgramFile file, byte[] head) {
    return new AoutLoader(request, file, header(head)).load();
  }

  private static StructView header(byte[] head) {
    StructView view = new StructView(AoutExec.SCHEMA, Abi.I386);
    System.arraycopy(head, 0, view.bytes(), 0, view.size());
    return view;
  }

  private static int magic(StructView header) {
    return (int) header.get(AoutExec.A_INFO) & 0xffff;
  }

  private void check(StructView header) {
    if (header.get(AoutExec.A_TRSIZE) != 0 || header.get(AoutExec.A_DRSIZE) != 0) {
      throw ExecException.refused(
          Errno.ENOEXEC, "a_trsize or a_drsize is not 0: an object file, not a program");
    }
    long needed = fileOffset + text + data + header.get(AoutExec.A_SYMS);
    if (file.file().inode().pages().size() < needed) {
      throw ExecException.refused(
          Errno.ENOEXEC,
          "a_text, a_data and a_syms need a file of " + needed + " bytes, and it is shorter");
    }
    if (data + bss > request.limits().data()) {
      throw ExecException.refused(Errno.ENOMEM, "a_data and a_bss exceed the limit of data");
    }
  }

  private LoadedProgram load() {
    AddressSpace space =
        new AddressSpace(
            request.memory(),
            AddressLayout.of(Abi.I386, request.limits().stack(), request.randomOffset()),
            request.limits());
    boolean done = false;
    try {
      LoadedProgram program = fill(space);
      done = true;
      return program;
    } catch (ErrnoException e) {
      throw ExecException.fatal(
          e.errno(),
          String.format(
              "a_text 0x%x, a_data 0x%x and a_bss 0x%x cannot be mapped: %s",
              text, data, bss, e.errno()));
    } finally {
      if (!done) {
        space.release();
      }
    }
  }

  private LoadedProgram fill(AddressSpace space) {
    space.allowLowAddresses();
    space.setReadImpliesExec(true);
    InitialStack stack = new InitialStack(space, request);
    stack.create(request.path(), EVERYTHING);
    if ((fileOffset & 4095) == 0) {
      mapFromFile(space);
    } else {
      readIntoMemory(space);
    }
    long bssStart = dataAddress + data;
    long bssEnd = bssStart + bss;
    mapZeros(space, AddressLayout.pageUp(bssStart), AddressLayout.pageUp(bssEnd));
    space.setBrk(bssStart, bssEnd);
    VdsoMapping vdso = Vdso.map(space, request.processor().vendor());
    long stackPointer = stack.writeAoutTables();
    space.setRegions(
        new ProgramRegions(
            textAddress,
            textAddress + text,
            dataAddress,
            dataAddress + data,
            stackPointer,
            stack.argStart(),
            stack.envStart(),
            stack.envStart(),
            stack.envEnd(),
            new byte[0]));
    return new LoadedProgram(
        space,
        new StartState(Abi.I386, entry, stackPointer),
        request.file(),
        ProgramLoader.command(request.path()),
        vdso);
  }

  private void mapFromFile(AddressSpace space) {
    FileMapping mapping = new FileMapping(file.file());
    int flags = Mman.MAP_FIXED | Mman.MAP_PRIVATE;
    int readable = Mman.PROT_READ | Mman.PROT_EXEC;
    space.mmap(Abi.I386, textAddress, text, readable, flags, mapping, fileOffset);
    if (data != 0) {
      if ((fileOffset + text & 4095) != 0) {
        throw Errno.EINVAL.failure();
      }
      space.mmap(Abi.I386, dataAddress, data, EVERYTHING, flags, mapping, fileOffset + text);
    }
  }

  private void readIntoMemory(AddressSpace space) {
    mapZeros(space, textAddress, AddressLayout.pageUp(dataAddress + data));
    byte[] buffer = new byte[4096];
    long done = 0;
    while (done < text + data) {
      int part = (int) Math.min(buffer.length, text + data - done);
      int got = file.read(fileOffset + done, buffer, part);
      space.write(textAddress + done, buffer, 0, got);
      if (got < part) {
        return;
      }
      done += part;
    }
  }

  private static void mapZeros(AddressSpace space, long from, long to) {
    if (to > from) {
      int flags = Mman.MAP_FIXED | Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS;
      space.mmap(Abi.I386, from, to - from, EVERYTHING, flags, null, 0);
    }
  }
}

package tollgate.exec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tollgate.abi.Abi;
import tollgate.abi.StructView;
import tollgate.abi.uapi.ElfHeader;
import tollgate.abi.uapi.ElfSectionHeader;
import tollgate.abi.uapi.ElfSymbol;
import tollgate.mm.PageSource;
import tollgate.mm.RamArena;

/**
 * A vDSO: an ELF image that the kernel maps into every program, built from {@code src/main/vdso}
 * and kept as a resource. Its pages are the same in all processes. Immutable; safe for all threads.
 */
public final class VdsoImage implements PageSource {
  private static final int SHT_SYMTAB = 2;

  private final byte[] bytes;
  private final Map<String, Long> symbols = new HashMap<>();

  private VdsoImage(byte[] bytes, Abi abi) {
    this.bytes = bytes;
    readSymbols(abi);
  }

  /** Reads an image from the resources beside this class. */
  static VdsoImage load(String resource, Abi abi) {
    try (InputStream in = VdsoImage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + resource);
      }
      return new VdsoImage(in.readAllBytes(), abi);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readSymbols(Abi abi) {
    StructView header = view(new StructView(ElfHeader.SCHEMA, abi), 0);
    StructView section = new StructView(ElfSectionHeader.SCHEMA, abi);
    int count = (int) header.get(ElfHeader.E_SHNUM);
    int table = (int) header.get(ElfHeader.E_SHOFF);
    for (int i = 0; i < count; i++) {
      view(section, table + i * section.size());
      if (section.get(ElfSectionHeader.SH_TYPE) == SHT_SYMTAB) {
        int start = (int) section.get(ElfSectionHeader.SH_OFFSET);
        int end = start + (int) section.get(ElfSectionHeader.SH_SIZE);
        int link = (int) section.get(ElfSectionHeader.SH_LINK);
        view(section, table + link * section.size());
        readTable(new StructView(ElfSymbol.SCHEMA, abi), start, end, section);
        return;
      }
    }
    throw new IllegalStateException("vDSO without a symbol table");
  }

  private void readTable(StructView symbol, int start, int end, StructView strings) {
    int names = (int) strings.get(ElfSectionHeader.SH_OFFSET);
    for (int at = start; at < end; at += symbol.size()) {
      view(symbol, at);
      int name = names + (int) symbol.get(ElfSymbol.ST_NAME);
      int nameEnd = name;
      while (bytes[nameEnd] != 0) {
        nameEnd++;
      }
      String text = new String(bytes, name, nameEnd - name, StandardCharsets.ISO_8859_1);
      symbols.put(text, symbol.get(ElfSymbol.ST_VALUE));
    }
  }

  private StructView view(StructView into, int at) {
    System.arraycopy(bytes, at, into.bytes(), 0, into.size());
    return into;
  }

  /** Offset of a symbol from the start of the image. */
  public long offset(String symbol) {
    Long offset = symbols.get(symbol);
    if (offset == null) {
      throw new IllegalArgumentException("the vDSO has no " + symbol);
    }
    return offset;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int readPage(long offset, RamArena arena, long physical) {
    byte[] page = Arrays.copyOfRange(bytes, (int) offset, (int) offset + RamArena.FRAME_SIZE);
    arena.put(physical, page, 0, page.length);
    return 0;
  }

  @Override
  public int writePage(long offset, RamArena arena, long physical) {
    return 0; // never mapped shared, so no page gets dirty
  }
}

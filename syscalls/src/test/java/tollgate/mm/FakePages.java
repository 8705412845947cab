package tollgate.mm;

import java.util.Arrays;

/** A file whose bytes are an array. */
final class FakePages implements PageSource, MappedFile {
  byte[] bytes;
  int readError;
  int writes;
  MappedPages mapped;

  FakePages(int size) {
    bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i / 4096 * 16 + i % 13);
    }
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int readPage(long offset, RamArena arena, long physical) {
    if (readError == 0) {
      arena.put(physical, Arrays.copyOfRange(bytes, (int) offset, (int) offset + 4096), 0, 4096);
    }
    return readError;
  }

  @Override
  public int writePage(long offset, RamArena arena, long physical) {
    writes++;
    arena.get(physical, bytes, (int) offset, (int) Math.min(4096, bytes.length - offset));
    return 0;
  }

  @Override
  public void mapped(MappedPages pages) {
    mapped = pages;
  }

  @Override
  public PageSource pages() {
    return this;
  }

  @Override
  public String path() {
    return "/fake";
  }

  @Override
  public long device() {
    return 0x801;
  }

  @Override
  public long inode() {
    return 12;
  }

  @Override
  public boolean writable() {
    return true;
  }
}

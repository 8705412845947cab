package tollgate.mm;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.abi.uapi.Mman.MADV_DONTNEED;
import static tollgate.abi.uapi.Mman.MAP_ANONYMOUS;
import static tollgate.abi.uapi.Mman.MAP_FIXED;
import static tollgate.abi.uapi.Mman.MAP_PRIVATE;
import static tollgate.abi.uapi.Mman.MAP_SHARED;
import static tollgate.abi.uapi.Mman.MREMAP_FIXED;
import static tollgate.abi.uapi.Mman.MREMAP_MAYMOVE;
import static tollgate.abi.uapi.Mman.PROT_EXEC;
import static tollgate.abi.uapi.Mman.PROT_READ;
import static tollgate.abi.uapi.Mman.PROT_WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import tollgate.abi.Abi;
import tollgate.abi.ErrnoException;

/** Random histories against a model that holds one cell for each page. */
class AddressSpacePropertyTest {
  private static final long BASE = 0x10000000L;
  private static final int PAGES = 24;
  private static final int FILE_PAGES = 8;

  /** The bytes behind a page: one value stands for all of them. */
  private static final class Cell {
    byte value;

    Cell(byte value) {
      this.value = value;
    }
  }

  private record Page(int prot, boolean shared, Cell cell) {}

  /** One process: the real space and what the model says of its pages. */
  private static final class Twin {
    final AddressSpace space;
    final Page[] pages;

    Twin(AddressSpace space, Page[] pages) {
      this.space = space;
      this.pages = pages;
    }
  }

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void behavesLikeACellForEachPage(@ForAll long seed) {
    Random random = new Random(seed);
    try (TestArena arena = new TestArena(1024)) {
      PhysicalMemory memory = arena.memory();
      FakeMmu mmu = new FakeMmu();
      FakePages file = new FakePages(FILE_PAGES * 4096);
      Cell[] fileCells = new Cell[FILE_PAGES];
      for (int i = 0; i < FILE_PAGES; i++) {
        java.util.Arrays.fill(file.bytes, i * 4096, i * 4096 + 4096, (byte) (i + 1));
        fileCells[i] = new Cell((byte) (i + 1));
      }
      List<Twin> twins = new ArrayList<>();
      AddressSpace first =
          new AddressSpace(memory, AddressLayout.of(Abi.X86_64, 8 << 20), MemoryLimits.DEFAULT);
      first.attach(mmu);
      twins.add(new Twin(first, new Page[PAGES]));
      for (int step = 0; step < 120; step++) {
        Twin twin = twins.get(random.nextInt(twins.size()));
        act(random, twins, twin, mmu, file, fileCells);
        check(twins.get(random.nextInt(twins.size())));
        if (step % 20 == 0) {
          twins.forEach(AddressSpacePropertyTest::checkNoFrameIsBoth);
        }
      }
      twins.forEach(AddressSpacePropertyTest::check);
      twins.forEach(t -> t.space.release());
      assertThat(memory.freeBytes()).isEqualTo(memory.totalBytes() - 4096);
      for (int i = 0; i < FILE_PAGES; i++) {
        assertThat(file.bytes[i * 4096]).as("file page %d", i).isEqualTo(fileCells[i].value);
      }
    }
  }

  private static void act(
      Random random, List<Twin> twins, Twin twin, FakeMmu mmu, FakePages file, Cell[] cells) {
    int from = random.nextInt(PAGES);
    int count = 1 + random.nextInt(Math.min(6, PAGES - from));
    long address = BASE + from * 4096L;
    int prot = random.nextInt(8);
    switch (random.nextInt(9)) {
      case 0 -> mapAnonymous(twin, from, count, prot, random.nextBoolean());
      case 1 -> mapFile(random, twin, from, prot, file, cells);
      case 2 -> {
        twin.space.munmap(address, count * 4096L);
        java.util.Arrays.fill(twin.pages, from, from + count, null);
      }
      case 3 -> protect(twin, from, count, prot);
      case 4 -> {
        if (twins.size() < 4) {
          AddressSpace child = twin.space.fork(MemoryLimits.DEFAULT);
          child.attach(mmu);
          Page[] pages = new Page[PAGES];
          for (int i = 0; i < PAGES; i++) {
            Page p = twin.pages[i];
            pages[i] = p == null || p.shared ? p : privateCopy(p, p.cell.value);
          }
          twins.add(new Twin(child, pages));
        } else if (twin != twins.get(0)) {
          twins.remove(twin);
          twin.space.release();
        }
      }
      case 5 -> forget(twin, from, count);
      case 6 -> move(random, twin, from);
      case 7 -> {
        long at = address + random.nextInt(4096);
        twin.space.fault(mmu, at, random.nextBoolean(), random.nextBoolean(), at);
        mmu.endStep();
      }
      default -> write(twin, from, (byte) random.nextInt());
    }
  }

  private static Page privateCopy(Page page, byte value) {
    return new Page(page.prot, false, new Cell(value));
  }

  private static void mapAnonymous(Twin twin, int from, int count, int prot, boolean shared) {
    int flags = MAP_ANONYMOUS | MAP_FIXED | (shared ? MAP_SHARED : MAP_PRIVATE);
    long address = BASE + from * 4096L;
    twin.space.mmap(Abi.X86_64, address, count * 4096L, prot, flags, null, 0);
    for (int i = from; i < from + count; i++) {
      twin.pages[i] = new Page(prot, shared, new Cell((byte) 0));
    }
  }

  /** Shared only: what a private page shows before its first store is for POSIX to leave open. */
  private static void mapFile(
      Random random, Twin twin, int from, int prot, FakePages file, Cell[] cells) {
    int page = random.nextInt(FILE_PAGES);
    int count = Math.min(1 + random.nextInt(4), Math.min(FILE_PAGES - page, PAGES - from));
    twin.space.mmap(
        Abi.X86_64,
        BASE + from * 4096L,
        count * 4096L,
        prot,
        MAP_SHARED | MAP_FIXED,
        file,
        page * 4096L);
    for (int i = 0; i < count; i++) {
      twin.pages[from + i] = new Page(prot, true, cells[page + i]);
    }
  }

  private static void protect(Twin twin, int from, int count, int prot) {
    try {
      twin.space.mprotect(BASE + from * 4096L, count * 4096L, prot);
      assertThat(hole(twin, from, count)).isFalse();
    } catch (ErrnoException e) {
      assertThat(hole(twin, from, count)).isTrue();
    }
    for (int i = from; i < from + count && twin.pages[i] != null; i++) {
      twin.pages[i] = new Page(prot, twin.pages[i].shared, twin.pages[i].cell);
    }
  }

  private static boolean hole(Twin twin, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (twin.pages[i] == null) {
        return true;
      }
    }
    return false;
  }

  private static void forget(Twin twin, int from, int count) {
    try {
      twin.space.madvise(BASE + from * 4096L, count * 4096L, MADV_DONTNEED);
    } catch (ErrnoException e) {
      assertThat(hole(twin, from, count)).isTrue();
    }
    for (int i = from; i < from + count; i++) {
      Page page = twin.pages[i];
      if (page != null && !page.shared) {
        twin.pages[i] = privateCopy(page, (byte) 0);
      }
    }
  }

  private static void move(Random random, Twin twin, int from) {
    int to = random.nextInt(PAGES);
    if (twin.pages[from] == null || to == from) {
      return;
    }
    twin.space.mremap(
        Abi.X86_64,
        BASE + from * 4096L,
        4096,
        4096,
        MREMAP_MAYMOVE | MREMAP_FIXED,
        BASE + to * 4096L);
    twin.pages[to] = twin.pages[from];
    twin.pages[from] = null;
  }

  private static void write(Twin twin, int at, byte value) {
    byte[] bytes = new byte[4096];
    java.util.Arrays.fill(bytes, value);
    int written = twin.space.writeUpTo(BASE + at * 4096L, bytes, 0, 4096);
    Page page = twin.pages[at];
    boolean may = page != null && (page.prot & PROT_WRITE) != 0;
    assertThat(written).isEqualTo(may ? 4096 : 0);
    if (may) {
      page.cell.value = value;
    }
  }

  private static void check(Twin twin) {
    byte[] bytes = new byte[4096];
    for (int i = 0; i < PAGES; i++) {
      Page page = twin.pages[i];
      int read = twin.space.readUpTo(BASE + i * 4096L, bytes, 0, 4096);
      boolean may = page != null && (page.prot & (PROT_READ | PROT_WRITE | PROT_EXEC)) != 0;
      assertThat(read).as("page %d", i).isEqualTo(may ? 4096 : 0);
      if (may) {
        assertThat(bytes[0]).as("page %d", i).isEqualTo(page.cell.value);
        assertThat(bytes[4095]).as("page %d", i).isEqualTo(page.cell.value);
      }
    }
  }

  private static void checkNoFrameIsBoth(Twin twin) {
    for (int i = 0; i < PAGES; i++) {
      long entry = twin.space.table.get(BASE + i * 4096L);
      if ((entry & PageTable.PRESENT) != 0 && (entry & PageTable.WRITABLE) != 0) {
        assertThat(twin.space.memory.frames.executable(PageTable.frame(entry))).isFalse();
        assertThat(entry & PageTable.NO_EXECUTE).isNotZero();
      }
    }
  }
}

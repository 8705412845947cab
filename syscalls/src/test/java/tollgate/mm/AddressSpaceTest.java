package tollgate.mm;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.abi.uapi.Mman.*;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;

/** Mappings, their errors, and what is left of a space when it is gone. */
class AddressSpaceTest {
  private static final int ANON = MAP_PRIVATE | MAP_ANONYMOUS;
  private static final int SHARED = MAP_SHARED | MAP_ANONYMOUS;
  private static final int RW = PROT_READ | PROT_WRITE;
  private static final long A = 0x10000000L;

  private final TestArena arena = new TestArena(512);
  private final PhysicalMemory memory = arena.memory();
  private final FakeMmu mmu = new FakeMmu();
  private final AddressSpace space = space(Abi.X86_64);

  private AddressSpace space(Abi abi) {
    AddressSpace made =
        new AddressSpace(memory, AddressLayout.of(abi, 8 << 20), MemoryLimits.DEFAULT);
    made.attach(mmu);
    return made;
  }

  @AfterEach
  void nothingLeaks() {
    space.release();
    assertThat(memory.freeBytes()).isEqualTo(memory.totalBytes() - 4096);
    arena.close();
  }

  private long map(long address, long length, int prot, int flags) {
    return space.mmap(Abi.X86_64, address, length, prot, flags, null, 0);
  }

  private static void fails(Errno errno, ThrowingCallable call) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
    assertThat(thrown).isInstanceOf(ErrnoException.class);
    assertThat(((ErrnoException) thrown).errno()).isEqualTo(errno);
  }

  private List<String> maps() {
    List<String> lines = new ArrayList<>();
    space.forEachVma(
        v ->
            lines.add(
                Long.toHexString(v.start()) + "-" + Long.toHexString(v.end()) + " " + v.prot()));
    return lines;
  }

  @Test
  void placesFromTheTopWhereLinuxDoes() {
    assertThat(map(0, 4096, RW, ANON)).isEqualTo(0x7ffff7ffe000L);
    assertThat(map(0, 8192, PROT_READ, ANON)).isEqualTo(0x7ffff7ffc000L);
    assertThat(map(0, 4096, RW, ANON | MAP_32BIT)).isEqualTo(0x40000000L);
    assertThat(space.mmap(Abi.I386, 0, 4096, RW, ANON, null, 0)).isEqualTo(0xf7ffd000L);
  }

  @Test
  void aMergedMappingStillReturnsItsOwnAddress() {
    long first = map(0, 4096, RW, ANON);
    assertThat(map(0, 4096, RW, ANON)).isEqualTo(first - 4096);
    assertThat(map(first - 12288, 4096, RW, ANON)).isEqualTo(first - 12288);
    assertThat(map(first - 8192, 4096, RW, ANON)).isEqualTo(first - 8192);
    assertThat(maps()).hasSize(1);
  }

  @Test
  void hintsAreTakenWhenFree() {
    assertThat(map(A, 8192, RW, ANON)).isEqualTo(A);
    assertThat(map(A + 8192 + 5, 4096, RW, ANON)).isEqualTo(A + 8192);
    assertThat(map(A, 4096, PROT_READ, ANON)).isEqualTo(0x7ffff7ffe000L);
    assertThat(map(1, 4096, RW, ANON)).isEqualTo(0x10000L);
  }

  @Test
  void fixedReplacesAndNoReplaceRefuses() {
    map(A, 3 * 4096, RW, ANON | MAP_FIXED);
    space.writeByte(A + 4096, (byte) 7);
    map(A + 4096, 4096, RW, ANON | MAP_FIXED);
    assertThat(space.readByte(A + 4096)).isZero();
    fails(Errno.EEXIST, () -> map(A, 4096, RW, ANON | MAP_FIXED_NOREPLACE));
    fails(Errno.EINVAL, () -> map(A + 1, 4096, RW, ANON | MAP_FIXED));
    fails(Errno.EPERM, () -> map(0x1000, 4096, RW, ANON | MAP_FIXED));
    fails(Errno.ENOMEM, () -> map(0x7ffffffff000L, 4096, RW, ANON | MAP_FIXED));
  }

  @Test
  void impossibleRequestsFailAsOnLinux() {
    fails(Errno.EINVAL, () -> map(0, 0, RW, ANON));
    fails(Errno.ENOMEM, () -> map(0, -1, RW, ANON));
    fails(Errno.ENOMEM, () -> map(0, 1L << 47, RW, ANON));
    fails(Errno.EINVAL, () -> map(0, 4096, RW, MAP_ANONYMOUS));
    fails(Errno.EINVAL, () -> map(0, 4096, RW, SHARED | MAP_GROWSDOWN));
    fails(Errno.ENOMEM, () -> map(0, memory.totalBytes() + 4096, RW, ANON));
    assertThat(map(0, 1L << 40, RW, ANON | MAP_NORESERVE)).isPositive();
  }

  @Test
  void unmappingAPartSplits() {
    map(A, 3 * 4096, RW, ANON);
    space.munmap(A + 4096, 1);
    assertThat(maps()).containsExactly("10000000-10001000 3", "10002000-10003000 3");
    fails(Errno.EFAULT, () -> space.readByte(A + 4096));
    fails(Errno.EINVAL, () -> space.munmap(A + 1, 4096));
    fails(Errno.EINVAL, () -> space.munmap(A, 0));
    space.munmap(0x20000000L, 4096);
  }

  @Test
  void protectionSplitsMergesAndIsEnforced() {
    map(A, 3 * 4096, RW, ANON);
    space.clearUpTo(A, 3 * 4096);
    int before = mmu.flushes;
    space.mprotect(A + 4096, 4096, PROT_READ);
    assertThat(mmu.flushes).isGreaterThan(before);
    assertThat(maps()).hasSize(3);
    assertThat(space.writeUpTo(A, new byte[8192], 0, 8192)).isEqualTo(4096);
    assertThat(space.fault(mmu, A + 4096, true, false, 0)).isEqualTo(FaultResult.SEGV_ACCERR);
    space.mprotect(A + 4096, 4096, RW);
    assertThat(maps()).hasSize(1);
    space.mprotect(A, 4096, PROT_NONE);
    fails(Errno.EFAULT, () -> space.readByte(A));
    fails(Errno.ENOMEM, () -> space.mprotect(A, 4 * 4096, PROT_READ));
    fails(Errno.EINVAL, () -> space.mprotect(A, 4096, 0x40));
    fails(Errno.EINVAL, () -> space.mprotect(A + 8, 4096, RW));
    space.mprotect(A, 0, RW);
  }

  @Test
  void contentSurvivesProtectionNone() {
    map(A, 4096, RW, ANON);
    space.writeInt(A, 42);
    space.mprotect(A, 4096, PROT_NONE);
    space.mprotect(A, 4096, PROT_READ);
    assertThat(space.readInt(A)).isEqualTo(42);
  }

  @Test
  void copiesStopAtTheExactByte() {
    map(A, 4096, RW, ANON);
    byte[] bytes = new byte[100];
    assertThat(space.readUpTo(A + 4090, bytes, 0, 100)).isEqualTo(6);
    assertThat(space.writeUpTo(A + 4090, bytes, 0, 100)).isEqualTo(6);
    assertThat(space.clearUpTo(A + 4000, 100)).isEqualTo(96);
    fails(Errno.EFAULT, () -> space.readLong(A + 4092));
    fails(Errno.EFAULT, () -> space.readLong(-8));
    fails(Errno.EFAULT, () -> space.readByte(0x0000fffffffff000L));
    fails(Errno.EFAULT, () -> space.readByte(0x0000800000000000L));
    fails(Errno.EFAULT, () -> space.readByte(0xffffffffff600000L));
    assertThat(space.fault(mmu, 0x8000000000000000L, false, false, 0))
        .isEqualTo(FaultResult.SEGV_MAPERR);
  }

  @Test
  void stringsEndAtTheirNul() {
    map(A, 8192, RW, ANON);
    byte[] text = "across the page".getBytes();
    space.write(A + 4090, text, 0, text.length);
    assertThat(space.readCString(A + 4090, 100)).isEqualTo("across the page");
    assertThat(space.readCString(A + 4090, 15)).isNull();
    space.write(A + 8192 - 4, text, 0, 4);
    fails(Errno.EFAULT, () -> space.readCString(A + 8192 - 4, 100));
    assertThat(space.readCString(A + 8192 - 4, 4)).isNull();
  }

  @Test
  void scalarsCrossPages() {
    map(A, 8192, RW, ANON);
    space.writeLong(A + 4093, 0x1122334455667788L);
    assertThat(space.readLong(A + 4093)).isEqualTo(0x1122334455667788L);
    assertThat(space.readInt(A + 4095)).isEqualTo(0x33445566);
    space.writeShort(A + 4095, (short) 0x0102);
    assertThat(space.readByte(A + 4096)).isEqualTo((byte) 1);
  }

  @Test
  void theBreakMovesBothWays() {
    space.setBrk(A);
    assertThat(space.brk(0)).isEqualTo(A);
    assertThat(space.brk(A + 5000)).isEqualTo(A + 5000);
    space.writeByte(A + 4999, (byte) 3);
    assertThat(space.brk(A + 100)).isEqualTo(A + 100);
    fails(Errno.EFAULT, () -> space.readByte(A + 4999));
    space.brk(A + 9000);
    assertThat(space.readByte(A + 4999)).isZero();
    map(A + 0x10000, 4096, RW, ANON | MAP_FIXED);
    assertThat(space.brk(A + 0x11000)).isEqualTo(A + 9000);
  }

  @Test
  void theStackGrowsDownToItsLimitAndKeepsAGap() {
    long top = space.layout().stackTop();
    space.mapStack(top - 8192, top, RW);
    space.writeByte(top - 100000, (byte) 1);
    assertThat(maps()).containsExactly("7ffffffe6000-7ffffffff000 3");
    assertThat(space.fault(mmu, top - (8 << 20), true, false, 0)).isEqualTo(FaultResult.HANDLED);
    assertThat(space.fault(mmu, top - (8 << 20) - 1, true, false, 0))
        .isEqualTo(FaultResult.SEGV_MAPERR);
    long below = top - 0x40000000L;
    map(below - 4096, 4096, RW, ANON | MAP_FIXED);
    map(below + (2 << 20), 4096, RW, ANON | MAP_GROWSDOWN | MAP_FIXED);
    assertThat(space.fault(mmu, below + (1 << 20), true, false, 0)).isEqualTo(FaultResult.HANDLED);
    assertThat(space.fault(mmu, below + (1 << 20) - 4096, true, false, 0))
        .isEqualTo(FaultResult.SEGV_MAPERR);
  }

  @Test
  void memoryEndsWithOomAndTouchingCostsOnlyWhatIsTouched() {
    map(A, 256L << 20, RW, ANON | MAP_NORESERVE);
    for (long at = A; at < A + (256 << 20); at += 1 << 20) {
      assertThat(space.readByte(at)).isZero();
    }
    assertThat(space.residentBytes()).isZero();
    long at = A;
    while (space.fault(mmu, at, true, false, 0) == FaultResult.HANDLED) {
      at += 4096;
    }
    assertThat(space.fault(mmu, at, true, false, 0)).isEqualTo(FaultResult.OOM);
    space.munmap(A, 256L << 20);
    map(A, 4096, RW, ANON | MAP_FIXED);
    assertThat(space.readLong(A)).isZero();
  }

  @Test
  void tablesAreFreedWithTheirMappings() {
    long before = memory.freeBytes();
    for (int i = 1; i < 100; i++) {
      long at = (long) i << 39;
      map(at, 4096, RW, ANON | MAP_FIXED);
      space.writeByte(at, (byte) 1);
      space.munmap(at, 4096);
    }
    assertThat(memory.freeBytes()).isEqualTo(before);
  }

  @Test
  void forkCopiesOnWrite() {
    map(A, 8192, RW, ANON);
    space.writeInt(A, 1);
    long shared = map(0, 4096, RW, SHARED);
    AddressSpace child = space.fork(MemoryLimits.DEFAULT);
    child.writeInt(A, 2);
    space.writeInt(A + 4096, 3);
    child.writeInt(shared, 9);
    assertThat(space.readInt(A)).isEqualTo(1);
    assertThat(child.readInt(A)).isEqualTo(2);
    assertThat(child.readInt(A + 4096)).isZero();
    assertThat(space.readInt(shared)).isEqualTo(9);
    child.release();
    space.writeInt(A, 5);
    assertThat(space.readInt(A)).isEqualTo(5);
  }

  @Test
  void sharedFilesAreWrittenBackAndPrivateOnesAreNot() {
    FakePages file = new FakePages(10000);
    long shared = space.mmap(Abi.X86_64, 0, 10000, RW, MAP_SHARED, file, 0);
    long own = space.mmap(Abi.X86_64, 0, 10000, RW, MAP_PRIVATE, file, 4096);
    assertThat(space.readByte(own)).isEqualTo(file.bytes[4096]);
    space.writeByte(own + 1, (byte) 99);
    space.writeByte(shared + 4096, (byte) 77);
    assertThat(space.readByte(own)).isEqualTo(file.bytes[4096]);
    space.writeByte(shared + 8192, (byte) 78);
    assertThat(space.readByte(own + 4096)).isEqualTo((byte) 78);
    space.msync(shared, 10000, MS_SYNC);
    assertThat(file.bytes[4096]).isEqualTo((byte) 77);
    assertThat(file.bytes[4097]).isNotEqualTo((byte) 99);
    assertThat(file.writes).isEqualTo(2);
    assertThat(space.fault(mmu, own + 8192, false, false, 0)).isEqualTo(FaultResult.BUS_ADRERR);
    space.writeByte(shared, (byte) 55);
    space.munmap(shared, 10000);
    space.munmap(own, 10000);
    assertThat(file.bytes[0]).isEqualTo((byte) 55);
  }

  @Test
  void filesChangedBehindMappingsShowTheChange() {
    FakePages file = new FakePages(8192);
    long at = space.mmap(Abi.X86_64, 0, 8192, PROT_READ, MAP_SHARED, file, 0);
    space.readByte(at);
    space.readByte(at + 4096);
    file.bytes[5] = 100;
    file.mapped.changed(5, 1);
    assertThat(space.readByte(at + 5)).isEqualTo((byte) 100);
    file.bytes = new byte[4096];
    file.mapped.changed(4096, MappedPages.TO_END);
    assertThat(space.fault(mmu, at + 4096, false, false, 0)).isEqualTo(FaultResult.BUS_ADRERR);
    file.readError = -5;
    space.munmap(at, 8192);
    assertThat(file.mapped).isNull();
    long again = space.mmap(Abi.X86_64, 0, 4096, PROT_READ, MAP_PRIVATE, file, 0);
    assertThat(space.fault(mmu, again, false, false, 0)).isEqualTo(FaultResult.BUS_ADRERR);
  }

  @Test
  void remapGrowsMovesAndShrinks() {
    map(A, 8192, RW, ANON);
    space.writeInt(A + 4096, 11);
    assertThat(space.mremap(Abi.X86_64, A, 8192, 16384, 0, 0)).isEqualTo(A);
    map(A + 16384, 4096, PROT_READ, ANON | MAP_FIXED);
    fails(Errno.ENOMEM, () -> space.mremap(Abi.X86_64, A, 16384, 32768, 0, 0));
    long moved = space.mremap(Abi.X86_64, A, 16384, 32768, MREMAP_MAYMOVE, 0);
    assertThat(space.readInt(moved + 4096)).isEqualTo(11);
    fails(Errno.EFAULT, () -> space.readByte(A));
    assertThat(space.mremap(Abi.X86_64, moved, 32768, 8192, 0, 0)).isEqualTo(moved);
    long fixed =
        space.mremap(Abi.X86_64, moved, 8192, 8192, MREMAP_MAYMOVE | MREMAP_FIXED, 0x30000000L);
    assertThat(fixed).isEqualTo(0x30000000L);
    assertThat(space.readInt(fixed + 4096)).isEqualTo(11);
    long copy = space.mremap(Abi.X86_64, fixed, 8192, 8192, MREMAP_MAYMOVE | MREMAP_DONTUNMAP, 0);
    assertThat(space.readInt(copy + 4096)).isEqualTo(11);
    assertThat(space.readInt(fixed + 4096)).isZero();
    fails(Errno.EFAULT, () -> space.mremap(Abi.X86_64, 0x50000000L, 4096, 8192, 1, 0));
    fails(Errno.EINVAL, () -> space.mremap(Abi.X86_64, copy, 4096, 0, 1, 0));
    fails(Errno.EINVAL, () -> space.mremap(Abi.X86_64, copy, 0, 4096, 1, 0));
  }

  @Test
  void adviceForgetsAndRefuses() {
    map(A, 8192, RW, ANON);
    space.writeInt(A, 1);
    space.madvise(A, 8192, MADV_DONTNEED);
    assertThat(space.readInt(A)).isZero();
    fails(Errno.EINVAL, () -> space.madvise(A, 8192, 77));
    fails(Errno.EINVAL, () -> space.madvise(A + 1, 8192, MADV_DONTNEED));
    fails(Errno.ENOMEM, () -> space.madvise(A, 12288, MADV_NORMAL));
    space.madvise(A, 4096, MADV_WIPEONFORK);
    space.writeInt(A, 1);
    space.writeInt(A + 4096, 2);
    AddressSpace child = space.fork(MemoryLimits.DEFAULT);
    assertThat(child.readInt(A)).isZero();
    assertThat(child.readInt(A + 4096)).isEqualTo(2);
    child.release();
  }

  @Test
  void residencyIsReported() {
    map(A, 3 * 4096, RW, ANON);
    long vector = map(0, 4096, RW, ANON);
    space.writeByte(A + 4096, (byte) 1);
    space.mincore(A, 3 * 4096, vector);
    byte[] bytes = new byte[3];
    space.read(vector, bytes, 0, 3);
    assertThat(bytes).containsExactly(0, 1, 0);
    fails(Errno.ENOMEM, () -> space.mincore(A, 4 * 4096, vector));
    fails(Errno.EFAULT, () -> space.mincore(A, 4096, 8));
  }

  @Test
  void lockingCountsAgainstItsLimit() {
    long at = map(0, 16L << 20, PROT_READ, ANON);
    space.mlock(at, 8L << 20, true);
    fails(Errno.ENOMEM, () -> space.mlock(at + (8 << 20), 4096, true));
    space.mlock(at, 4096, true);
    fails(Errno.EINVAL, () -> space.madvise(at, 4096, MADV_DONTNEED));
    space.munlock(at, 8L << 20);
    space.mlock(at + (8 << 20), 4096, true);
    fails(Errno.EBUSY, () -> space.msync(at + (8 << 20), 4096, MS_INVALIDATE));
    fails(Errno.ENOMEM, () -> space.mlockall(MCL_CURRENT));
    space.munlockall();
  }
}

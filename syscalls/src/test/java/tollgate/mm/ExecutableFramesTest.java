package tollgate.mm;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.abi.uapi.Mman.*;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.abi.Abi;

/** No frame is writable and executable at once, through whatever mappings. */
class ExecutableFramesTest {
  private static final int RWX = PROT_READ | PROT_WRITE | PROT_EXEC;
  private static final int ANON = MAP_PRIVATE | MAP_ANONYMOUS;
  private static final long A = 0x10000000L;

  private final TestArena arena = new TestArena(256);
  private final PhysicalMemory memory = arena.memory();
  private final FakeMmu mmu = new FakeMmu();
  private final AddressSpace space =
      new AddressSpace(memory, AddressLayout.of(Abi.X86_64, 8 << 20), MemoryLimits.DEFAULT);

  ExecutableFramesTest() {
    space.attach(mmu);
  }

  @AfterEach
  void release() {
    space.release();
    arena.close();
  }

  private void write(long address) {
    assertThat(space.fault(mmu, address, true, false, 0)).isEqualTo(FaultResult.HANDLED);
  }

  private void fetch(long address) {
    assertThat(space.fault(mmu, address, false, true, address)).isEqualTo(FaultResult.HANDLED);
  }

  private boolean writable(AddressSpace in, long page) {
    return (in.table.get(page) & PageTable.WRITABLE) != 0;
  }

  private boolean executable(AddressSpace in, long page) {
    long entry = in.table.get(page);
    return (entry & PageTable.PRESENT) != 0 && (entry & PageTable.NO_EXECUTE) == 0;
  }

  @Test
  void aPageFlipsBetweenStoresAndFetches() {
    space.mmap(Abi.X86_64, A, 4096, RWX, ANON, null, 0);
    write(A);
    assertThat(writable(space, A)).isTrue();
    assertThat(executable(space, A)).isFalse();
    fetch(A);
    assertThat(writable(space, A)).isFalse();
    assertThat(executable(space, A)).isTrue();
    assertThat(mmu.dropped).as("never translated before").isEmpty();
    write(A);
    assertThat(executable(space, A)).isFalse();
    fetch(A);
    assertThat(mmu.dropped).containsExactly(A);
  }

  @Test
  void aStoreByTheKernelFlipsToo() {
    space.mmap(Abi.X86_64, A, 4096, RWX, ANON, null, 0);
    fetch(A);
    space.writeByte(A, (byte) 0x90);
    fetch(A);
    space.writeByte(A, (byte) 0x91);
    assertThat(executable(space, A)).isFalse();
    fetch(A);
    assertThat(mmu.dropped).containsExactly(A);
  }

  @Test
  void aFrameUsedAgainIsTranslatedAgain() {
    space.mmap(Abi.X86_64, A, 4096, RWX, ANON, null, 0);
    write(A);
    fetch(A);
    int frame = PageTable.frame(space.table.get(A));
    space.munmap(A, 4096);
    space.mmap(Abi.X86_64, A, 4 * 4096, RWX, ANON, null, 0);
    for (int i = 0; i < 4; i++) {
      write(A + i * 4096);
      fetch(A + i * 4096);
      if (PageTable.frame(space.table.get(A + i * 4096)) == frame) {
        assertThat(mmu.dropped).containsExactly(A + i * 4096);
        return;
      }
    }
    throw new AssertionError("the frame was not used again");
  }

  @Test
  void aliasesInAllSpacesLoseTheirRights() {
    long data =
        space.mmap(
            Abi.X86_64, 0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, null, 0);
    long code = space.mremap(Abi.X86_64, data, 0, 4096, MREMAP_MAYMOVE, 0);
    space.mprotect(code, 4096, PROT_READ | PROT_EXEC);
    AddressSpace child = space.fork(MemoryLimits.DEFAULT);
    write(data);
    child.writeByte(data, (byte) 1);
    assertThat(writable(space, data)).isTrue();
    assertThat(writable(child, data)).isTrue();
    fetch(code);
    assertThat(executable(space, code)).isTrue();
    assertThat(writable(space, data)).isFalse();
    assertThat(writable(child, data)).isFalse();
    child.writeByte(data, (byte) 2);
    assertThat(executable(space, code)).isFalse();
    assertThat(space.readByte(code)).isEqualTo((byte) 2);
    fetch(code);
    assertThat(mmu.dropped).containsExactly(code);
    child.release();
  }

  @Test
  void anInstructionThatWritesItsOwnPageRunsAlone() {
    space.mmap(Abi.X86_64, A, 8192, RWX, ANON, null, 0);
    write(A);
    fetch(A);
    assertThat(space.fault(mmu, A + 8, true, false, A + 100)).isEqualTo(FaultResult.HANDLED);
    assertThat(writable(space, A)).isTrue();
    assertThat(executable(space, A)).isTrue();
    mmu.afterStep.run();
    assertThat(writable(space, A)).isFalse();
    assertThat(executable(space, A)).isTrue();
    assertThat(mmu.dropped).containsExactly(A);
  }

  @Test
  void anInstructionAcrossTwoPagesMayWriteBoth() {
    space.mmap(Abi.X86_64, A, 8192, RWX, ANON, null, 0);
    write(A);
    write(A + 4096);
    fetch(A);
    fetch(A + 4096);
    space.fault(mmu, A + 4096, true, false, A + 4090);
    assertThat(writable(space, A) && writable(space, A + 4096)).isTrue();
    assertThat(executable(space, A) && executable(space, A + 4096)).isTrue();
    mmu.afterStep.run();
    assertThat(writable(space, A) || writable(space, A + 4096)).isFalse();
    assertThat(mmu.dropped).containsExactlyInAnyOrder(A, A + 4096);
  }

  @Test
  void aFileMappedAsCodeIsDroppedWhenItChanges() {
    FakePages file = new FakePages(4096);
    long code = space.mmap(Abi.X86_64, 0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0);
    fetch(code);
    file.bytes[0] = 5;
    file.mapped.changed(0, 1);
    assertThat(executable(space, code)).isFalse();
    fetch(code);
    assertThat(mmu.dropped).containsExactly(code);
    assertThat(space.readByte(code)).isEqualTo((byte) 5);
  }

  @Test
  void codeWithoutTheRightToExecuteIsRefused() {
    space.mmap(Abi.X86_64, A, 4096, PROT_READ, ANON, null, 0);
    assertThat(space.fault(mmu, A, false, true, A)).isEqualTo(FaultResult.SEGV_ACCERR);
  }

  @Test
  void forkedCodeStaysExecutableWhenOneSideWrites() {
    space.mmap(Abi.X86_64, A, 4096, RWX, ANON, null, 0);
    write(A);
    fetch(A);
    AddressSpace child = space.fork(MemoryLimits.DEFAULT);
    child.writeByte(A, (byte) 1);
    assertThat(executable(space, A)).isTrue();
    assertThat(writable(space, A)).isFalse();
    child.release();
    write(A);
    assertThat(executable(space, A)).isFalse();
  }
}

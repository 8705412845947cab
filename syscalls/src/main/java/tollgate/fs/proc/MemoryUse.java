package tollgate.fs.proc;

import tollgate.mm.AddressSpace;
import tollgate.mm.ProgramRegions;
import tollgate.mm.Vma;

/**
 * How an address space's bytes divide up, as Linux counts them (mm_struct's data_vm, stack_vm,
 * exec_vm).
 *
 * @param total all mappings
 * @param resident present in memory
 * @param file mapped from files
 * @param data private and writable, the stack not counted
 * @param stack the main stack
 * @param text the program's code
 * @param libraries other executable mappings
 * @param locked locked by mlock(2)
 */
record MemoryUse(
    long total,
    long resident,
    long file,
    long data,
    long stack,
    long text,
    long libraries,
    long locked) {
  private static final int PROT_WRITE = 2;
  private static final int PROT_EXEC = 4;
  private static final long PAGE = 4096;

  static MemoryUse of(AddressSpace memory) {
    long resident = memory.residentBytes();
    ProgramRegions regions = memory.regions();
    long[] sums = new long[5];
    memory.forEachVma(vma -> count(vma, regions, sums));
    long text = (regions.endCode() + PAGE - 1 & -PAGE) - (regions.startCode() & -PAGE);
    return new MemoryUse(
        memory.totalBytes(),
        resident,
        Math.min(sums[0], resident),
        sums[1],
        sums[2],
        text,
        Math.max(0, sums[3] - text),
        sums[4]);
  }

  private static void count(Vma vma, ProgramRegions regions, long[] sums) {
    long length = vma.end() - vma.start();
    sums[0] += vma.file() != null ? length : 0;
    boolean stack = regions.startStack() >= vma.start() && regions.startStack() < vma.end();
    if (stack) {
      sums[2] += length;
    } else if (!vma.shared() && (vma.prot() & PROT_WRITE) != 0) {
      sums[1] += length;
    } else if ((vma.prot() & PROT_EXEC) != 0) {
      sums[3] += length;
    }
    sums[4] += vma.locked() ? length : 0;
  }
}

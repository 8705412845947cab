package tollgate.fake;

import java.lang.reflect.Field;
import sun.misc.Unsafe;
import tollgate.abi.Abi;
import tollgate.abi.uapi.Mman;
import tollgate.entry.Register;
import tollgate.entry.Vendor;
import tollgate.fs.FileTable;
import tollgate.fs.FsContext;
import tollgate.fs.Vfs;
import tollgate.fs.tmp.TmpFs;
import tollgate.gate.KernelEntry;
import tollgate.kernel.Credentials;
import tollgate.kernel.Kernel;
import tollgate.kernel.KernelSettings;
import tollgate.kernel.Program;
import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;
import tollgate.mm.AddressLayout;
import tollgate.mm.AddressSpace;
import tollgate.mm.PhysicalMemory;
import tollgate.mm.RamArena;

/**
 * A kernel with one task of user 1000 on a {@link FakeCpu}, 64 KiB of user memory at {@link
 * #MEMORY}, and 1 MiB of files in memory as the root.
 */
public final class FakeMachine implements AutoCloseable {
  /** Where the task's memory lies; its stack pointer starts at the middle. */
  public static final long MEMORY = 0x10_0000;

  /** Where 32-bit fast entries return to. */
  public static final long LANDING_PAD = 0x10_f000;

  private static final long SIZE = 4L << 20;
  private static final Unsafe UNSAFE = unsafe();

  public final FakeCpu cpu = new FakeCpu();
  public final FakeHost host = new FakeHost();
  public final Task task;
  public final KernelEntry entry;
  private final long allocated;

  /** A machine of a vendor whose task runs 64-bit or 32-bit code. */
  public FakeMachine(Vendor vendor, boolean longMode) {
    allocated = UNSAFE.allocateMemory(SIZE + 4096);
    long base = allocated + 4095 & -4096L;
    UNSAFE.setMemory(base, SIZE, (byte) 0);
    PhysicalMemory memory = new PhysicalMemory(new RamArena(base, SIZE), (at, length) -> false);
    Vfs vfs = new Vfs(new TmpFs("tmpfs", 9, 1 << 20, 100, 01777, host::realtimeNanos), "none");
    Kernel kernel = new Kernel(KernelSettings.of(vendor), host, memory, vfs);
    task =
        kernel.createFirst(
            cpu,
            new FileTable(),
            new FsContext(vfs, 022),
            Credentials.of(1000, 1000),
            new ResourceLimits());
    Abi abi = longMode ? Abi.X86_64 : Abi.I386;
    AddressSpace space =
        new AddressSpace(memory, AddressLayout.of(abi, 8 << 20), task.process().memoryLimits());
    space.mmap(
        abi,
        MEMORY,
        0x10000,
        Mman.PROT_READ | Mman.PROT_WRITE,
        Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS | Mman.MAP_FIXED,
        null,
        0);
    task.process().install(new Program(null, abi, LANDING_PAD, 0x10_f100, 0x10_f200), space);
    cpu.set(Register.CS, longMode ? 0x33 : 0x23);
    cpu.set(Register.SS, 0x2b);
    cpu.set(Register.RFLAGS, 0x246);
    cpu.set(Register.RIP, MEMORY + 0x100);
    cpu.set(Register.RSP, MEMORY + 0x8000);
    entry = new KernelEntry(task, null);
  }

  @Override
  public void close() {
    UNSAFE.freeMemory(allocated);
  }

  private static Unsafe unsafe() {
    try {
      Field field = Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return (Unsafe) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no Unsafe", e);
    }
  }
}

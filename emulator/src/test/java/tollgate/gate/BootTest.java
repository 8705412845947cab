package tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tollgate.abi.Abi;
import tollgate.abi.uapi.Mman;
import tollgate.cpu.unicorn.UnicornCore;
import tollgate.entry.Cpu;
import tollgate.entry.Register;
import tollgate.entry.Vendor;
import tollgate.fs.FileTable;
import tollgate.host.NativeHost;
import tollgate.kernel.Credentials;
import tollgate.kernel.ExitStatus;
import tollgate.kernel.Kernel;
import tollgate.kernel.KernelSettings;
import tollgate.kernel.Program;
import tollgate.kernel.ResourceLimits;
import tollgate.kernel.Task;
import tollgate.mm.AddressLayout;
import tollgate.mm.AddressSpace;
import tollgate.mm.PhysicalMemory;
import tollgate.mm.RamArena;

/** The smallest guests there are: a few bytes of machine code, no file system, no loader. */
class BootTest {
  private static final long CODE = 0x40_0000;

  @Test
  void exitsWithTheStatusItAskedFor() throws Exception {
    // mov $60,%eax; mov $42,%edi; syscall
    assertThat(run(0xb8, 60, 0, 0, 0, 0xbf, 42, 0, 0, 0, 0x0f, 0x05).code()).isEqualTo(42);
  }

  @Test
  void readsItsProcessId() throws Exception {
    // mov $39,%eax; syscall; mov %eax,%edi; sub $958,%edi; mov $60,%eax; syscall
    assertThat(
            run(
                    0xb8, 39, 0, 0, 0, 0x0f, 0x05, 0x89, 0xc7, 0x81, 0xef, 0xbe, 3, 0, 0, 0xb8, 60,
                    0, 0, 0, 0x0f, 0x05)
                .code())
        .isEqualTo(42);
  }

  @Test
  void diesOfABadAddress() throws Exception {
    // mov 0,%eax
    assertThat(run(0x8b, 0x04, 0x25, 0, 0, 0, 0).signal()).isEqualTo(11);
  }

  private static ExitStatus run(int... code) throws Exception {
    NativeHost host = NativeHost.open();
    long size = 64L << 20;
    long base = host.mapMemory(size);
    RamArena arena = new RamArena(base, size);
    PhysicalMemory memory = new PhysicalMemory(arena, (a, b) -> false);
    try (UnicornCore core = UnicornCore.open(arena, Vendor.AMD)) {
      Kernel kernel = new Kernel(KernelSettings.of(Vendor.AMD), host, memory, null);
      Cpu cpu = core.newCpu();
      ResourceLimits limits = new ResourceLimits();
      Task task = kernel.createFirst(cpu, new FileTable(), null, Credentials.of(0, 0), limits);
      AddressSpace space =
          new AddressSpace(
              memory, AddressLayout.of(Abi.X86_64, 8 << 20), task.process().memoryLimits());
      space.mmap(
          Abi.X86_64,
          CODE,
          4096,
          Mman.PROT_READ | Mman.PROT_WRITE | Mman.PROT_EXEC,
          Mman.MAP_PRIVATE | Mman.MAP_ANONYMOUS | Mman.MAP_FIXED,
          null,
          0);
      byte[] bytes = new byte[code.length];
      for (int i = 0; i < code.length; i++) {
        bytes[i] = (byte) code[i];
      }
      space.write(CODE, bytes, 0, bytes.length);
      space.attach(cpu);
      cpu.setPageTable(space.root());
      cpu.set(Register.CS, 0x33);
      cpu.set(Register.RIP, CODE);
      task.process().install(new Program(null, Abi.X86_64, 0, 0, 0), space);
      new TaskRunner(task, null).run();
      return kernel.await();
    } finally {
      host.unmapMemory(base, size);
    }
  }
}

package tollgate.kernel;

import tollgate.abi.Abi;
import tollgate.abi.GuestMemory;

/** A thread of a guest process: a Java thread, a Cpu, and what Linux keeps per task. */
public final class Task {
  private Abi abi = Abi.X86_64;
  private GuestMemory memory;

  /** The ABI of the call being served: i386 for {@code int $0x80} even from 64-bit code. */
  public Abi abi() {
    return abi;
  }

  /** The memory of the task's process. */
  public GuestMemory memory() {
    return memory;
  }
}

package tollgate.entry;

import tollgate.mm.Mmu;

/**
 * One task's processor: a register file and a way to run user code with it at CPL 3 in the address
 * space that {@link #setPageTable} names. All methods but {@link #interrupt} belong to the thread
 * of the task.
 */
public interface Cpu extends Mmu, AutoCloseable {
  /** Bytes in the FXSAVE image that {@link #saveFloatingPoint} fills (SDM vol. 1, 10.5). */
  int FXSAVE_SIZE = 512;

  /** Reads a register; selectors zero-extended. */
  long get(Register register);

  /**
   * Writes a register. Writing CS (0x33 or 0x23) chooses 64-bit or 32-bit mode. Of RFLAGS only the
   * bits a user may change are taken; IF stays set.
   */
  void set(Register register, long value);

  /**
   * Runs guest code from RIP until the handler returns false or {@link #interrupt} is called. On
   * return the register file is exact: it is what the handler left, or the state between two
   * instructions.
   */
  void run(TrapHandler handler);

  /**
   * Makes a running or the next {@link #run} return soon. Safe from any thread; never lost; several
   * before one return count as one.
   */
  void interrupt();

  /**
   * Selects the address space.
   *
   * @param root physical address (offset in the RAM arena) of the top-level page table
   */
  void setPageTable(long root);

  /** Writes the x87, MMX and SSE state as a 512-byte FXSAVE64 image (SDM vol. 1, 10.5). */
  void saveFloatingPoint(byte[] image, int offset);

  /** Loads the x87, MMX and SSE state from an FXSAVE64 image; reserved MXCSR bits are ignored. */
  void loadFloatingPoint(byte[] image, int offset);

  /**
   * Installs one of the three thread-local-storage segments of the GDT (selectors 0x63, 0x6b,
   * 0x73).
   *
   * @param index 12, 13 or 14
   * @param descriptor the 8-byte descriptor as the processor reads it; 0 clears it
   */
  void setTlsDescriptor(int index, long descriptor);

  /** A new processor of the same kind for another task, with the power-on user state. */
  Cpu create();

  @Override
  void close();
}

package tollgate.entry;

/**
 * What a {@link Cpu} calls when guest code enters the kernel. Calls come on the thread that is
 * inside {@link Cpu#run}; registers may be read and written through that Cpu during a call, and the
 * guest goes on with what was written.
 */
public interface TrapHandler {
  /**
   * An entry instruction was executed. {@link Register#RIP} is the address of the next instruction;
   * RCX and R11 are still the guest's (the handler applies the mechanism's clobbers).
   *
   * @return true to go on in the guest, false to leave {@link Cpu#run}
   */
  boolean onEntry(EntryMechanism mechanism);

  /**
   * The processor raised an exception. For a fault RIP is the faulting instruction, which runs
   * again when the handler returns true; for a trap (#BP, #OF, single-step #DB) the one after it.
   *
   * @param vector the exception's vector, 0 to 31 (SDM vol. 3, table 6-1), never 2 or 8
   * @param errorCode the error code, 0 where the vector has none
   * @param address CR2, for vector 14; else 0
   * @return true to go on in the guest, false to leave {@link Cpu#run}
   */
  boolean onException(int vector, int errorCode, long address);
}

package tollgate.unicorn;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.CallingConvention;
import com.kenai.jffi.Closure;
import com.kenai.jffi.ClosureManager;
import com.kenai.jffi.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * One uc_engine. The methods carry the names of the C functions and throw {@link UnicornException}
 * where those return an error. All but {@link #uc_emu_stop} belong to one thread at a time.
 */
public final class UnicornEngine implements AutoCloseable {
  private static final long NO_END = 0;

  private final Unicorn unicorn;
  private final long uc;
  private final long value = HostMemory.allocate(32);

  /** Strong references: the engine calls into these for as long as it lives. */
  private final List<Closure.Handle> callbacks = new ArrayList<>();

  private boolean open = true;

  UnicornEngine(Unicorn unicorn, long uc) {
    this.unicorn = unicorn;
    this.uc = uc;
  }

  /** The library this engine comes from. */
  public Unicorn unicorn() {
    return unicorn;
  }

  /** The address of the engine's own structure. */
  public long address() {
    return uc;
  }

  /** Controls without an argument, {@code UC_CTL_...} written to. */
  public void uc_ctl(int type) {
    control(type, 0, 0, 0);
  }

  /** Controls with one argument, {@code UC_CTL_...} written to. */
  public void uc_ctl(int type, long argument) {
    control(type, 1, argument, 0);
  }

  /** Controls with two arguments, {@code UC_CTL_...} written to. */
  public void uc_ctl(int type, long first, long second) {
    control(type, 2, first, second);
  }

  private void control(int type, int count, long first, long second) {
    int control = type | count << 26 | UnicornConstants.UC_CTL_IO_WRITE << 30;
    unicorn.check("uc_ctl", (int) Unicorn.call(unicorn.ctl, uc, control, first, second));
  }

  /** Reads an integer register of at most eight bytes. */
  public long uc_reg_read(int register) {
    HostMemory.putLong(value, 0);
    uc_reg_read(register, value);
    return HostMemory.getLong(value);
  }

  /** Reads a register of any size to host memory. */
  public void uc_reg_read(int register, long address) {
    unicorn.check("uc_reg_read", (int) Unicorn.call(unicorn.regRead, uc, register, address));
  }

  /** Writes an integer register of at most eight bytes. */
  public void uc_reg_write(int register, long number) {
    HostMemory.putLong(value, number);
    uc_reg_write_from(register, value);
  }

  /** Writes a register of any size from host memory. */
  public void uc_reg_write_from(int register, long address) {
    unicorn.check("uc_reg_write", (int) Unicorn.call(unicorn.regWrite, uc, register, address));
  }

  /** Writes a model-specific register (struct uc_x86_msr). */
  public void writeMsr(int number, long contents) {
    HostMemory.putInt(value, number);
    HostMemory.putLong(value + 8, contents);
    uc_reg_write_from(UnicornConstants.UC_X86_REG_MSR, value);
  }

  /** Writes GDTR, IDTR, LDTR or TR (struct uc_x86_mmr). */
  public void writeMemoryManagement(int register, long base, int limit) {
    HostMemory.putLong(value, 0);
    HostMemory.putLong(value + 8, base);
    HostMemory.putInt(value + 16, limit);
    HostMemory.putInt(value + 20, 0);
    uc_reg_write_from(register, value);
  }

  /**
   * Maps host memory at a guest-physical address.
   *
   * @param permissions {@code UC_PROT_...}
   */
  public void uc_mem_map_ptr(long physical, long size, int permissions, long host) {
    unicorn.check(
        "uc_mem_map_ptr",
        (int) Unicorn.call(unicorn.memMapPtr, uc, physical, size, permissions, host));
  }

  /**
   * Runs from an address until a hook or another thread calls {@link #uc_emu_stop}.
   *
   * @return the uc_err
   */
  public int uc_emu_start(long begin) {
    return (int) Unicorn.call(unicorn.emuStart, uc, begin, NO_END, 0, 0);
  }

  /** Asks a running {@link #uc_emu_start} to return. Any thread; lost when none runs. */
  public void uc_emu_stop() {
    Unicorn.call(unicorn.emuStop, uc);
  }

  /** Allocates a uc_context, to be freed with {@link #uc_context_free}. */
  public long uc_context_alloc() {
    unicorn.check("uc_context_alloc", (int) Unicorn.call(unicorn.contextAlloc, uc, value));
    return HostMemory.getLong(value);
  }

  /** Bytes in a context. */
  public long uc_context_size() {
    return Unicorn.call(unicorn.contextSize, uc);
  }

  /** Copies the processor's state to a context. */
  public void uc_context_save(long context) {
    unicorn.check("uc_context_save", (int) Unicorn.call(unicorn.contextSave, uc, context));
  }

  /** Copies a context to the processor's state. */
  public void uc_context_restore(long context) {
    unicorn.check("uc_context_restore", (int) Unicorn.call(unicorn.contextRestore, uc, context));
  }

  /** Frees a context. */
  public void uc_context_free(long context) {
    unicorn.check("uc_context_free", (int) Unicorn.call(unicorn.contextFree, context));
  }

  /**
   * Registers all hooks, for all addresses. Once. Invalid instructions are claimed, so that they go
   * on to UC_HOOK_INTR with the vector they have on a processor.
   */
  public void uc_hook_add(Hooks hooks) {
    int insn = UnicornConstants.UC_HOOK_INSN;
    hook(UnicornConstants.UC_HOOK_INTR, 0, Type.VOID, 3, new Callback(hooks, Callback.INTERRUPT));
    hook(UnicornConstants.UC_HOOK_INSN_INVALID, 0, Type.UINT8, 2, b -> b.setByteReturn((byte) 1));
    hook(UnicornConstants.UC_HOOK_EDGE_GENERATED, 0, Type.VOID, 4, b -> hooks.edgeGenerated());
    int syscall = UnicornConstants.UC_X86_INS_SYSCALL;
    hook(insn, syscall, Type.VOID, 2, new Callback(hooks, Callback.SYSCALL));
    int sysenter = UnicornConstants.UC_X86_INS_SYSENTER;
    hook(insn, sysenter, Type.VOID, 2, new Callback(hooks, Callback.SYSENTER));
    int in = UnicornConstants.UC_X86_INS_IN;
    hook(insn, in, Type.UINT32, 4, b -> b.setIntReturn(hooks.in(b.getInt(1), b.getInt(2))));
    int out = UnicornConstants.UC_X86_INS_OUT;
    hook(insn, out, Type.VOID, 5, b -> hooks.out(b.getInt(1), b.getInt(2), b.getInt(3)));
  }

  /** All callbacks take addresses and 32-bit numbers only; each travels in a whole register. */
  private void hook(int type, int instruction, Type result, int arguments, Closure callback) {
    Type[] types = new Type[arguments];
    java.util.Arrays.fill(types, Type.SINT64);
    CallContext context =
        CallContext.getCallContext(result, types, CallingConvention.DEFAULT, false);
    Closure.Handle handle = ClosureManager.getInstance().newClosure(callback, context);
    callbacks.add(handle);
    int error =
        (int)
            Unicorn.call(
                unicorn.hookAdd, uc, value, type, handle.getAddress(), 0, 1, NO_END, instruction);
    unicorn.check("uc_hook_add", error);
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      Unicorn.call(unicorn.close, uc);
      callbacks.forEach(Closure.Handle::dispose);
      callbacks.clear();
      HostMemory.free(value);
    }
  }
}

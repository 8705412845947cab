package tollgate.cpu.unicorn;

import tollgate.unicorn.HostMemory;
import tollgate.unicorn.UnicornConstants;
import tollgate.unicorn.UnicornEngine;

/**
 * Makes a port instruction fault as it does without port permissions. The engine executes it at any
 * level, calls a hook in the middle of a translated block and does not say where. So the state is
 * kept as it is in the hook, the rest of the block runs in an empty address space where it can
 * reach no memory, and then the state is put back.
 */
final class PortFault {
  private static final int LONGEST_BLOCK = 4096;

  private final UnicornCore core;
  private final UnicornEngine engine;
  private long context;
  private long rip;
  private boolean pending;

  PortFault(UnicornCore core) {
    this.core = core;
    engine = core.engine();
  }

  /** Whether the engine is running the rest of such a block. */
  boolean pending() {
    return pending;
  }

  /** In the hook. */
  void raise(long env, boolean in, int port, int size) {
    if (context == 0) {
      context = engine.uc_context_alloc();
    }
    engine.uc_context_save(context);
    long root = HostMemory.getLong(env + EngineState.CR + 24);
    rip = find(root, HostMemory.getLong(env + EngineState.EIP), in, port, size);
    pending = true;
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_CR3, core.supervisor().emptyRoot());
  }

  /** After the engine has stopped: everything as it was before the instruction. */
  void rewind(long env) {
    pending = false;
    engine.uc_context_restore(context);
    engine.uc_ctl(UnicornConstants.UC_CTL_TLB_FLUSH);
    HostMemory.putLong(env + EngineState.EIP, rip);
    // The context was saved inside a run, where the arithmetic flags are kept apart.
    long flags = engine.uc_reg_read(UnicornConstants.UC_X86_REG_EFLAGS) & 0xffffffffL;
    HostMemory.putLong(env + EngineState.EFLAGS, flags);
  }

  /**
   * The first instruction after the engine's last known place that reads or writes that port with
   * that size: 6c to 6f, e4 to e7, ec to ef (SDM vol. 2). The low bit is clear for one byte.
   */
  private long find(long root, long from, boolean in, int port, int size) {
    int wide = size == 1 ? 0 : 1;
    for (long at = from; at < from + LONGEST_BLOCK; at++) {
      int opcode = GuestCode.byteAt(core.arena(), root, at);
      int direction = in ? 0 : 2;
      boolean matches =
          opcode == (0xec | direction | wide)
              || opcode == (0x6c | direction | wide)
              || opcode == (0xe4 | direction | wide)
                  && GuestCode.byteAt(core.arena(), root, at + 1) == port;
      if (matches) {
        boolean prefixed = GuestCode.byteAt(core.arena(), root, at - 1) == 0x66;
        return prefixed && size == 2 && at > from ? at - 1 : at;
      }
    }
    return from;
  }

  void close() {
    if (context != 0) {
      core.freeContext(context);
      context = 0;
    }
  }
}

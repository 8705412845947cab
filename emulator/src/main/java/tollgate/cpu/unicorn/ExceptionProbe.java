package tollgate.cpu.unicorn;

import tollgate.unicorn.HostMemory;
import tollgate.unicorn.UnicornConstants;
import tollgate.unicorn.UnicornEngine;

/**
 * Finds out at start-up where the engine keeps an exception's error code, which no function of its
 * API tells, by raising two exceptions whose codes are known: loads of segments beyond the
 * descriptor table. The second also proves that the exception in flight can be cleared, without
 * which it would be a double fault; and that the engine takes the arithmetic flags from where they
 * are put between two runs.
 */
final class ExceptionProbe {
  private static final int FIRST = 0x1238;
  private static final int SECOND = 0x4560;
  private static final long RESERVED_FLAGS = 0x202;
  private static final int GENERAL_PROTECTION = 13;

  private final UnicornEngine engine;
  private final EngineState state;
  private final EngineHooks hooks;

  ExceptionProbe(UnicornEngine engine, EngineState state, EngineHooks hooks) {
    this.engine = engine;
    this.state = state;
    this.hooks = hooks;
  }

  void learn(SupervisorMemory supervisor) {
    // mov %eax, %ds at supervisor level
    long code = supervisor.code((byte) 0x8e, (byte) 0xd8, (byte) 0xf4);
    raise(code, FIRST);
    int place = state.placeOfErrorCode(FIRST, GENERAL_PROTECTION);
    HostMemory.putInt(state.env + place + EngineState.OLD_EXCEPTION, -1);
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_EFLAGS, RESERVED_FLAGS);
    HostMemory.putLong(state.env + EngineState.EFLAGS, RESERVED_FLAGS | EngineState.ARITHMETIC);
    raise(code, SECOND);
    if (HostMemory.getLong(state.env + EngineState.EFLAGS)
            != (RESERVED_FLAGS | EngineState.ARITHMETIC)
        || HostMemory.getLong(state.env + EngineState.CC_SRC) != EngineState.CC_BITS
        || HostMemory.getInt(state.env + EngineState.DF) != -1) {
      throw state.unknown("flags");
    }
    if (state.placeOfErrorCode(SECOND, GENERAL_PROTECTION) != place) {
      throw state.unknown("error code");
    }
    HostMemory.putInt(state.env + place + EngineState.OLD_EXCEPTION, -1);
    state.learned(place);
  }

  private void raise(long code, int selector) {
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_RAX, selector);
    hooks.expectProbe();
    engine.uc_emu_start(code);
    if (hooks.probed() != GENERAL_PROTECTION) {
      throw state.unknown("exceptions");
    }
  }
}

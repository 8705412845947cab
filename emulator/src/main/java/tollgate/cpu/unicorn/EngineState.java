package tollgate.cpu.unicorn;

import java.util.SplittableRandom;
import tollgate.unicorn.HostMemory;
import tollgate.unicorn.UnicornConstants;
import tollgate.unicorn.UnicornEngine;
import tollgate.unicorn.UnicornUnavailableException;

/**
 * Where the engine keeps the processor's state, so that registers are read and written in place
 * (0.5 ns instead of 20 to 50 ns a register, and no side effects on the run). Offsets are those of
 * QEMU's CPUX86State (target/i386/cpu.h), whose first fields have kept their order for years. They
 * are not trusted: the structure is found by planting values through the API, each field is held
 * against the API, and what does not agree is refused. No memory is read that is not mapped.
 */
final class EngineState {
  static final int REGS = 0;
  static final int EIP = 128;
  static final int EFLAGS = 136;
  static final int CC_SRC = 152;
  static final int CC_OP = 168;
  static final int DF = 172;
  static final int HFLAGS = 176;
  static final int SEGS = 184;
  static final int SEG_SIZE = 24;
  static final int SEG_BASE = 8;
  static final int SEG_LIMIT = 16;
  static final int SEG_FLAGS = 20;
  static final int CR = 424;

  /** From error_code to exception_is_int and old_exception. */
  static final int IS_INT = 4;

  static final int OLD_EXCEPTION = 112;

  /** Bits of RFLAGS that live in cc_src: OF SF ZF AF PF CF. */
  static final long CC_BITS = 0x8d5;

  static final long DIRECTION = 0x400;

  /** The flags that the engine takes out of eflags while it runs and puts back when it stops. */
  static final long ARITHMETIC = CC_BITS | DIRECTION;

  private static final int[] GENERAL = {
    UnicornConstants.UC_X86_REG_RAX, UnicornConstants.UC_X86_REG_RCX,
    UnicornConstants.UC_X86_REG_RDX, UnicornConstants.UC_X86_REG_RBX,
    UnicornConstants.UC_X86_REG_RSP, UnicornConstants.UC_X86_REG_RBP,
    UnicornConstants.UC_X86_REG_RSI, UnicornConstants.UC_X86_REG_RDI,
    UnicornConstants.UC_X86_REG_R8, UnicornConstants.UC_X86_REG_R9,
    UnicornConstants.UC_X86_REG_R10, UnicornConstants.UC_X86_REG_R11,
    UnicornConstants.UC_X86_REG_R12, UnicornConstants.UC_X86_REG_R13,
    UnicornConstants.UC_X86_REG_R14, UnicornConstants.UC_X86_REG_R15
  };

  private static final int STATE_SIZE = 0x1800;

  private final UnicornEngine engine;
  private final HostRanges writable = new HostRanges();

  /** Address of the live CPUX86State. */
  final long env;

  /** Offset of the same structure in a uc_context. */
  final int contextData;

  /** The value of cc_op that says: the flags stand in cc_src. */
  final int flagsInSource;

  /** Offset of error_code; found by a probe. */
  private int errorCode;

  private EngineState(UnicornEngine engine) {
    this.engine = engine;
    long[] planted = plant(1);
    env = findState(planted);
    if (!holds(env, plant(2))) {
      throw unknown("registers");
    }
    flagsInSource = checkFlags();
    checkFields();
    contextData = findContextData();
  }

  /** Finds the state of an engine that is not running. Leaves its general registers zero. */
  static EngineState locate(UnicornEngine engine) {
    EngineState state = new EngineState(engine);
    for (int register : GENERAL) {
      engine.uc_reg_write(register, 0);
    }
    return state;
  }

  UnicornUnavailableException unknown(String what) {
    return new UnicornUnavailableException(
        "libunicorn "
            + engine.unicorn().path()
            + ": the place of its "
            + what
            + " is not known to this program; use libunicorn 2.1 from your distribution");
  }

  /** Offset of the error code of the exception in a hook. */
  int errorCode() {
    return errorCode;
  }

  /** Accepts a place that {@link #placeOfErrorCode} found. */
  void learned(int place) {
    errorCode = place;
  }

  /**
   * The only place beyond the control registers at which an error code stands with, at the right
   * distances, the mark of a processor exception and its vector as the exception in flight.
   */
  int placeOfErrorCode(int code, int vector) {
    int place = 0;
    long end = STATE_SIZE - OLD_EXCEPTION - 4;
    for (int at = CR + 40; at < end; at += 4) {
      if (HostMemory.getInt(env + at) == code
          && HostMemory.getInt(env + at + IS_INT) == 0
          && HostMemory.getInt(env + at + OLD_EXCEPTION) == vector) {
        if (place != 0) {
          throw unknown("error code");
        }
        place = at;
      }
    }
    if (place == 0) {
      throw unknown("error code");
    }
    return place;
  }

  private long[] plant(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] planted = new long[GENERAL.length];
    for (int i = 0; i < planted.length; i++) {
      planted[i] = random.nextLong();
      engine.uc_reg_write(GENERAL[i], planted[i]);
    }
    return planted;
  }

  private static boolean holds(long address, long[] planted) {
    for (int i = 0; i < planted.length; i++) {
      if (HostMemory.getLong(address + REGS + 8L * i) != planted[i]) {
        return false;
      }
    }
    return true;
  }

  /** The engine's structure points to its processor, within which the state lies. */
  private long findState(long[] planted) {
    long uc = engine.address();
    long end = writable.endOfBlock(uc) - 8;
    for (long at = uc; at <= end; at += 8) {
      long candidate = HostMemory.getLong(at);
      long limit = writable.endOfBlock(candidate) - STATE_SIZE;
      for (long p = candidate; p < limit; p += 8) {
        if (HostMemory.getLong(p) == planted[0] && holds(p, planted)) {
          return p;
        }
      }
    }
    throw unknown("registers");
  }

  private int checkFlags() {
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_EFLAGS, 0x246);
    int op = HostMemory.getInt(env + CC_OP);
    boolean first = HostMemory.getLong(env + CC_SRC) == 0x44 && HostMemory.getInt(env + DF) == 1;
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_EFLAGS, 0xed7);
    if (!first
        || HostMemory.getInt(env + CC_OP) != op
        || HostMemory.getLong(env + CC_SRC) != 0x8d5
        || HostMemory.getInt(env + DF) != -1
        || (HostMemory.getLong(env + EFLAGS) & 0x200) == 0) {
      throw unknown("flags");
    }
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_EFLAGS, 0x202);
    return op;
  }

  private void checkFields() {
    check(UnicornConstants.UC_X86_REG_RIP, EIP, 0x123456789aL);
    check(UnicornConstants.UC_X86_REG_FS_BASE, SEGS + 4 * SEG_SIZE + SEG_BASE, 0x7f1122334455L);
    check(UnicornConstants.UC_X86_REG_GS_BASE, SEGS + 5 * SEG_SIZE + SEG_BASE, 0x7f5544332211L);
    int[] controls = {
      UnicornConstants.UC_X86_REG_CR0,
      UnicornConstants.UC_X86_REG_CR2,
      UnicornConstants.UC_X86_REG_CR3,
      UnicornConstants.UC_X86_REG_CR4
    };
    for (int control : controls) {
      int number = control - UnicornConstants.UC_X86_REG_CR0;
      if (HostMemory.getLong(env + CR + 8L * number) != engine.uc_reg_read(control)) {
        throw unknown("control registers");
      }
    }
    // Long mode, 64-bit code at level 0, and nothing unexpected among the bits that are changed.
    int modeBits = Segments.HF_CPL | Segments.HF_CS64 | Segments.HF_CS32 | Segments.HF_ADDSEG;
    int mode = HostMemory.getInt(env + HFLAGS) & modeBits;
    if (mode != (Segments.HF_CS64 | Segments.HF_CS32)) {
      throw unknown("mode");
    }
  }

  private void check(int register, int offset, long value) {
    long before = engine.uc_reg_read(register);
    engine.uc_reg_write(register, value);
    boolean written = HostMemory.getLong(env + offset) == value;
    if (written) {
      HostMemory.putLong(env + offset, before);
    }
    if (!written || engine.uc_reg_read(register) != before) {
      throw unknown("registers");
    }
  }

  private int findContextData() {
    long[] planted = plant(3);
    long context = engine.uc_context_alloc();
    try {
      engine.uc_context_save(context);
      for (int offset = 0; offset < 256; offset += 4) {
        if (holds(context + offset, planted)) {
          return offset;
        }
      }
    } finally {
      engine.uc_context_free(context);
    }
    throw unknown("contexts");
  }
}

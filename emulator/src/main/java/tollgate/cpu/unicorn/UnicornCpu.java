package tollgate.cpu.unicorn;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tollgate.entry.Cpu;
import tollgate.entry.EntryMechanism;
import tollgate.entry.Register;
import tollgate.entry.TrapHandler;
import tollgate.unicorn.HostMemory;
import tollgate.unicorn.UnicornConstants;
import tollgate.unicorn.UnicornEngine;

/**
 * A task's processor on a shared engine. Calls and exceptions are served inside the engine's hooks,
 * so that a system call costs no more than the way through Java and back; the run ends only to
 * block, to switch or to exit.
 */
final class UnicornCpu implements Cpu {
  /** Not in the engine; in guest code; in a handler. */
  private static final int OUTSIDE = 0;

  private static final int GUEST = 1;
  private static final int TRAP = 2;

  private static final int DEBUG = 1;
  private static final int INVALID_OPCODE = 6;

  /** Opcode of int1, which the engine does not know. */
  private static final int ICEBP = 0xf1;

  private static final int STACK_FAULT = 12;
  private static final int GENERAL_PROTECTION = 13;
  private static final int PAGE_FAULT = 14;
  private static final int TRAP_FLAG = 0x100;
  private static final int PAGE_SIZE = 4096;

  /** CF PF AF ZF SF TF DF OF NT AC ID. */
  private static final long USER_FLAGS = 0x244dd5;

  private static final long ALWAYS = 0x202;
  private static final long VIRTUAL_86 = 0x20000;
  private static final int LONGEST_INSTRUCTION = 15;
  private static final int RESUMES_WITHOUT_REASON = 1000;

  private final UnicornCore core;
  private final UnicornEngine engine;
  private final EngineState layout;
  private final long env;
  private final int errorCode;
  private final long context;
  private final long[] tls = new long[DescriptorTable.LAST_TLS - DescriptorTable.FIRST_TLS + 1];

  /** Where the registers are: in the engine or in the context. */
  private long state;

  private TrapHandler handler;
  private boolean leaving;
  private Throwable failure;

  /** While the engine runs it keeps the arithmetic flags apart from the others. */
  private boolean inEngine;

  /** In a handler RIP is here; the hooks disagree about what the engine does to its own copy. */
  private boolean inTrap;

  private long rip;

  /** What the engine itself adds to RIP when the hook returns. */
  private int added;

  /** Traps since the engine was entered. */
  private int traps;

  private long measuredAt;
  private int measuredLength = 2;

  private Runnable afterStep;
  private boolean stepping;
  private boolean ownTrapFlag;

  private final PortFault portFault;
  private final StackFault stackFault;

  private volatile int phase;
  private volatile boolean interrupted;
  private volatile boolean makeRoom;
  private volatile boolean flushWanted;

  /** The thread inside {@link #run}. */
  private volatile Thread runner;

  private boolean closed;

  UnicornCpu(UnicornCore core, long context) {
    this.core = core;
    this.context = context;
    engine = core.engine();
    layout = core.state();
    env = layout.env;
    errorCode = layout.errorCode();
    state = context + layout.contextData;
    portFault = new PortFault(core);
    stackFault = new StackFault(this, core.arena());
  }

  @Override
  public long get(Register register) {
    int number = register.ordinal();
    if (number < 16) {
      return general(number);
    }
    return switch (register) {
      case RIP -> inTrap ? rip : HostMemory.getLong(state + EngineState.EIP);
      case RFLAGS -> flags();
      case FS_BASE -> Segments.base(state, Segments.FS);
      case GS_BASE -> Segments.base(state, Segments.GS);
      default -> Segments.selector(state, segment(register));
    };
  }

  @Override
  public void set(Register register, long value) {
    int number = register.ordinal();
    if (number < 16) {
      HostMemory.putLong(state + EngineState.REGS + 8L * number, value);
      return;
    }
    switch (register) {
      case RIP -> {
        if (inTrap) {
          rip = value;
        } else {
          HostMemory.putLong(state + EngineState.EIP, value);
        }
      }
      case RFLAGS -> setFlags(value);
      case FS_BASE -> Segments.setBase(state, Segments.FS, value);
      case GS_BASE -> Segments.setBase(state, Segments.GS, value);
      default -> {
        int selector = (int) value & 0xffff;
        Segments.load(state, segment(register), selector, descriptor(selector));
      }
    }
  }

  /** From this processor's own view of the table, which may not be in the engine now. */
  private long descriptor(int selector) {
    int index = selector >> 3;
    return index >= DescriptorTable.FIRST_TLS && index <= DescriptorTable.LAST_TLS
        ? tls[index - DescriptorTable.FIRST_TLS]
        : core.supervisor().descriptors.get(selector);
  }

  private static int segment(Register register) {
    return switch (register) {
      case CS -> Segments.CS;
      case SS -> Segments.SS;
      case DS -> Segments.DS;
      case ES -> Segments.ES;
      case FS -> Segments.FS;
      case GS -> Segments.GS;
      default -> throw new IllegalArgumentException(register.name());
    };
  }

  private long flags() {
    long flags = HostMemory.getLong(state + EngineState.EFLAGS);
    if (inEngine) {
      if (HostMemory.getInt(env + EngineState.CC_OP) == layout.flagsInSource) {
        flags &= ~EngineState.ARITHMETIC;
        flags |= HostMemory.getLong(env + EngineState.CC_SRC) & EngineState.CC_BITS;
        flags |= HostMemory.getInt(env + EngineState.DF) & EngineState.DIRECTION;
      } else {
        flags = engine.uc_reg_read(UnicornConstants.UC_X86_REG_EFLAGS) & 0xffffffffL;
      }
    }
    return stepping && !ownTrapFlag ? flags & ~TRAP_FLAG : flags;
  }

  private void setFlags(long value) {
    long flags = value & USER_FLAGS | ALWAYS;
    if (stepping) {
      ownTrapFlag = (flags & TRAP_FLAG) != 0;
      flags |= TRAP_FLAG;
    }
    if (inEngine) {
      HostMemory.putLong(env + EngineState.CC_SRC, flags & EngineState.CC_BITS);
      HostMemory.putInt(env + EngineState.CC_OP, layout.flagsInSource);
      HostMemory.putInt(env + EngineState.DF, (flags & EngineState.DIRECTION) != 0 ? -1 : 1);
      flags &= ~EngineState.ARITHMETIC;
    }
    HostMemory.putLong(state + EngineState.EFLAGS, flags);
  }

  @Override
  public void run(TrapHandler handler) {
    core.acquire(this);
    try {
      this.handler = handler;
      runner = Thread.currentThread();
      leaving = false;
      begin();
      int idle = 0;
      while (!leaving && !interrupted) {
        if (makeRoom) {
          makeRoom = false;
          core.release(this);
          core.acquire(this);
          begin();
        }
        idle = runEngine() ? 0 : idle + 1;
        if (idle > RESUMES_WITHOUT_REASON) {
          throw new IllegalStateException(
              "the engine stops without a reason at 0x" + Long.toHexString(get(Register.RIP)));
        }
      }
    } finally {
      phase = OUTSIDE;
      core.running(null);
      interrupted = false;
      this.handler = null;
      core.release(this);
    }
  }

  private void begin() {
    core.hooks().serve(this);
    core.running(this);
  }

  /** Runs until the engine stops; false when nothing explains why it did. */
  private boolean runEngine() {
    if (afterStep != null && !stepping) {
      beginStep();
    }
    if (flushWanted) {
      flushWanted = false;
      engine.uc_ctl(UnicornConstants.UC_CTL_TLB_FLUSH);
    }
    if (core.code().nearlyFull()) {
      core.code().empty();
    }
    traps = 0;
    phase = GUEST;
    if (interrupted || makeRoom) {
      phase = OUTSIDE;
      return true;
    }
    inEngine = true;
    int error = engine.uc_emu_start(HostMemory.getLong(env + EngineState.EIP));
    inEngine = false;
    phase = OUTSIDE;
    if (failure != null) {
      throw rethrown();
    }
    if (portFault.pending()) {
      portFault.rewind(env);
      clearExceptionInFlight();
      deliver(GENERAL_PROTECTION, 0, 0);
      return true;
    }
    if (error != UnicornConstants.UC_ERR_OK) {
      engine.unicorn().check("uc_emu_start", error);
    }
    if (traps > 0 || leaving || interrupted || makeRoom) {
      return true;
    }
    return false;
  }

  private RuntimeException rethrown() {
    Throwable thrown = failure;
    failure = null;
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException runtime) {
      throw runtime;
    }
    return new IllegalStateException(thrown);
  }

  /** Keeps what a handler threw until the engine has been left. */
  void fail(Throwable thrown) {
    if (inTrap) {
      inTrap = false;
      HostMemory.putLong(env + EngineState.EIP, rip - added);
    }
    failure = thrown;
    leaving = true;
    engine.uc_emu_stop();
  }

  void trapSyscall() {
    if (isVirtual86()) {
      leaveVirtual86(entryLength());
      return;
    }
    beginTrap(entryLength());
    endTrap(handler.onEntry(EntryMechanism.SYSCALL));
  }

  void trapSysenter() {
    if (isVirtual86()) {
      leaveVirtual86(2);
      return;
    }
    // The engine has not brought its RIP up to date: the instruction lies at or after it.
    long at = HostMemory.getLong(env + EngineState.EIP);
    HostMemory.putLong(env + EngineState.EIP, findSysenter(at));
    beginTrap(2);
    endTrap(handler.onEntry(EntryMechanism.SYSENTER));
  }

  void trapInterrupt(int number) {
    boolean software = HostMemory.getInt(env + errorCode + EngineState.IS_INT) != 0;
    int code = HostMemory.getInt(env + errorCode);
    clearExceptionInFlight();
    if (portFault.pending()) {
      engine.uc_emu_stop();
      return;
    }
    if (isVirtual86()) {
      leaveVirtual86(0);
      return;
    }
    traps++;
    phase = TRAP;
    inTrap = true;
    added = 0;
    rip = HostMemory.getLong(env + EngineState.EIP);
    endTrap(software ? softwareInterrupt(number) : exception(number, code));
  }

  private boolean isVirtual86() {
    return (HostMemory.getLong(env + EngineState.EFLAGS) & VIRTUAL_86) != 0;
  }

  /**
   * The engine lets an iret of 32-bit user code enter virtual-8086 mode, which long mode has not.
   * The guest gets out of it at its first trap, with a protection fault; it could reach no more
   * memory there than before.
   */
  private void leaveVirtual86(int length) {
    long flags = HostMemory.getLong(env + EngineState.EFLAGS);
    HostMemory.putLong(env + EngineState.EFLAGS, flags & USER_FLAGS | ALWAYS);
    set(Register.CS, 0x23);
    for (Register data : new Register[] {Register.SS, Register.DS, Register.ES}) {
      set(data, 0x2b);
    }
    set(Register.FS, 0);
    set(Register.GS, 0);
    beginTrap(length);
    endTrap(handler.onException(GENERAL_PROTECTION, 0, 0));
  }

  /** The engine executes port instructions at any level. The rest of the block has to be undone. */
  void trapPort(boolean in, int port, int size) {
    if (!portFault.pending()) {
      portFault.raise(env, in, port, size);
      engine.uc_emu_stop();
    }
  }

  /** The run ends and goes on at once with an empty buffer. */
  void makeRoomForCode() {
    traps++;
    engine.uc_emu_stop();
  }

  private boolean softwareInterrupt(int number) {
    finishStep();
    return switch (number) {
      case 0x80 -> handler.onEntry(EntryMechanism.INT80);
      case 3, 4 -> handler.onException(number, 0, 0);
      default -> {
        // No user may call the other gates (SDM vol. 3, 6.12.1.2): the error code names the gate.
        rip -= 2;
        yield handler.onException(GENERAL_PROTECTION, number << 3 | 2, 0);
      }
    };
  }

  private boolean exception(int vector, int code) {
    if (vector == DEBUG && stepping) {
      boolean own = ownTrapFlag;
      finishStep();
      return !own || handler.onException(DEBUG, 0, 0);
    }
    finishStep();
    if (vector == INVALID_OPCODE && GuestCode.byteAt(core.arena(), root(), rip) == ICEBP) {
      rip++;
      return handler.onException(DEBUG, 0, 0);
    }
    if (vector == GENERAL_PROTECTION && code == 0 && is64Bit() && stackFault.at(root(), rip)) {
      return handler.onException(STACK_FAULT, 0, 0);
    }
    long address = vector == PAGE_FAULT ? HostMemory.getLong(env + EngineState.CR + 16) : 0;
    return handler.onException(vector, code, address);
  }

  /** An exception that is raised outside the engine. */
  private void deliver(int vector, int code, long address) {
    traps++;
    inTrap = true;
    rip = HostMemory.getLong(env + EngineState.EIP);
    finishStep();
    boolean goOn;
    try {
      goOn = handler.onException(vector, code, address);
    } finally {
      inTrap = false;
      HostMemory.putLong(env + EngineState.EIP, rip);
    }
    if (!goOn) {
      leaving = true;
    }
  }

  /** In the hook of an entry instruction, whose length the engine adds to RIP when it returns. */
  private void beginTrap(int length) {
    traps++;
    phase = TRAP;
    inTrap = true;
    added = length;
    rip = HostMemory.getLong(env + EngineState.EIP) + length;
    finishStep();
  }

  private void endTrap(boolean goOn) {
    inTrap = false;
    HostMemory.putLong(env + EngineState.EIP, rip - added);
    if (afterStep != null && !stepping) {
      if (added == 0) {
        beginStep();
      } else {
        engine.uc_emu_stop();
      }
    }
    phase = GUEST;
    if (!goOn) {
      leaving = true;
      engine.uc_emu_stop();
    } else if (interrupted || makeRoom) {
      engine.uc_emu_stop();
    }
  }

  private void clearExceptionInFlight() {
    HostMemory.putInt(env + errorCode + EngineState.OLD_EXCEPTION, -1);
  }

  /** Bytes in the entry instruction, which may have prefixes. */
  private int entryLength() {
    long at = HostMemory.getLong(env + EngineState.EIP);
    if (at != measuredAt) {
      int length = 2;
      while (length < LONGEST_INSTRUCTION
          && GuestCode.byteAt(core.arena(), root(), at + length - 2) != 0x0f) {
        length++;
      }
      measuredAt = at;
      measuredLength = length < LONGEST_INSTRUCTION ? length : 2;
    }
    return measuredLength;
  }

  private long findSysenter(long from) {
    for (long at = from; at < from + PAGE_SIZE; at++) {
      if (GuestCode.byteAt(core.arena(), root(), at) == 0x0f
          && GuestCode.byteAt(core.arena(), root(), at + 1) == 0x34) {
        return at;
      }
    }
    return from;
  }

  /** A general register by the number it has in instructions. */
  long general(int number) {
    return HostMemory.getLong(state + EngineState.REGS + 8L * number);
  }

  private boolean is64Bit() {
    return (HostMemory.getInt(env + EngineState.HFLAGS) & Segments.HF_CS64) != 0;
  }

  private long root() {
    return HostMemory.getLong(state + EngineState.CR + 24);
  }

  @Override
  public void stepOnce(Runnable after) {
    afterStep = after;
  }

  private void beginStep() {
    ownTrapFlag = (HostMemory.getLong(env + EngineState.EFLAGS) & TRAP_FLAG) != 0;
    stepping = true;
    HostMemory.putLong(
        env + EngineState.EFLAGS, HostMemory.getLong(env + EngineState.EFLAGS) | TRAP_FLAG);
  }

  /** Ends the step before anything else happens. */
  private void finishStep() {
    if (stepping) {
      stepping = false;
      if (!ownTrapFlag) {
        HostMemory.putLong(
            env + EngineState.EFLAGS, HostMemory.getLong(env + EngineState.EFLAGS) & ~TRAP_FLAG);
      }
      Runnable after = afterStep;
      afterStep = null;
      after.run();
    }
  }

  @Override
  public void interrupt() {
    interrupted = true;
    kick();
  }

  /**
   * Another processor waits for the engine.
   *
   * @param now do not wait for the next call or exception, where a stop is exact
   */
  void makeRoom(boolean now) {
    makeRoom = true;
    if (now) {
      kick();
    }
  }

  /**
   * Stops guest code. A stop that comes before the engine has begun is lost, so it is sent again
   * until it has been seen. In a handler nothing is needed: its end looks at the flags.
   */
  private void kick() {
    while (phase == GUEST && (interrupted || makeRoom)) {
      engine.uc_emu_stop();
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(20));
    }
  }

  @Override
  public void setPageTable(long root) {
    if (state == env) {
      engine.uc_reg_write(UnicornConstants.UC_X86_REG_CR3, root);
    } else {
      HostMemory.putLong(state + EngineState.CR + 24, root);
    }
  }

  @Override
  public long supervisorEntry() {
    return core.supervisor().entry();
  }

  @Override
  public void flushTlb() {
    // Out of the engine nothing is cached: taking the engine back flushes.
    if (state != env) {
      return;
    }
    if (phase == OUTSIDE || Thread.currentThread() == runner) {
      engine.uc_ctl(UnicornConstants.UC_CTL_TLB_FLUSH);
    } else {
      // Another task of the process, while this one runs: its engine may not be touched now.
      flushWanted = true;
      makeRoom(false);
    }
  }

  @Override
  public void dropTranslations(long page) {
    core.acquire(this);
    try {
      engine.uc_ctl(UnicornConstants.UC_CTL_TB_REMOVE_CACHE, page, page + PAGE_SIZE);
      clearExceptionInFlight();
    } finally {
      core.release(this);
    }
  }

  @Override
  public void saveFloatingPoint(byte[] image, int offset) {
    core.acquire(this);
    try {
      FloatingPointState.save(engine, image, offset);
    } finally {
      core.release(this);
    }
  }

  @Override
  public void loadFloatingPoint(byte[] image, int offset) {
    core.acquire(this);
    try {
      FloatingPointState.load(engine, image, offset);
    } finally {
      core.release(this);
    }
  }

  @Override
  public void setTlsDescriptor(int index, long descriptor) {
    tls[index - DescriptorTable.FIRST_TLS] = descriptor;
    if (state == env) {
      core.supervisor().descriptors.put(index, descriptor);
    }
  }

  @Override
  public Cpu create() {
    return core.newCpu();
  }

  /** Moves the registers from the engine to the context. */
  void saveState() {
    engine.uc_context_save(context);
    state = context + layout.contextData;
  }

  /** Moves the registers from the context to the engine. */
  void restoreState() {
    engine.uc_context_restore(context);
    state = env;
    engine.uc_ctl(UnicornConstants.UC_CTL_TLB_FLUSH);
    for (int i = 0; i < tls.length; i++) {
      core.supervisor().descriptors.put(DescriptorTable.FIRST_TLS + i, tls[i]);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      portFault.close();
      core.closed(this, context);
    }
  }
}

package tollgate.cpu.unicorn;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import tollgate.entry.Cpu;
import tollgate.entry.Vendor;
import tollgate.mm.RamArena;
import tollgate.unicorn.HostMemory;
import tollgate.unicorn.Unicorn;
import tollgate.unicorn.UnicornConstants;
import tollgate.unicorn.UnicornEngine;
import tollgate.unicorn.UnicornLibrary;

/**
 * One engine of libunicorn, which all processors of a machine share: their tasks run guest code in
 * turn, because the engine's atomic instructions hold only within one engine. A processor that is
 * alone keeps its state in the engine; several save and restore it when they take turns.
 */
public final class UnicornCore implements AutoCloseable {
  /**
   * How long a processor that makes no call and meets no exception may keep others waiting.
   * Stopping it anywhere else is not exact: the engine looks for a stop after each access to memory
   * too, and then runs the block from its start once more.
   */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** How long one processor may keep others waiting; it gives way at its next call or exception. */
  private static final long TIME_SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  private static final int MSR_EFER = 0xc0000080;

  /** SCE, LME, LMA, NXE. */
  private static final long EFER = 0xd01;

  /** PAE, OSFXSR, OSXMMEXCPT, FSGSBASE. */
  private static final long CR4 = 0x10620;

  /** PG, WP, NE, MP, PE. */
  private static final long CR0 = 0x80010023L;

  private final RamArena arena;
  private final Vendor vendor;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final UnicornEngine engine;
  private final EngineState state;
  private final SupervisorMemory supervisor;
  private final EngineHooks hooks;
  private final TranslationBuffer code;
  private final long powerOn;

  /** Whose state is in the engine. Guarded by turn. */
  private UnicornCpu current;

  /** Who is inside run, for others to ask to make room. */
  private volatile UnicornCpu running;

  private int cpus;
  private boolean open = true;

  private UnicornCore(Unicorn unicorn, RamArena arena, Vendor vendor, int translated) {
    this.arena = arena;
    this.vendor = vendor;
    engine = unicorn.uc_open(UnicornConstants.UC_ARCH_X86, UnicornConstants.UC_MODE_64);
    long above = arena.size() + (2L << 20) - 1 & -(2L << 20);
    supervisor = new SupervisorMemory(above);
    try {
      configure(translated);
      state = EngineState.locate(engine);
      enterLongMode();
      hooks = new EngineHooks(engine);
      engine.uc_hook_add(hooks);
      new ExceptionProbe(engine, state, hooks).learn(supervisor);
      code = new TranslationBuffer(engine, translated, supervisor.zero());
      hooks.watch(code);
      loadPowerOnState();
      powerOn = engine.uc_context_alloc();
      engine.uc_context_save(powerOn);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Finds libunicorn and opens a core.
   *
   * @param arena the guest's RAM, at physical address 0
   * @throws tollgate.unicorn.UnicornUnavailableException when there is no usable library
   */
  public static UnicornCore open(RamArena arena, Vendor vendor) {
    return open(UnicornLibrary.find(), arena, vendor);
  }

  /** Opens a core of a library that was found already. */
  public static UnicornCore open(Unicorn unicorn, RamArena arena, Vendor vendor) {
    return open(unicorn, arena, vendor, TranslationBuffer.SIZE);
  }

  /** Opens a core with a buffer of that many bytes for translated code. */
  static UnicornCore open(Unicorn unicorn, RamArena arena, Vendor vendor, int translated) {
    return new UnicornCore(unicorn, arena, vendor, translated);
  }

  /** A new processor, in 64-bit mode at level 3, with the registers as Linux starts a program. */
  public Cpu newCpu() {
    turn.lock();
    try {
      cpus++;
      if (current != null && turn.getHoldCount() == 1) {
        // The caller's own processor, alone until now: from here on it may lose the engine.
        current.saveState();
        current = null;
      }
      long context = engine.uc_context_alloc();
      // Saving gives the copy its header; the contents are those of power-on.
      engine.uc_context_save(context);
      long size = engine.uc_context_size() - state.contextData;
      HostMemory.copy(powerOn + state.contextData, context + state.contextData, size);
      return new UnicornCpu(this, context);
    } finally {
      turn.unlock();
    }
  }

  /** The engine and the file it was loaded from. */
  public String describe() {
    return "unicorn " + engine.unicorn().release() + " (" + engine.unicorn().path() + ")";
  }

  RamArena arena() {
    return arena;
  }

  Vendor vendor() {
    return vendor;
  }

  UnicornEngine engine() {
    return engine;
  }

  EngineState state() {
    return state;
  }

  EngineHooks hooks() {
    return hooks;
  }

  TranslationBuffer code() {
    return code;
  }

  SupervisorMemory supervisor() {
    return supervisor;
  }

  /** Waits for the engine and puts a processor's state into it. Reentrant. */
  void acquire(UnicornCpu cpu) {
    if (!turn.tryLock()) {
      awaitTurn();
    }
    if (current != cpu) {
      if (current != null) {
        current.saveState();
      }
      current = cpu;
      cpu.restoreState();
    }
  }

  /** Lets others have the engine. */
  void release(UnicornCpu cpu) {
    if (turn.getHoldCount() == 1 && cpus > 1) {
      cpu.saveState();
      current = null;
    }
    turn.unlock();
  }

  private void awaitTurn() {
    boolean interrupted = false;
    long waited = 0;
    try {
      while (true) {
        try {
          if (turn.tryLock(TIME_SLICE_NANOS, TimeUnit.NANOSECONDS)) {
            return;
          }
          UnicornCpu other = running;
          waited += TIME_SLICE_NANOS;
          if (other != null) {
            other.makeRoom(waited >= PATIENCE_NANOS);
          }
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void running(UnicornCpu cpu) {
    running = cpu;
  }

  /** Forgets a processor. */
  void closed(UnicornCpu cpu, long context) {
    turn.lock();
    try {
      cpus--;
      if (current == cpu) {
        current = null;
      }
      freeContext(context);
    } finally {
      turn.unlock();
    }
  }

  void freeContext(long context) {
    turn.lock();
    try {
      if (open) {
        engine.uc_context_free(context);
      }
    } finally {
      turn.unlock();
    }
  }

  private void configure(int translated) {
    engine.uc_ctl(
        UnicornConstants.UC_CTL_CPU_MODEL,
        vendor == Vendor.AMD
            ? UnicornConstants.UC_CPU_X86_EPYC_ROME
            : UnicornConstants.UC_CPU_X86_SKYLAKE_SERVER);
    engine.uc_ctl(UnicornConstants.UC_CTL_TCG_BUFFER_SIZE, translated);
    // With exits in use and none set, no address ends a run.
    engine.uc_ctl(UnicornConstants.UC_CTL_UC_USE_EXITS, 1);
    int all = UnicornConstants.UC_PROT_ALL;
    engine.uc_mem_map_ptr(0, arena.size(), all, arena.base());
    engine.uc_mem_map_ptr(supervisor.physical(), SupervisorMemory.SIZE, all, supervisor.host());
  }

  private void enterLongMode() {
    engine.writeMsr(MSR_EFER, EFER);
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_CR4, CR4);
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_CR3, supervisor.emptyRoot());
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_CR0, CR0);
    engine.writeMemoryManagement(
        UnicornConstants.UC_X86_REG_GDTR,
        supervisor.descriptorAddress(),
        DescriptorTable.ENTRIES * 8 - 1);
  }

  private void loadPowerOnState() {
    long env = state.env;
    Segments.load(env, Segments.SS, 0x2b, supervisor.descriptors.get(0x2b));
    Segments.load(env, Segments.CS, 0x33, supervisor.descriptors.get(0x33));
    for (int segment : new int[] {Segments.DS, Segments.ES, Segments.FS, Segments.GS}) {
      Segments.load(env, segment, 0, 0);
    }
    for (int register = 0; register < 16; register++) {
      HostMemory.putLong(env + EngineState.REGS + 8L * register, 0);
    }
    engine.uc_reg_write(UnicornConstants.UC_X86_REG_EFLAGS, 0x202);
    HostMemory.putLong(env + EngineState.EIP, 0);
    FloatingPointState.reset(engine);
  }

  @Override
  public void close() {
    turn.lock();
    try {
      if (open) {
        open = false;
        engine.close();
        supervisor.free();
      }
    } finally {
      turn.unlock();
    }
  }
}

package tollgate.cpu.unicorn;

import tollgate.unicorn.Hooks;
import tollgate.unicorn.UnicornEngine;

/**
 * Passes the engine's calls to the processor that runs. Nothing thrown may leave through the
 * engine: it is kept and the run stopped.
 */
final class EngineHooks implements Hooks {
  private static final int NONE = -1;

  private final UnicornEngine engine;
  private UnicornCpu cpu;
  private TranslationBuffer code;
  private boolean probing;
  private int probed = NONE;

  EngineHooks(UnicornEngine engine) {
    this.engine = engine;
  }

  /** Whose calls these are from now on. */
  void serve(UnicornCpu cpu) {
    this.cpu = cpu;
  }

  /** Ends runs when this is nearly full. */
  void watch(TranslationBuffer code) {
    this.code = code;
  }

  /** The next interrupt is only noted and ends the run. */
  void expectProbe() {
    probing = true;
    probed = NONE;
  }

  /** The number of the noted interrupt, or -1. */
  int probed() {
    return probed;
  }

  @Override
  public void syscall() {
    try {
      cpu.trapSyscall();
    } catch (Throwable e) {
      cpu.fail(e);
    }
  }

  @Override
  public void interrupt(int number) {
    if (probing) {
      probing = false;
      probed = number;
      engine.uc_emu_stop();
      return;
    }
    try {
      cpu.trapInterrupt(number);
    } catch (Throwable e) {
      cpu.fail(e);
    }
  }

  @Override
  public void sysenter() {
    try {
      cpu.trapSysenter();
    } catch (Throwable e) {
      cpu.fail(e);
    }
  }

  @Override
  public void edgeGenerated() {
    if (code != null && code.nearlyFull()) {
      cpu.makeRoomForCode();
    }
  }

  @Override
  public int in(int port, int size) {
    try {
      cpu.trapPort(true, port, size);
    } catch (Throwable e) {
      cpu.fail(e);
    }
    return 0;
  }

  @Override
  public void out(int port, int size, int value) {
    try {
      cpu.trapPort(false, port, size);
    } catch (Throwable e) {
      cpu.fail(e);
    }
  }
}

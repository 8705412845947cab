package tollgate.unicorn;

import com.kenai.jffi.Closure;

/**
 * The function pointer that the engine has for one of the entries that programs use all the time.
 * One small class for all of them, so that the compiler sees through the call and the argument
 * buffer is never allocated.
 */
final class Callback implements Closure {
  static final int INTERRUPT = 0;
  static final int SYSCALL = 1;
  static final int SYSENTER = 2;

  private final Hooks hooks;
  private final int kind;

  Callback(Hooks hooks, int kind) {
    this.hooks = hooks;
    this.kind = kind;
  }

  @Override
  public void invoke(Buffer buffer) {
    if (kind == SYSCALL) {
      hooks.syscall();
    } else if (kind == INTERRUPT) {
      hooks.interrupt(buffer.getInt(1));
    } else {
      hooks.sysenter();
    }
  }
}

package tollgate.signal;

import tollgate.entry.Cpu;
import tollgate.entry.Register;

/** The bits of RFLAGS that signal handling touches (arch/x86/kernel/signal.c). */
final class UserFlags {
  private static final long CF = 1;
  private static final long PF = 1 << 2;
  private static final long AF = 1 << 4;
  private static final long ZF = 1 << 6;
  private static final long SF = 1 << 7;
  private static final long TF = 1 << 8;
  private static final long DF = 1 << 10;
  private static final long OF = 1 << 11;
  private static final long RF = 1 << 16;
  private static final long AC = 1 << 18;

  /** What sigreturn takes from the frame (FIX_EFLAGS). */
  private static final long RESTORED = AC | OF | DF | TF | SF | ZF | AF | PF | CF | RF;

  private UserFlags() {}

  /** A handler starts with a known direction and without single-stepping. */
  static void enterHandler(Cpu cpu) {
    cpu.set(Register.RFLAGS, cpu.get(Register.RFLAGS) & ~(DF | RF | TF));
  }

  /** Takes a frame's flags, except those a user may not change. */
  static void restore(Cpu cpu, long flags) {
    long now = cpu.get(Register.RFLAGS);
    cpu.set(Register.RFLAGS, (now & ~RESTORED) | (flags & RESTORED));
  }
}

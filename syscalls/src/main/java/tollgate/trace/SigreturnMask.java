package tollgate.trace;

import tollgate.abi.Abi;
import tollgate.abi.ErrnoException;
import tollgate.abi.GuestMemory;
import tollgate.abi.uapi.RtSigframe32;
import tollgate.abi.uapi.RtSigframe64;
import tollgate.abi.uapi.Sigcontext32;
import tollgate.abi.uapi.Sigframe32;
import tollgate.abi.uapi.Ucontext32;
import tollgate.abi.uapi.Ucontext64;

/** Prints the signal mask that sigreturn is about to restore: it has no other argument. */
final class SigreturnMask {
  private SigreturnMask() {}

  /**
   * The text between the parentheses.
   *
   * @param name {@code rt_sigreturn} or {@code sigreturn}
   * @param pointer the stack pointer at the entry; the frame lies a little below it
   */
  static String text(String name, Abi abi, GuestMemory memory, long pointer) {
    TraceLine out = new TraceLine().raw("{mask=");
    try {
      if (abi == Abi.X86_64) {
        long frame = pointer - abi.wordSize() + RtSigframe64.UC.offset(abi);
        SignalNames.printSet(out, Ucontext64.UC_SIGMASK.read(memory, abi, frame), 64);
      } else if (name.equals("rt_sigreturn")) {
        long frame = (pointer & 0xffff_ffffL) - 4 + RtSigframe32.UC.offset(abi);
        SignalNames.printSet(out, Ucontext32.UC_SIGMASK.read(memory, abi, frame), 64);
      } else {
        // The classic trampoline pops the signal number too.
        long frame = (pointer & 0xffff_ffffL) - 8;
        long context = frame + Sigframe32.SC.offset(abi);
        long low = Sigcontext32.OLDMASK.read(memory, abi, context);
        long high = Sigframe32.EXTRAMASK.read(memory, abi, frame);
        SignalNames.printSet(out, low & 0xffff_ffffL | high << 32, 64);
      }
    } catch (ErrnoException unreadable) {
      return "0x" + Long.toHexString(pointer);
    }
    return out.raw('}').from(0);
  }
}

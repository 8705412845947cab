package tollgate.signal;

import tollgate.abi.Errno;
import tollgate.abi.uapi.Signal;

/** Where a handler's frame goes (get_sigframe in arch/x86/kernel/signal.c). */
final class HandlerStack {
  /** Bytes below the stack pointer that x86-64 code may use unseen (psABI 3.2.2). */
  private static final int RED_ZONE = 128;

  /** FXSAVE images lie at multiples of this. */
  private static final int FX_ALIGNMENT = 64;

  private static final int FX_SIZE = 512;

  private final long floatingPoint;
  private final long frame;

  private HandlerStack(long floatingPoint, long frame) {
    this.floatingPoint = floatingPoint;
    this.frame = frame;
  }

  /** The place for an x86-64 frame. */
  static HandlerStack for64(FrameContext context, long stackPointer, int size) {
    long top = top(context, stackPointer - RED_ZONE, stackPointer);
    long fx = top - FX_SIZE & -FX_ALIGNMENT;
    return checked(context, stackPointer, fx, (fx - size & -16) - 8);
  }

  /**
   * The place for an i386 frame; the FSAVE image of {@code fsaveSize} bytes stands directly below
   * the FXSAVE one.
   *
   * @param legacySwitch true where a restorer without SA_RESTORER names the stack to use
   */
  static HandlerStack for32(
      FrameContext context, long stackPointer, int size, int fsaveSize, boolean legacySwitch) {
    long top = top(context, stackPointer, stackPointer);
    if (legacySwitch && top == stackPointer) {
      top = context.action().restorer();
    }
    long fx = top - FX_SIZE & -FX_ALIGNMENT;
    long fsave = fx - fsaveSize;
    return checked(context, stackPointer, fsave, (fsave - size + 4 & -16) - 4);
  }

  private static long top(FrameContext context, long below, long stackPointer) {
    AltStack stack = context.stack();
    boolean switches = context.action().has(Signal.SA_ONSTACK) && stack.state(stackPointer) == 0;
    return switches ? stack.base() + stack.size() : below;
  }

  /** A frame that runs off the end of the alternate stack must not be written: EFAULT. */
  private static HandlerStack checked(FrameContext context, long stackPointer, long fp, long at) {
    AltStack stack = context.stack();
    boolean entering = context.action().has(Signal.SA_ONSTACK) && stack.state(stackPointer) == 0;
    if ((entering || stack.holds(stackPointer)) && stack.size() != 0 && !stack.contains(at)) {
      throw Errno.EFAULT.failure();
    }
    return new HandlerStack(fp, at);
  }

  /** Where the floating-point state begins. */
  long floatingPoint() {
    return floatingPoint;
  }

  /** Where the frame begins: the handler's stack pointer. */
  long frame() {
    return frame;
  }
}

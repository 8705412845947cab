package tollgate.signal;

/**
 * A task's alternate signal stack (sigaltstack(2)). Immutable.
 *
 * @param base lowest address
 * @param size bytes
 * @param flags SS_DISABLE, SS_AUTODISARM
 */
public record AltStack(long base, long size, int flags) {
  /** SS_ONSTACK. */
  public static final int ONSTACK = 1;

  /** SS_DISABLE. */
  public static final int DISABLE = 2;

  /** SS_AUTODISARM. */
  public static final int AUTODISARM = 1 << 31;

  /** No alternate stack. */
  public static final AltStack NONE = new AltStack(0, 0, DISABLE);

  /** True when the stack pointer lies on this stack; never with SS_AUTODISARM. */
  public boolean holds(long stackPointer) {
    return (flags & AUTODISARM) == 0 && contains(stackPointer);
  }

  /** True when the stack pointer lies within the stack's memory. */
  public boolean contains(long stackPointer) {
    return Long.compareUnsigned(stackPointer, base) > 0
        && Long.compareUnsigned(stackPointer - base, size) <= 0;
  }

  /** SS_ONSTACK, SS_DISABLE or 0, as sigaltstack(2) reports for a stack pointer. */
  public int state(long stackPointer) {
    if (size == 0) {
      return DISABLE;
    }
    return holds(stackPointer) ? ONSTACK : 0;
  }
}

package tollgate.signal;

/**
 * What a frame gives back besides the registers.
 *
 * @param mask the signal mask
 * @param stack the alternate stack; null where the frame has none
 */
public record FrameState(long mask, AltStack stack) {}

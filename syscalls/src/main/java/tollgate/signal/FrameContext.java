package tollgate.signal;

/**
 * What a signal frame says besides the registers.
 *
 * @param mask the mask that sigreturn restores
 * @param trapNumber vector of the last exception
 * @param errorCode its error code
 * @param faultAddress CR2 of the last page fault
 */
public record FrameContext(
    SigInfo info,
    SigAction action,
    long mask,
    AltStack stack,
    int trapNumber,
    int errorCode,
    long faultAddress) {}

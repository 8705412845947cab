package tollgate.exec;

/**
 * The vDSO as it lies in an address space.
 *
 * @param base where its first page is: AT_SYSINFO_EHDR
 */
public record VdsoMapping(VdsoImage image, long base) {
  /** The address of a symbol of the image. */
  public long address(String symbol) {
    return base + image.offset(symbol);
  }

  /** i386: where {@code sysenter} and 32-bit {@code syscall} come back to. */
  public long landingPad() {
    return address("int80_landing_pad");
  }

  /** i386: the trampoline that a signal handler without SA_RESTORER returns to. */
  public long sigreturn() {
    return address("__kernel_sigreturn");
  }

  /** i386: the same for handlers with SA_SIGINFO. */
  public long rtSigreturn() {
    return address("__kernel_rt_sigreturn");
  }
}

package tollgate.exec;

import tollgate.abi.Abi;

/**
 * The registers a program starts with; all others are 0 (arch/x86/kernel/process_64.c,
 * start_thread).
 *
 * @param abi of the program
 * @param entry RIP
 * @param stackPointer RSP, at argc
 */
public record StartState(Abi abi, long entry, long stackPointer) {
  /** CS: the mode. */
  public int codeSelector() {
    return abi == Abi.I386 ? 0x23 : 0x33;
  }

  /** SS. */
  public int stackSelector() {
    return 0x2b;
  }

  /** DS and ES. */
  public int dataSelector() {
    return abi == Abi.I386 ? 0x2b : 0;
  }
}

package tollgate.kernel;

import tollgate.signal.AltStack;
import tollgate.signal.SigQueue;
import tollgate.signal.SigSet;

/** What a task keeps about signals: its mask, its own pending ones, its stack, its last fault. */
public final class TaskSignals {
  private final SigQueue pending = new SigQueue();
  private volatile long blocked;
  private long savedMask;
  private boolean maskSaved;
  private AltStack altStack = AltStack.NONE;
  private int trapNumber;
  private int errorCode;
  private long faultAddress;

  /** Signals sent to this task alone. */
  public SigQueue pending() {
    return pending;
  }

  /** The set of blocked signals. Safe from any thread. */
  public long blocked() {
    return blocked;
  }

  /** Replaces the mask; SIGKILL and SIGSTOP stay deliverable. */
  public void setBlocked(long set) {
    blocked = set & ~SigSet.UNBLOCKABLE;
  }

  /**
   * Sets a mask for the length of one call (sigsuspend, ppoll); the old one comes back after it.
   */
  public void blockForCall(long set) {
    if (!maskSaved) {
      savedMask = blocked;
      maskSaved = true;
    }
    setBlocked(set);
  }

  /** The mask that a handler's sigreturn shall restore: the one before a call changed it. */
  public long maskToRestore() {
    return maskSaved ? savedMask : blocked;
  }

  /** Forgets the saved mask: a handler's frame now carries it. */
  public void forgetSavedMask() {
    maskSaved = false;
  }

  /** Brings the saved mask back when no handler ran. */
  public void restoreSavedMask() {
    if (maskSaved) {
      maskSaved = false;
      blocked = savedMask;
    }
  }

  /** The alternate signal stack. */
  public AltStack altStack() {
    return altStack;
  }

  /** Replaces the alternate signal stack. */
  public void setAltStack(AltStack stack) {
    altStack = stack;
  }

  /** Notes the last exception for the next signal frame (thread.trap_nr and its company). */
  public void setTrap(int vector, int code, long address) {
    trapNumber = vector;
    errorCode = code;
    faultAddress = address;
  }

  /** Vector of the last exception. */
  public int trapNumber() {
    return trapNumber;
  }

  /** Error code of the last exception. */
  public int errorCode() {
    return errorCode;
  }

  /** CR2 of the last page fault. */
  public long faultAddress() {
    return faultAddress;
  }
}

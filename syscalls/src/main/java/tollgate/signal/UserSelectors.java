package tollgate.signal;

import tollgate.abi.Errno;

/**
 * Selectors that a frame may bring back. What a processor would refuse on the way to user code must
 * never reach it: Linux answers the fault that follows with SIGSEGV.
 */
final class UserSelectors {
  static final long USER_CS = 0x33;
  static final long USER32_CS = 0x23;
  static final long USER_DS = 0x2b;

  private UserSelectors() {}

  /** The code selector of a frame; EFAULT unless it is one of the two that exist. */
  static long code(long selector) {
    long wanted = selector & 0xffff | 3;
    if (wanted != USER_CS && wanted != USER32_CS) {
      throw Errno.EFAULT.failure();
    }
    return wanted;
  }

  /** A data selector as the kernel reloads it: the null selector stays, others get RPL 3. */
  static long data(long selector) {
    return (selector & ~3) == 0 ? selector : selector | 3;
  }
}

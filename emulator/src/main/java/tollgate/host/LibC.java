package tollgate.host;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.CallingConvention;
import com.kenai.jffi.Invoker;
import com.kenai.jffi.LastError;
import com.kenai.jffi.Library;
import com.kenai.jffi.Type;

/**
 * The host's C library: the functions we call and the one way to call them. Goes through jffi, the
 * layer under jnr-ffi: every argument is a long, so no code has to be generated at start-up (about
 * 60 ms of processor time saved) and jnr's assembler stubs are not involved. Results are the
 * function's, or {@code -errno}. Safe for all threads.
 *
 * <p>Variadic functions (openat, fcntl, ioctl) take integer arguments like any other function in
 * the C calling conventions of Linux.
 */
final class LibC {
  private static final Library LIBRARY = Library.getCachedInstance("libc.so.6", Library.LAZY);
  private static final Invoker INVOKER = Invoker.getInstance();
  private static final LastError ERROR = LastError.getInstance();
  private static final CallContext[] CONTEXTS = new CallContext[7];

  static {
    for (int arguments = 0; arguments < CONTEXTS.length; arguments++) {
      Type[] types = new Type[arguments];
      java.util.Arrays.fill(types, Type.SINT64);
      CONTEXTS[arguments] =
          CallContext.getCallContext(Type.SINT64, types, CallingConvention.DEFAULT, true);
    }
  }

  private LibC() {}

  /** The address of a function; fails when this C library lacks it. */
  static long function(String name) {
    long address = LIBRARY == null ? 0 : LIBRARY.getSymbolAddress(name);
    if (address == 0) {
      throw new UnsatisfiedLinkError("the host's C library (libc.so.6) has no " + name);
    }
    return address;
  }

  /** Calls a function that returns int: its value, or -errno when it returned -1. */
  static int callInt(long function, long a) {
    return intResult(INVOKER.invokeN1(CONTEXTS[1], function, a));
  }

  static int callInt(long function, long a, long b) {
    return intResult(INVOKER.invokeN2(CONTEXTS[2], function, a, b));
  }

  static int callInt(long function, long a, long b, long c) {
    return intResult(INVOKER.invokeN3(CONTEXTS[3], function, a, b, c));
  }

  static int callInt(long function, long a, long b, long c, long d) {
    return intResult(INVOKER.invokeN4(CONTEXTS[4], function, a, b, c, d));
  }

  static int callInt(long function, long a, long b, long c, long d, long e) {
    return intResult(INVOKER.invokeN5(CONTEXTS[5], function, a, b, c, d, e));
  }

  /** Calls a function without arguments that cannot fail. */
  static int callInt(long function) {
    return (int) INVOKER.invokeN0(CONTEXTS[0], function);
  }

  /** Calls a function that returns long or a pointer: its value, or -errno when it returned -1. */
  static long callLong(long function, long a, long b, long c) {
    return longResult(INVOKER.invokeN3(CONTEXTS[3], function, a, b, c));
  }

  static long callLong(long function, long a, long b, long c, long d) {
    return longResult(INVOKER.invokeN4(CONTEXTS[4], function, a, b, c, d));
  }

  static long callLong(long function, long a, long b, long c, long d, long e, long f) {
    return longResult(INVOKER.invokeN6(CONTEXTS[6], function, a, b, c, d, e, f));
  }

  private static int intResult(long raw) {
    int result = (int) raw;
    return result == -1 ? -ERROR.get() : result;
  }

  private static long longResult(long raw) {
    return raw == -1 ? -ERROR.get() : raw;
  }
}

package tollgate.platform;

/**
 * The three standard streams of the machine and the terminal behind them, if there is one. Streams
 * are host descriptors 0, 1 and 2, or what a test put in their place.
 */
public interface HostTerminal {
  /** Reads from standard input; blocks until a byte, the end, or {@link #interruptRead}. */
  long read(byte[] into, int offset, int length);

  /**
   * Writes to standard output or error.
   *
   * @param stream 1 or 2
   */
  long write(int stream, byte[] from, int offset, int length);

  /** poll(2) events that are ready on stream 0, 1 or 2 within the time; -1 waits for ever. */
  int poll(int stream, int events, int timeoutMillis);

  /**
   * Makes a blocked {@link #read} or {@link #poll} return -EINTR; remembered if none is blocked.
   */
  void interruptRead();

  /** What kind of file a stream is: host fstat(2). */
  int status(int stream, HostStatus into);

  /** True when the stream is a terminal. */
  boolean isTerminal(int stream);

  /** lseek(2) on a stream that was redirected to a file; -ESPIPE otherwise. */
  long seek(int stream, long offset, int whence);

  /**
   * Passes one terminal ioctl through whose argument is {@code argument.length} bytes in and out,
   * in the host's own layout, which is x86-64 Linux's (struct termios of the kernel, winsize, int).
   */
  int control(int stream, int request, byte[] argument);
}

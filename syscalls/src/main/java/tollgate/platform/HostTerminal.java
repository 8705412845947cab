package tollgate.platform;

/**
 * The standard streams of the machine and the terminal it was started from. Streams 0, 1 and 2 are
 * the host's descriptors, or what a test put in their place; {@link #CONTROLLING} is the host
 * process's controlling terminal, whatever the streams are. Transfers never block: they say -EAGAIN
 * and {@link #poll} waits. Safe for all threads.
 */
public interface HostTerminal {
  /** The stream number of the controlling terminal; all its calls give -ENXIO if there is none. */
  int CONTROLLING = 3;

  /** How many streams there are, {@link #CONTROLLING} included. */
  int STREAMS = 4;

  /**
   * Reads what is there.
   *
   * @param position where to read in a regular file, or -1 for the stream's own position
   * @return bytes, 0 at the end, -EAGAIN when nothing came yet, -errno
   */
  long read(int stream, byte[] into, int offset, int length, long position);

  /**
   * Writes what fits, at once and unbuffered.
   *
   * @param position where to write in a regular file, or -1 for the stream's own position
   * @return bytes, -EAGAIN when nothing fits now, -EPIPE when nobody reads any more, -errno
   */
  long write(int stream, byte[] from, int offset, int length, long position);

  /** The poll(2) events among {@code events}, POLLERR and POLLHUP that are ready now. */
  int ready(int stream, int events);

  /**
   * Waits until an event is ready on any stream or {@link #interruptPoll} is called; for one thread
   * at a time.
   *
   * @param events for each of the {@link #STREAMS} the poll(2) events waited for; 0: stream ignored
   * @param ready receives the events
   */
  void poll(int[] events, int[] ready);

  /** Makes {@link #poll} return; remembered if nobody is in it. */
  void interruptPoll();

  /** What kind of file a stream is: host fstat(2). */
  int status(int stream, HostStatus into);

  /** The host's path of the stream as /proc/self/fd shows it; null when it has none to tell. */
  default String path(int stream) {
    return null;
  }

  /** The open(2) flags of the stream (F_GETFL), or -EBADF when the host closed it. */
  int statusFlags(int stream);

  /** True when the stream is a terminal. */
  boolean isTerminal(int stream);

  /** lseek(2) on a stream that was redirected to a file; -ESPIPE otherwise. */
  long seek(int stream, long offset, int whence);

  /** ftruncate(2) on a stream that was redirected to a file. */
  int truncate(int stream, long size);

  /**
   * Passes one terminal ioctl through whose argument is {@code argument.length} bytes in and out,
   * in the host's own layout, which is x86-64 Linux's (struct termios of the kernel, winsize, int).
   */
  int control(int stream, int request, byte[] argument);

  /** Passes one terminal ioctl through whose argument is a number, such as TCFLSH. */
  int control(int stream, int request, long argument);
}

package tollgate.platform;

/**
 * The machine under the kernel: memory, files by directory descriptor, the terminal, clocks,
 * randomness. The emulator implements it over the C library, tests over plain Java. Every call that
 * can fail returns {@code -errno} in Linux's numbering, whatever the host's own is. All methods are
 * safe for all threads.
 */
public interface Host {
  /**
   * Maps zero-filled memory that costs nothing until touched (MAP_NORESERVE).
   *
   * @param bytes a multiple of 4096
   * @return the host address, page aligned, or -errno
   */
  long mapMemory(long bytes);

  /** Gives memory from {@link #mapMemory} back. */
  void unmapMemory(long address, long bytes);

  /** Tells the host that whole pages of mapped memory hold nothing any more (MADV_DONTNEED). */
  void releaseMemory(long address, long bytes);

  /** The host's files. */
  HostFiles files();

  /** The terminal or the streams the machine was started with. */
  HostTerminal terminal();

  /** Nanoseconds since 1970-01-01 UTC (CLOCK_REALTIME). */
  long realtimeNanos();

  /** Nanoseconds of CLOCK_MONOTONIC. */
  long monotonicNanos();

  /** Nanoseconds of CLOCK_BOOTTIME. */
  long boottimeNanos();

  /** Processor time this whole process has used, in nanoseconds: user and system together. */
  long processCpuNanos();

  /** Fills an array with unpredictable bytes. */
  void random(byte[] into, int offset, int length);

  /**
   * The permission bits that the host process's umask takes away: what the first guest inherits.
   */
  int umask();

  /** The host process's effective user id. */
  int userId();

  /** The host process's effective group id. */
  int groupId();

  /** The host process's supplementary groups. */
  int[] groups();
}

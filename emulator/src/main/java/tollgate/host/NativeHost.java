package tollgate.host;

import java.util.Arrays;
import tollgate.platform.Host;
import tollgate.platform.HostFiles;
import tollgate.platform.HostTerminal;

/**
 * The machine under the kernel through the host's C library. For x86-64 Linux with glibc; other
 * hosts are refused by {@link #open}.
 */
public final class NativeHost implements Host {
  static {
    // jnr's assembler stubs pass a wrong sixth argument; whoever loads jnr-ffi after us must not
    // meet them. Read by jnr when its first class is loaded.
    System.setProperty("jnr.ffi.x86asm.enabled", "false");
  }

  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_PRIVATE_ANONYMOUS_NORESERVE = 0x4022;
  private static final int MADV_DONTNEED = 4;
  private static final int CLOCK_REALTIME = 0;
  private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
  private static final int CLOCK_BOOTTIME = 7;
  private static final long NANOS = 1_000_000_000L;

  private static final long MMAP = LibC.function("mmap64");
  private static final long MUNMAP = LibC.function("munmap");
  private static final long MADVISE = LibC.function("madvise");
  private static final long CLOCK_GETTIME = LibC.function("clock_gettime");
  private static final long GETRANDOM = LibC.function("getrandom");
  private static final long UMASK = LibC.function("umask");

  private final int umask;
  private final NativeFiles files;
  private final NativeTerminal terminal;

  private NativeHost() {
    umask = LibC.callInt(UMASK, 0);
    LibC.callInt(UMASK, umask);
    files = new NativeFiles(umask);
    terminal = new NativeTerminal(files);
  }

  /**
   * The host this JVM runs on.
   *
   * @throws UnsupportedOperationException with one line that says why, when it is not x86-64 Linux
   */
  public static NativeHost open() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.equals("Linux amd64")) {
      throw new UnsupportedOperationException(
          "only x86-64 Linux hosts are supported, not " + system);
    }
    return new NativeHost();
  }

  @Override
  public long mapMemory(long bytes) {
    return LibC.callLong(MMAP, 0, bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS_NORESERVE, -1, 0);
  }

  @Override
  public void unmapMemory(long address, long bytes) {
    LibC.callInt(MUNMAP, address, bytes);
  }

  @Override
  public void releaseMemory(long address, long bytes) {
    LibC.callInt(MADVISE, address, bytes, MADV_DONTNEED);
  }

  @Override
  public HostFiles files() {
    return files;
  }

  @Override
  public HostTerminal terminal() {
    return terminal;
  }

  @Override
  public long realtimeNanos() {
    return clock(CLOCK_REALTIME);
  }

  @Override
  public long monotonicNanos() {
    return System.nanoTime(); // HotSpot on Linux: CLOCK_MONOTONIC, without leaving Java
  }

  @Override
  public long boottimeNanos() {
    return clock(CLOCK_BOOTTIME);
  }

  @Override
  public long processCpuNanos() {
    return clock(CLOCK_PROCESS_CPUTIME_ID);
  }

  @Override
  public void random(byte[] into, int offset, int length) {
    Scratch scratch = Scratch.current();
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, HostFiles.MAX_ARRAY_BYTES);
      long got = LibC.callLong(GETRANDOM, scratch.dataAddress(), part, 0);
      if (got > 0) {
        scratch.data().get(0, into, offset + done, (int) got);
        done += (int) got;
      }
    }
  }

  @Override
  public int umask() {
    return umask;
  }

  @Override
  public int userId() {
    return LibC.callInt(LibC.function("geteuid"));
  }

  @Override
  public int groupId() {
    return LibC.callInt(LibC.function("getegid"));
  }

  @Override
  public int[] groups() {
    Scratch scratch = Scratch.current();
    int most = HostFiles.MAX_ARRAY_BYTES / Integer.BYTES;
    int count = LibC.callInt(LibC.function("getgroups"), most, scratch.dataAddress());
    int[] groups = new int[Math.max(count, 0)];
    Arrays.setAll(groups, i -> scratch.data().getInt(i * Integer.BYTES));
    return groups;
  }

  private static long clock(int id) {
    Scratch scratch = Scratch.current();
    LibC.callInt(CLOCK_GETTIME, id, scratch.struct());
    return scratch.getLong(0) * NANOS + scratch.getLong(8);
  }
}

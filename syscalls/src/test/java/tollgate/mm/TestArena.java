package tollgate.mm;

/** A zero-filled arena in plain Java-allocated memory; closed by the test. */
public final class TestArena implements AutoCloseable {
  private final long raw;
  private final RamArena arena;

  /** Room for so many frames. */
  public TestArena(int frames) {
    long bytes = (long) frames * RamArena.FRAME_SIZE;
    raw = RamArena.UNSAFE.allocateMemory(bytes + RamArena.FRAME_SIZE);
    long base = raw + RamArena.FRAME_SIZE - 1 & -RamArena.FRAME_SIZE;
    RamArena.UNSAFE.setMemory(base, bytes, (byte) 0);
    arena = new RamArena(base, bytes);
  }

  public RamArena arena() {
    return arena;
  }

  /** A machine's memory in this arena. */
  public PhysicalMemory memory() {
    return new PhysicalMemory(arena, FrameReleaser.NONE);
  }

  @Override
  public void close() {
    RamArena.UNSAFE.freeMemory(raw);
  }
}

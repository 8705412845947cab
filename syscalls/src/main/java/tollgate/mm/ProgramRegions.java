package tollgate.mm;

/**
 * Where the loader put the parts of a program: what /proc/PID/stat, cmdline, environ and auxv read
 * (struct mm_struct). Addresses; ends are exclusive.
 *
 * @param auxv the auxiliary vector as it lies on the stack
 */
public record ProgramRegions(
    long startCode,
    long endCode,
    long startData,
    long endData,
    long startStack,
    long argStart,
    long argEnd,
    long envStart,
    long envEnd,
    byte[] auxv) {
  /** Nothing loaded yet. */
  public static final ProgramRegions NONE =
      new ProgramRegions(0, 0, 0, 0, 0, 0, 0, 0, 0, new byte[0]);
}

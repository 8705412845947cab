package tollgate.fs;

/** Receives directory entries one by one, as getdents(2) wants them. */
@FunctionalInterface
public interface DirectorySink {
  /**
   * One entry.
   *
   * @param next the position to continue after this entry (d_off)
   * @param type DT_* value
   * @return false when there is no room: the entry was not taken and the listing stops before it
   */
  boolean entry(String name, long inode, int type, long next);
}

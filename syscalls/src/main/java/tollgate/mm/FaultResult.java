package tollgate.mm;

/** What became of a page fault. */
public enum FaultResult {
  /** The page is there now: run the instruction again. */
  HANDLED,
  /** No mapping: SIGSEGV with SEGV_MAPERR. */
  SEGV_MAPERR,
  /** A mapping without that right: SIGSEGV with SEGV_ACCERR. */
  SEGV_ACCERR,
  /** Beyond the end of the mapped file, or the file cannot be read: SIGBUS with BUS_ADRERR. */
  BUS_ADRERR,
  /** The memory limit is reached: what Linux's out-of-memory killer answers with SIGKILL. */
  OOM
}

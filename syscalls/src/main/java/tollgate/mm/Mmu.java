package tollgate.mm;

/**
 * What an address space asks of the processor that runs in it. A processor caches translations and
 * translated code; the kernel writes the page table and says what became stale.
 */
public interface Mmu {
  /**
   * The slot of every top-level page table that belongs to the processor: addresses
   * 0xffffff0000000000 to 0xffffff7fffffffff, which no user page may lie in. The vsyscall page is
   * in slot 511 and stays the kernel's.
   */
  int SUPERVISOR_SLOT = 510;

  /**
   * What the kernel writes once into {@link #SUPERVISOR_SLOT} of each new top-level page table: a
   * present entry without the user bit, below which the processor keeps its descriptor table. 0 for
   * a processor that needs nothing there.
   */
  long supervisorEntry();

  /**
   * Forgets cached translations of user addresses: after rights were taken away or pages replaced.
   */
  void flushTlb();

  /**
   * Forgets code translated from a page whose bytes have changed. The page is present and
   * executable in the current address space at the time of the call.
   *
   * @param page a page-aligned user address
   */
  void dropTranslations(long page);

  /**
   * Makes the next guest instruction run alone. Used for an instruction that writes to its own
   * page: the page is writable and executable for just that instruction.
   *
   * @param after called on the same thread when the instruction has completed or faulted, before
   *     any other guest instruction or trap handler runs
   */
  void stepOnce(Runnable after);
}

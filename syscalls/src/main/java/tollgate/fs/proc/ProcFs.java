package tollgate.fs.proc;

import tollgate.fs.tree.TreeFs;
import tollgate.kernel.Kernel;

/** Makes a procfs. */
public final class ProcFs {
  /** statfs's f_type (PROC_SUPER_MAGIC). */
  public static final long MAGIC = 0x9fa0;

  private ProcFs() {}

  /**
   * A procfs that shows a kernel.
   *
   * @param device what stat(2) reports for its files, in Linux's huge dev_t encoding
   * @param processor what /proc/cpuinfo says
   */
  public static TreeFs create(Kernel kernel, long device, ProcessorDescription processor) {
    return new TreeFs(
        "proc",
        MAGIC,
        device,
        kernel.clock()::realtime,
        tree -> new ProcRoot(tree, kernel, processor));
  }
}

package tollgate.exec;

import tollgate.fs.OpenFile;

/** How a loader gets at the interpreter that a program names. */
@FunctionalInterface
public interface ProgramFiles {
  /**
   * Opens a file to be executed, relative to the process's root and working directory, with the
   * checks of the kernel's open_exec.
   *
   * <p>Fails with {@link tollgate.abi.ErrnoException}: ENOENT, EACCES (not a regular file, no
   * execute permission) and what else a path walk brings.
   */
  OpenFile open(String path);
}

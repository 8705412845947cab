package tollgate.kernel;

/** Told when job control stops a process: the machine stops itself as its own parent expects. */
@FunctionalInterface
public interface StopListener {
  /**
   * A process stops by a signal; called on a task's thread, returns when the process is continued.
   *
   * @param signal SIGSTOP, SIGTSTP, SIGTTIN or SIGTTOU
   */
  void stopped(Process process, int signal);
}

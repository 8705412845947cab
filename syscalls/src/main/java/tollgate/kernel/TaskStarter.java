package tollgate.kernel;

/** Gives a new task the thread it runs on. */
@FunctionalInterface
public interface TaskStarter {
  /** Starts the task's thread; an OutOfMemoryError means that the host has no more threads. */
  void start(Task task);
}

package tollgate.machine;

/** One guest's machine, from a set of options to the guest's end. */
public final class Machine implements AutoCloseable {
  private final MachineBuilder options;

  /** A machine that {@link #run} will start. */
  Machine(MachineBuilder options) {
    this.options = options;
  }

  /**
   * Loads the program, runs it and everything it starts, and returns how it ended.
   *
   * @throws LaunchFailure when the guest never ran
   */
  public Ending run() throws LaunchFailure {
    throw new LaunchFailure(
        LaunchFailure.OURS, "cannot run '" + options.program() + "': there is no kernel yet");
  }

  @Override
  public void close() {}
}

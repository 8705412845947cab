package tollgate.cli;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * Runs what a typical command loads and ends the JVM in an orderly way, so that it can write a
 * class-data archive of it. {@code bin/tollgate} starts this in the background.
 */
public final class Training {
  private Training() {}

  /** Loads the classes of each command without output. */
  public static void main(String[] arguments) {
    Logging.disable();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.execute(nowhere, nowhere, "--version");
    Main.execute(nowhere, nowhere, "run", "--vendor=amd", "--env=A=b", "--", "no/such/program");
  }
}

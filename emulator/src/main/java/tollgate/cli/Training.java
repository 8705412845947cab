package tollgate.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.slf4j.LoggerFactory;
import tollgate.entry.Vendor;
import tollgate.machine.LaunchFailure;
import tollgate.machine.Machine;
import tollgate.machine.MachineBuilder;

/**
 * Runs what a typical command loads and ends the JVM in an orderly way, so that it can write a
 * class-data archive of it. {@code bin/tollgate} starts this in the background, with its standard
 * streams going nowhere.
 */
public final class Training {
  private Training() {}

  /** Loads the classes of each command and of a few guests, without output. */
  public static void main(String[] arguments) {
    Logging.disable();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Commands.execute(nowhere, nowhere, "--version");
    Commands.execute(nowhere, nowhere, "run", "--vendor=amd", "--env=A=b", "--", "no/such/program");
    Main.execute(nowhere, nowhere, "run", "no/such/program");
    LoggerFactory.getLogger(Training.class).debug("what the first missing call loads");
    for (DemoGuest guest : DemoGuest.all()) {
      run(guest);
    }
  }

  private static void run(DemoGuest guest) {
    MachineBuilder builder =
        new MachineBuilder(guest.program().toString())
            .environment(HostArguments.environment())
            .arguments(List.of())
            .vendor(guest.vendor() == null ? Vendor.INTEL : guest.vendor());
    try (Machine machine = builder.build()) {
      machine.run();
    } catch (LaunchFailure e) {
      return; // without libunicorn there is less to remember
    }
  }
}

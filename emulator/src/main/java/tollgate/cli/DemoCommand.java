package tollgate.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tollgate.entry.Vendor;
import tollgate.machine.CapturedStreams;
import tollgate.machine.LaunchFailure;
import tollgate.machine.Machine;
import tollgate.machine.MachineBuilder;
import tollgate.trace.StracePrinter;
import tollgate.trace.TraceFilter;

/** {@code tollgate demo}: small guests through every kernel entry. */
@Command(
    name = "demo",
    description = "Runs small guest programs through every kernel entry and shows the trace.",
    footer = {
      "",
      "Exit status: 0 if every guest behaved as stated, 1 if not, 125 for our failures."
    })
final class DemoCommand implements Callable<Integer> {
  @Mixin private Help help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws LaunchFailure {
    PrintWriter out = spec.commandLine().getOut();
    List<DemoGuest> guests = DemoGuest.all();
    if (guests.isEmpty()) {
      throw new LaunchFailure(LaunchFailure.OURS, "the demo guests are not in this checkout");
    }
    OutputStream trace = new WriterStream(out);
    int wrong = 0;
    for (DemoGuest guest : guests) {
      wrong += show(guest, out, trace) ? 0 : 1;
    }
    out.println();
    out.println(
        wrong == 0
            ? "All " + guests.size() + " guests behaved as on Linux."
            : wrong + " of " + guests.size() + " guests did not behave as stated.");
    out.flush();
    return wrong == 0 ? 0 : 1;
  }

  private static boolean show(DemoGuest guest, PrintWriter out, OutputStream trace)
      throws LaunchFailure {
    Vendor vendor = guest.vendor() == null ? Vendor.INTEL : guest.vendor();
    out.println();
    out.println("== " + guest.title());
    out.println(
        "$ tollgate run --strace"
            + (guest.vendor() == null ? "" : " --vendor=" + vendor.name().toLowerCase(Locale.ROOT))
            + " "
            + guest.program().getFileName());
    out.flush();
    CapturedStreams streams = new CapturedStreams(new byte[0]);
    MachineBuilder builder =
        new MachineBuilder(guest.program().toString())
            .vendor(vendor)
            .streams(streams)
            .tracer(new StracePrinter(trace, TraceFilter.all()));
    String ending;
    try (Machine machine = builder.build()) {
      ending = DemoGuest.describe(machine.run());
    } catch (LaunchFailure e) {
      if (e.status() == LaunchFailure.OURS) {
        throw e; // no library, no memory: the next guest would not run either
      }
      ending = e.getMessage();
    }
    String printed = new String(streams.output(), StandardCharsets.ISO_8859_1);
    printed.lines().forEach(line -> out.println("  prints: " + line));
    boolean asStated =
        ending.equals(guest.ending()) && (printed.contains("hello") || !ending.equals("exit 0"));
    out.println("  ends:   " + ending + (asStated ? "" : "  WRONG, expected " + guest.ending()));
    return asStated;
  }
}

package tollgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tollgate.entry.Vendor;
import tollgate.kernel.ExitStatus;

/**
 * One line of the demo guests' manifest: a checked-in program, the processor to run it on, and how
 * it is to end.
 *
 * @param program the file
 * @param vendor whose processor, or null when it makes no difference
 * @param ending as the manifest says it: {@code exit N} or {@code signal NAME}
 * @param title one line about it
 */
record DemoGuest(Path program, Vendor vendor, String ending, String title) {
  private static final List<String> SIGNALS =
      List.of(
          "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV");

  /** All of them in the order of the manifest; none when it is not there. */
  static List<DemoGuest> all() {
    Path folder = Path.of(System.getProperty("tollgate.home", "."), "guests/src/main/guests/demo");
    List<DemoGuest> guests = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(folder.resolve("manifest"))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          guests.add(parse(folder, line.split("\\|")));
        }
      }
    } catch (java.nio.file.NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return guests;
  }

  private static DemoGuest parse(Path folder, String[] columns) {
    String vendor = columns[1].strip();
    return new DemoGuest(
        folder.resolve(columns[0].strip()),
        vendor.equals("any") ? null : Vendor.valueOf(vendor.toUpperCase(Locale.ROOT)),
        columns[2].strip(),
        columns[3].strip());
  }

  /** A guest's end in the words of the manifest. */
  static String describe(ExitStatus status) {
    if (!status.signaled()) {
      return "exit " + status.code();
    }
    int signal = status.signal();
    return "signal " + (signal < SIGNALS.size() ? "SIG" + SIGNALS.get(signal) : signal);
  }
}

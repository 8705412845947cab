package tollgate.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tollgate.abi.Errno;

/** Prints what stands behind the equals sign. */
final class ResultPrinter {
  private static final Map<Integer, String> MESSAGES = messages();

  private ResultPrinter() {}

  /** Prints the result of a call that has ended. */
  static void print(TracedCall call) {
    TraceLine out = call.out;
    long result = call.result;
    if (result < 0 && result >= -4095) {
      failure(out, (int) -result);
      return;
    }
    String type = call.row == null ? "int" : call.row.signature().result();
    switch (type) {
      case "ptr", "hex", "sighandler" -> pointerLike(call, type);
      case "octal" -> out.mode(result);
      case "time" -> {
        out.dec(result).raw(" (").time(result, 0, 0).raw(')');
      }
      case "oldsigmask" -> {
        out.hex(result).raw(" (").raw(call.row.name().equals("ssetmask") ? "old mask " : "mask ");
        SignalNames.printSet(out, result, 32);
        out.raw(')');
      }
      case "enum:sched" -> {
        out.dec(result);
        String name = Constants.values("sched").name(result & ~0x40000000L);
        out.raw(name == null ? "" : " (" + name + ")");
      }
      default -> special(call);
    }
    if (call.note != null) {
      out.raw(" (").raw(call.note).raw(')');
    }
  }

  private static void pointerLike(TracedCall call, String type) {
    if (type.equals("sighandler")) {
      ScalarPrinter.handler(call.out, call.word(call.result));
    } else if (call.row.name().equals("personality")) {
      call.out.hex(call.word(call.result)).raw(" (");
      SpecialArguments.personality(call.out, call.word(call.result));
      call.out.raw(')');
    } else if (type.equals("ptr")) {
      call.out.raw("0x").raw(Long.toHexString(call.word(call.result)));
    } else {
      call.out.hex(call.word(call.result));
    }
  }

  private static void special(TracedCall call) {
    TraceLine out = call.out;
    long result = call.result;
    String name = call.row == null ? "" : call.row.name();
    if (name.equals("fcntl") || name.equals("fcntl64")) {
      fcntl(out, (int) call.values[1], result);
    } else if (name.equals("prctl") && call.values[0] == 3) {
      out.dec(result).raw(" (");
      Constants.values("dumpable").printValue(out, result);
      out.raw(')');
    } else {
      out.dec(result);
    }
  }

  private static void fcntl(TraceLine out, int command, long result) {
    switch (command) {
      case 1 -> {
        out.hex(result);
        if (result != 0) {
          out.raw(" (flags ");
          Constants.flags("fd").printFlags(out, result);
          out.raw(')');
        }
      }
      case 3 -> {
        out.hex(result).raw(" (flags ");
        ScalarPrinter.openFlags(out, result);
        out.raw(')');
      }
      case 11 -> {
        out.dec(result);
        if (result != 0) {
          out.raw(" (").raw(SignalNames.name(result)).raw(')');
        }
      }
      default -> out.dec(result);
    }
  }

  private static void failure(TraceLine out, int number) {
    switch (number) {
      case 512 -> out.raw("? ERESTARTSYS (To be restarted if SA_RESTART is set)");
      case 513 -> out.raw("? ERESTARTNOINTR (To be restarted)");
      case 514 -> out.raw("? ERESTARTNOHAND (To be restarted if no handler)");
      case 516 -> out.raw("? ERESTART_RESTARTBLOCK (Interrupted by signal)");
      default -> {
        Errno errno = Errno.of(number);
        out.raw("-1 ").raw(errno == null ? "ERRNO_" + number : errno.name());
        out.raw(" (").raw(MESSAGES.getOrDefault(number, "Unknown error " + number)).raw(')');
      }
    }
  }

  private static Map<Integer, String> messages() {
    Map<Integer, String> messages = new HashMap<>();
    try (InputStream in = ResultPrinter.class.getResourceAsStream("errors.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        messages.put(Integer.valueOf(line.substring(0, space)), line.substring(space + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("errors.txt of the trace cannot be read", e);
    }
    return messages;
  }
}

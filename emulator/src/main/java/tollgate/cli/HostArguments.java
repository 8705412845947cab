package tollgate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of the process's own arguments and environment. The JVM decodes both with the locale's
 * charset, which loses bytes in the C locale; proc(5) still has them. Strings here hold one char
 * per byte.
 */
final class HostArguments {
  private HostArguments() {}

  /** The arguments of {@code main} with their exact bytes. */
  static String[] exact(String[] decoded) {
    boolean exact = true;
    for (String argument : decoded) {
      exact &= plain(argument);
    }
    if (exact) {
      return decoded;
    }
    List<String> raw = strings(Path.of("/proc/self/cmdline"));
    if (raw.size() < decoded.length) {
      return decoded;
    }
    return raw.subList(raw.size() - decoded.length, raw.size()).toArray(new String[0]);
  }

  /** The environment this process was started with, each {@code KEY=value}. */
  static List<String> environment() {
    return strings(Path.of("/proc/self/environ"));
  }

  // A byte that the charset lacks was decoded to '?' or to something outside ASCII.
  private static boolean plain(String argument) {
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      if (c >= 0x80 || c == '?') {
        return false;
      }
    }
    return true;
  }

  private static List<String> strings(Path file) {
    List<String> strings = new ArrayList<>();
    try {
      byte[] bytes = Files.readAllBytes(file);
      int start = 0;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == 0) {
          strings.add(new String(bytes, start, i - start, StandardCharsets.ISO_8859_1));
          start = i + 1;
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return strings;
  }
}

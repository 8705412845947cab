package tollgate.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The constant groups by name, read from {@code constants.txt} when the first is asked for. That
 * file is made by src/main/generate/trace-constants from the kernel's and libc's headers.
 */
final class Constants {
  private static final Map<String, ConstantGroup> GROUPS = load();
  private static final ConstantGroup NONE = new ConstantGroup("", new String[0], new long[0]);

  private Constants() {}

  /** The bits of {@code flags:group}; an empty group if nobody described it. */
  static ConstantGroup flags(String group) {
    return GROUPS.getOrDefault("flags " + group, NONE);
  }

  /** The values of {@code enum:group}; an empty group if nobody described it. */
  static ConstantGroup values(String group) {
    return GROUPS.getOrDefault("enum " + group, NONE);
  }

  private static Map<String, ConstantGroup> load() {
    Map<String, ConstantGroup> groups = new HashMap<>();
    try (InputStream in = Constants.class.getResourceAsStream("constants.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        String[] names = new String[words.length - 3];
        long[] values = new long[names.length];
        for (int i = 0; i < names.length; i++) {
          int equals = words[i + 3].indexOf('=');
          names[i] = words[i + 3].substring(0, equals);
          values[i] = Long.decode(words[i + 3].substring(equals + 1));
        }
        String unknown = words[2].equals("-") ? "" : words[2];
        groups.put(words[0] + ' ' + words[1], new ConstantGroup(unknown, names, values));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("constants.txt of the trace cannot be read", e);
    }
    return groups;
  }
}

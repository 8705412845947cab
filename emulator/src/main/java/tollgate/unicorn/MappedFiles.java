package tollgate.unicorn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is mapped into this process, from /proc/self/maps (proc(5)); empty where there is none. */
final class MappedFiles {
  private MappedFiles() {}

  /** The file behind a library that was loaded by name, or null. */
  static Path find(String name) {
    String stem = name.replaceFirst("\\.so.*$", "");
    for (String line : lines()) {
      int slash = line.indexOf('/');
      if (slash >= 0) {
        Path path = Path.of(line.substring(slash));
        if (path.getFileName().toString().startsWith(stem)) {
          return path;
        }
      }
    }
    return null;
  }

  static List<String> lines() {
    try {
      return Files.readAllLines(Path.of("/proc/self/maps"));
    } catch (IOException e) {
      return List.of();
    }
  }
}

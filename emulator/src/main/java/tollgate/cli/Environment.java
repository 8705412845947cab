package tollgate.cli;

import java.util.ArrayList;
import java.util.List;

/** Environments as lists of {@code KEY=value}, in order. */
final class Environment {
  private Environment() {}

  /** {@code base} with variables replaced in place or added at the end. */
  static List<String> merge(List<String> base, List<String> variables) {
    List<String> merged = new ArrayList<>(base);
    for (String variable : variables) {
      String prefix = variable.substring(0, variable.indexOf('=') + 1);
      int present = -1;
      for (int i = 0; i < merged.size() && present < 0; i++) {
        present = merged.get(i).startsWith(prefix) ? i : -1;
      }
      if (present < 0) {
        merged.add(variable);
      } else {
        merged.set(present, variable);
      }
    }
    return merged;
  }
}

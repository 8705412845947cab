package tollgate.abi.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tollgate.abi.Abi;

/**
 * One constant class: an entry of constants.list.
 *
 * @param name the class
 * @param headers what to include
 * @param patterns names to take and, with a leading !, to leave
 * @param comment first sentence of the class's comment
 */
record ConstantGroup(String name, List<String> headers, List<String> patterns, String comment) {
  /**
   * A constant of a header.
   *
   * @param name its C name
   * @param text its definition; empty for an enum constant
   * @param wide its value on x86-64, null where undefined
   * @param narrow its value on i386, null where undefined
   */
  record Constant(String name, String text, Long wide, Long narrow) {}

  /** All entries of constants.list. */
  static List<ConstantGroup> readAll(Path list) {
    List<ConstantGroup> groups = new ArrayList<>();
    for (String line : lines(list)) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 4 && !line.startsWith("#")) {
        groups.add(
            new ConstantGroup(
                cells[0].strip(), words(cells[1]), words(cells[2]), cells[3].strip()));
      }
    }
    return groups;
  }

  /** The kernel version that constants.list names: {@code 6.1}. */
  static String version(Path list) {
    return lines(list).stream()
        .filter(line -> line.startsWith("version "))
        .map(line -> line.substring("version ".length()).strip())
        .findFirst()
        .orElseThrow();
  }

  /** The group's constants with their values, by name. */
  List<Constant> constants(CCompiler compiler) {
    Map<String, String> texts = compiler.macros(Abi.X86_64, headers);
    Map<String, Long> wide = evaluate(Abi.X86_64, compiler, texts);
    Map<String, String> narrowTexts = compiler.macros(Abi.I386, headers);
    Map<String, Long> narrow = evaluate(Abi.I386, compiler, narrowTexts);
    Set<String> names = new TreeSet<>(wide.keySet());
    names.addAll(narrow.keySet());
    narrowTexts.forEach(texts::putIfAbsent);
    return names.stream()
        .map(n -> new Constant(n, definition(n, texts), wide.get(n), narrow.get(n)))
        .toList();
  }

  /** The body of a macro; of the macro that it only renames, if so. */
  private static String definition(String name, Map<String, String> texts) {
    String text = texts.getOrDefault(name, "");
    return texts.containsKey(text) ? texts.get(text) : text;
  }

  private Map<String, Long> evaluate(Abi abi, CCompiler compiler, Map<String, String> macros) {
    List<String> names = select(macros).stream().toList();
    List<Long> values =
        compiler.values(abi, headers, names.stream().map(n -> "(long long)(" + n + ")").toList());
    Map<String, Long> byName = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.put(names.get(i), values.get(i));
    }
    return byName;
  }

  private Set<String> select(Map<String, String> macros) {
    Set<String> selected = new LinkedHashSet<>();
    for (String pattern : patterns) {
      String regex = pattern.replaceFirst("^!", "").replace("*", ".*");
      if (pattern.startsWith("!")) {
        selected.removeIf(n -> n.matches(regex));
      } else if (pattern.contains("*")) {
        macros.forEach(
            (n, text) -> {
              if (n.matches(regex) && !text.isEmpty()) {
                selected.add(n);
              }
            });
      } else {
        selected.add(pattern);
      }
    }
    return selected;
  }

  private static List<String> words(String cell) {
    return List.of(cell.strip().split("\\s+"));
  }

  private static List<String> lines(Path list) {
    try {
      return Files.readAllLines(list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

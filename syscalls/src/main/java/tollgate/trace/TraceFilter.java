package tollgate.trace;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tollgate.table.Argument;
import tollgate.table.SyscallList;
import tollgate.table.SyscallRow;

/**
 * Which calls a trace shows, in the language of strace's {@code -e trace=}: a comma list of names,
 * classes ({@code %file}) and {@code /regular expressions}, with {@code !} before the list for all
 * the others; {@code all} and {@code none}. A name before {@code ?} need not exist. Immutable.
 */
public final class TraceFilter {
  private static final TraceFilter ALL = new TraceFilter(null);

  private final Set<String> names;

  private TraceFilter(Set<String> names) {
    this.names = names;
  }

  /** Shows every call. */
  public static TraceFilter all() {
    return ALL;
  }

  /**
   * Reads a filter.
   *
   * @param text the part behind {@code --strace=}
   * @throws IllegalArgumentException with one line for the user, if a part names nothing
   */
  public static TraceFilter parse(String text) {
    boolean invert = text.startsWith("!");
    String list = invert ? text.substring(1) : text;
    if (list.startsWith("trace=")) {
      list = list.substring("trace=".length());
    }
    if (list.isEmpty()) {
      throw new IllegalArgumentException("the trace filter is empty");
    }
    Set<String> chosen = new HashSet<>();
    for (String part : list.split(",", -1)) {
      add(chosen, part.strip());
    }
    if (invert) {
      Set<String> others = new HashSet<>();
      for (SyscallRow row : SyscallList.rows()) {
        if (!chosen.contains(row.name())) {
          others.add(row.name());
        }
      }
      others.add("");
      chosen = others;
    } else if (list.equals("all")) {
      return ALL;
    }
    return new TraceFilter(chosen);
  }

  private static void add(Set<String> chosen, String part) {
    switch (part) {
      case "all" -> addWhere(chosen, row -> true);
      case "none" -> {
        // Nothing to add: only signals and ends are shown.
      }
      default -> {
        boolean optional = part.startsWith("?");
        String name = optional ? part.substring(1) : part;
        Predicate<SyscallRow> test = test(name);
        if (!addWhere(chosen, test) && !optional) {
          throw new IllegalArgumentException("no system call matches '" + printable(name) + "'");
        }
      }
    }
  }

  private static boolean addWhere(Set<String> chosen, Predicate<SyscallRow> test) {
    boolean any = false;
    for (SyscallRow row : SyscallList.rows()) {
      if (test.test(row)) {
        chosen.add(row.name());
        any = true;
      }
    }
    return any;
  }

  private static Predicate<SyscallRow> test(String name) {
    if (name.startsWith("/")) {
      try {
        Pattern pattern = Pattern.compile(name.substring(1));
        return row -> pattern.matcher(row.name()).find();
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(
            "not a regular expression: '" + printable(name) + "': " + e.getDescription(), e);
      }
    }
    if (name.startsWith("%")) {
      return classTest(name.substring(1));
    }
    return row -> row.name().equals(name);
  }

  private static Predicate<SyscallRow> classTest(String name) {
    return switch (name) {
      case "file" -> row -> hasType(row, "path");
      case "desc" -> TraceFilter::usesDescriptor;
      case "memory", "process", "network", "signal", "ipc", "clock", "creds" -> {
        Set<String> members = TraceClasses.members(name);
        yield row -> members.contains(row.name());
      }
      case "net" -> classTest("network");
      case "stat" -> named("stat", "stat64", "oldstat");
      case "lstat" -> named("lstat", "lstat64", "oldlstat");
      case "fstat" -> named("fstat", "fstat64", "fstatat64", "newfstatat", "oldfstat", "statx");
      case "%stat" -> row -> row.name().matches("(old)?[lf]?stat(64)?|fstatat64|newfstatat|statx");
      case "statfs" -> named("statfs", "statfs64");
      case "fstatfs" -> named("fstatfs", "fstatfs64");
      case "%statfs" -> named("statfs", "statfs64", "fstatfs", "fstatfs64", "ustat");
      case "pure" -> row -> row.signature().arguments().isEmpty() && row.name().startsWith("get");
      default ->
          throw new IllegalArgumentException("unknown class of calls '%" + printable(name) + "'");
    };
  }

  private static Predicate<SyscallRow> named(String... names) {
    Set<String> set = new HashSet<>(Arrays.asList(names));
    return row -> set.contains(row.name());
  }

  private static boolean hasType(SyscallRow row, String type) {
    for (Argument argument : row.signature().arguments()) {
      if (argument.type().equals(type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean usesDescriptor(SyscallRow row) {
    return hasType(row, "fd")
        || hasType(row, "dirfd")
        || row.signature().result().equals("fd")
        || row.name().matches("poll|ppoll.*|_?(new)?select|pselect6.*");
  }

  private static String printable(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return out.toString();
  }

  /**
   * True if the trace shows the call.
   *
   * @param row null for a number that no table has: shown unless the filter asks for some calls
   *     only
   */
  boolean shows(SyscallRow row) {
    return names == null || names.contains(row == null ? "" : row.name());
  }
}

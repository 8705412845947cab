package tollgate.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tollgate.abi.Abi;

/**
 * Prints the list of system calls for {@code tollgate syscalls}: an aligned table for people, JSON
 * or CSV (RFC 4180) for programs. Sorted by number; where both ABIs are asked for, i386's own calls
 * follow those that x86-64 has.
 */
public final class SyscallListing {
  /** The form of the output. */
  public enum Format {
    /** Aligned columns with a summary below. */
    TABLE,
    /** One array of objects. */
    JSON,
    /** A header line, then a line for each call. */
    CSV
  }

  private static final String[] SUPPORT_COLUMNS = {
    "name", "signature", "support", "reason", "since"
  };

  private final List<Abi> abis;
  private final List<SyscallRow> rows;

  private SyscallListing(List<Abi> abis, List<SyscallRow> rows) {
    this.abis = abis;
    this.rows = rows;
  }

  /** Lists both ABIs side by side. */
  public static SyscallListing all() {
    return of(List.of(Abi.values()));
  }

  /** Lists one ABI. */
  public static SyscallListing of(Abi abi) {
    return of(List.of(abi));
  }

  private static SyscallListing of(List<Abi> abis) {
    List<SyscallRow> rows = new ArrayList<>();
    for (SyscallRow row : SyscallList.rows()) {
      if (abis.stream().anyMatch(abi -> row.number(abi) != SyscallRow.NONE)) {
        rows.add(row);
      }
    }
    Comparator<SyscallRow> order = Comparator.comparingInt(row -> sortKey(row, abis.get(0)));
    if (abis.size() > 1) {
      order = order.thenComparingInt(row -> sortKey(row, abis.get(1)));
    }
    rows.sort(order);
    return new SyscallListing(abis, rows);
  }

  private static int sortKey(SyscallRow row, Abi abi) {
    int number = row.number(abi);
    return number == SyscallRow.NONE ? Integer.MAX_VALUE : number;
  }

  /** Writes the listing, lines ended by {@code \n}. */
  public void write(Format format, Appendable out) throws IOException {
    switch (format) {
      case TABLE -> writeTable(out);
      case JSON -> writeJson(out);
      case CSV -> writeCsv(out);
    }
  }

  private void writeTable(Appendable out) throws IOException {
    int nameWidth = 4;
    for (SyscallRow row : rows) {
      nameWidth = Math.max(nameWidth, row.name().length());
    }
    for (Abi abi : abis) {
      pad(out, abi.label(), 8);
    }
    pad(out, "name", nameWidth + 2);
    pad(out, "support", 15);
    out.append("reason\n");
    int[] totals = new int[Support.values().length];
    for (SyscallRow row : rows) {
      totals[row.support().ordinal()]++;
      for (Abi abi : abis) {
        pad(out, number(row, abi, "-"), 8);
      }
      pad(out, row.name(), nameWidth + 2);
      if (row.reason().isEmpty()) {
        out.append(row.support().label());
      } else {
        pad(out, row.support().label(), 15);
        out.append(row.reason());
      }
      out.append('\n');
    }
    out.append('\n').append(Integer.toString(rows.size())).append(" calls:");
    for (Support support : Support.values()) {
      out.append(support == Support.FULL ? " " : ", ")
          .append(Integer.toString(totals[support.ordinal()]))
          .append(' ')
          .append(support.label());
    }
    out.append('\n');
  }

  private void writeJson(Appendable out) throws IOException {
    out.append("[\n");
    String separator = "";
    for (SyscallRow row : rows) {
      out.append(separator).append("  {");
      for (Abi abi : abis) {
        out.append('"').append(abi.label()).append("\": ");
        out.append(number(row, abi, "null")).append(", ");
      }
      String between = "";
      String[] values = supportColumns(row);
      for (int i = 0; i < values.length; i++) {
        out.append(between).append('"').append(SUPPORT_COLUMNS[i]).append("\": ");
        quoteJson(out, values[i]);
        between = ", ";
      }
      out.append('}');
      separator = ",\n";
    }
    out.append("\n]\n");
  }

  private void writeCsv(Appendable out) throws IOException {
    for (Abi abi : abis) {
      out.append(abi.label()).append(',');
    }
    out.append(String.join(",", SUPPORT_COLUMNS)).append("\r\n");
    for (SyscallRow row : rows) {
      for (Abi abi : abis) {
        out.append(number(row, abi, "")).append(',');
      }
      String separator = "";
      for (String value : supportColumns(row)) {
        out.append(separator);
        quoteCsv(out, value);
        separator = ",";
      }
      out.append("\r\n");
    }
  }

  private static String[] supportColumns(SyscallRow row) {
    return new String[] {row.name(), row.types(), row.support().label(), row.reason(), row.since()};
  }

  private static String number(SyscallRow row, Abi abi, String absent) {
    int number = row.number(abi);
    return number == SyscallRow.NONE ? absent : Integer.toString(number);
  }

  private static void pad(Appendable out, String text, int width) throws IOException {
    out.append(text);
    for (int i = text.length(); i < width; i++) {
      out.append(' ');
    }
  }

  private static void quoteJson(Appendable out, String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static void quoteCsv(Appendable out, String text) throws IOException {
    if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
      out.append(text);
    } else {
      out.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
  }
}

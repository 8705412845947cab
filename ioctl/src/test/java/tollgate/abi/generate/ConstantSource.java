package tollgate.abi.generate;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tollgate.abi.generate.ConstantGroup.Constant;

/** Writes the Java class of a constant group, formatted as the build demands. */
final class ConstantSource {
  private static final String BEGIN = "  // Made by tollgate.abi.generate.Generate:\n";
  private static final String END = "\n  // As far as here.\n";

  private static final Pattern OCTAL = Pattern.compile("\\(?0[0-7]+\\)?");
  private static final Pattern HEX = Pattern.compile("\\(?0[xX][0-9a-fA-F]+[uUlL]*\\)?");

  /** An ioctl request is an unsigned int, whatever its top bit. */
  private static final Pattern REQUEST = Pattern.compile("_IO(R|W|WR)?\\(.*");

  private static final Pattern BITS = Pattern.compile(".*(<<|\\|).*");

  private ConstantSource() {}

  /**
   * The text of the class's file.
   *
   * @param current the file as it is, or empty; a file with marks keeps all that is outside them
   */
  static String text(ConstantGroup group, List<Constant> constants, String current) {
    if (current.contains(BEGIN)) {
      return between(current, lines(constants));
    }
    StringBuilder text = new StringBuilder("package tollgate.abi.uapi;\n\n");
    text.append("/**\n");
    comment(text, group.comment());
    text.append(" *\n");
    comment(
        text,
        "<p>Made by {@code tollgate.abi.generate.Generate} from "
            + String.join(", ", group.headers())
            + ".");
    text.append(" */\npublic final class ").append(group.name()).append(" {\n");
    text.append(lines(constants));
    return text.append("\n  private ").append(group.name()).append("() {}\n}\n").toString();
  }

  /** Replaces what lies between the marks of a file. */
  static String between(String current, String lines) {
    int begin = current.indexOf(BEGIN) + BEGIN.length();
    return current.substring(0, begin) + lines + current.substring(current.indexOf(END));
  }

  private static String lines(List<Constant> constants) {
    StringBuilder text = new StringBuilder();
    for (Constant constant : constants) {
      declarations(constant).forEach(d -> text.append("  ").append(d).append('\n'));
    }
    return text.toString();
  }

  private static void comment(StringBuilder text, String sentence) {
    wrap(sentence).forEach(line -> text.append(" * ").append(line).append('\n'));
  }

  /** The declarations of one constant: one, or one for each ABI where the values differ. */
  static List<String> declarations(Constant constant) {
    Long wide = constant.wide();
    Long narrow = constant.narrow();
    if (wide == null || narrow == null || Objects.equals(wide, narrow)) {
      return List.of(declaration(constant.name(), constant.text(), wide == null ? narrow : wide));
    }
    return List.of(
        declaration(constant.name() + "_X86_64", constant.text(), wide),
        declaration(constant.name() + "_I386", constant.text(), narrow));
  }

  private static String declaration(String name, String text, long value) {
    if (REQUEST.matcher(text).matches()) {
      return "public static final int %s = 0x%x;".formatted(name, (int) value);
    }
    boolean fits = value == (int) value;
    return "public static final %s %s = %s;"
        .formatted(fits ? "int" : "long", name, literal(text, value) + (fits ? "" : "L"));
  }

  private static String literal(String text, long value) {
    Matcher octal = OCTAL.matcher(text);
    if (value > 7 && octal.matches()) {
      return "0" + Long.toOctalString(value);
    }
    boolean bits = HEX.matcher(text).matches() || BITS.matcher(text).matches();
    if (value >= 0 && (bits || value != (int) value)) {
      return "0x" + Long.toHexString(value);
    }
    return Long.toString(value);
  }

  private static List<String> wrap(String sentence) {
    StringBuilder lines = new StringBuilder();
    int column = 3;
    for (String word : sentence.split(" ", -1)) {
      if (lines.length() > 0) {
        boolean breaks = column + 1 + word.length() > 100;
        lines.append(breaks ? '\n' : ' ');
        column = breaks ? 3 : column + 1;
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString().lines().toList();
  }
}

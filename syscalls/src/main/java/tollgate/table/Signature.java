package tollgate.table;

import java.util.ArrayList;
import java.util.List;
import tollgate.abi.Abi;

/**
 * The parsed argument types and result type of a call. The language:
 *
 * <pre>
 * signature = [ argument { ", " argument } ] [ ": " result ]
 * argument  = type [ ":" group ] " " name
 *           | ( "in" | "out" | "inout" ) " " [ type " " ] name [ "[" length "]" ]
 * length    = name of a counting argument | "result" | number
 * </pre>
 *
 * docs/adding-a-syscall.md lists the types. Immutable; safe for all threads.
 */
public final class Signature {
  private final List<Argument> arguments;
  private final String result;

  private Signature(List<Argument> arguments, String result) {
    this.arguments = List.copyOf(arguments);
    this.result = result;
  }

  /**
   * Parses the text of a row.
   *
   * @throws IllegalArgumentException if the text is not in the language
   */
  static Signature parse(String text) {
    int colon = text.startsWith(": ") ? 0 : text.indexOf(" : ");
    String head = colon < 0 ? text : text.substring(0, colon);
    String result = colon < 0 ? "int" : text.substring(text.indexOf(": ", colon) + 2).strip();
    List<Argument> arguments = new ArrayList<>(6);
    for (String part : head.split(",", -1)) {
      if (!part.isBlank()) {
        arguments.add(argument(part.strip()));
      } else if (!head.isBlank()) {
        throw new IllegalArgumentException("empty argument in \"" + text + '"');
      }
    }
    return new Signature(arguments, result);
  }

  private static Argument argument(String text) {
    String[] words = text.split(" +");
    Argument.Direction direction = direction(words[0]);
    int first = direction == Argument.Direction.VALUE ? 0 : 1;
    String name = words[words.length - 1];
    String type = words.length - first > 1 ? words[first] : "bytes";
    if (words.length - first > 2 || words.length == 1) {
      throw new IllegalArgumentException("not an argument: \"" + text + '"');
    }
    String length = "";
    int bracket = name.indexOf('[');
    if (bracket >= 0) {
      length = name.substring(bracket + 1, name.length() - 1);
      name = name.substring(0, bracket);
    }
    int colon = type.indexOf(':');
    String group = colon < 0 ? "" : type.substring(colon + 1);
    return new Argument(
        direction, colon < 0 ? type : type.substring(0, colon), group, name, length);
  }

  private static Argument.Direction direction(String word) {
    return switch (word) {
      case "in" -> Argument.Direction.IN;
      case "out" -> Argument.Direction.OUT;
      case "inout" -> Argument.Direction.INOUT;
      default -> Argument.Direction.VALUE;
    };
  }

  /** The arguments in the order of the manual page; a 64-bit value counts once. */
  public List<Argument> arguments() {
    return arguments;
  }

  /** The result type: {@code int} unless the row names another. */
  public String result() {
    return result;
  }

  /** How many argument registers the ABI uses for the call. */
  public int registers(Abi abi) {
    int count = 0;
    for (Argument argument : arguments) {
      boolean two = argument.isPair() || (abi == Abi.I386 && argument.isWide());
      count += two ? 2 : 1;
    }
    return count;
  }

  /** The position of the argument of that name, or -1. */
  public int indexOf(String name) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}

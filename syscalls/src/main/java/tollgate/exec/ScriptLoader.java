package tollgate.exec;

import java.util.ArrayList;
import java.util.List;
import tollgate.abi.Errno;

/**
 * The first line of a script: {@code #!}, the interpreter, and at most one argument that takes the
 * rest of the line (fs/binfmt_script.c).
 *
 * @param interpreter its path
 * @param argument or null
 */
record ScriptLoader(String interpreter, String argument) {
  /** True when the file starts as a script does. */
  static boolean matches(byte[] head) {
    return head[0] == '#' && head[1] == '!';
  }

  /** Takes the first line apart; ENOEXEC when it names no interpreter or does not fit. */
  static ScriptLoader parse(byte[] head) {
    int end = 2;
    while (end < head.length && head[end] != '\n' && head[end] != 0) {
      end++;
    }
    boolean cut = end == head.length;
    int start = skipBlanks(head, 2, end);
    int nameEnd = start;
    while (nameEnd < end && !blank(head[nameEnd])) {
      nameEnd++;
    }
    if (start == nameEnd) {
      throw ExecException.refused(Errno.ENOEXEC, "#! names no interpreter");
    }
    if (cut && nameEnd == end) {
      throw ExecException.refused(
          Errno.ENOEXEC, "#!: the interpreter's path does not end within 256 bytes");
    }
    int argumentStart = skipBlanks(head, nameEnd, end);
    int argumentEnd = end;
    while (argumentEnd > argumentStart && blank(head[argumentEnd - 1])) {
      argumentEnd--;
    }
    return new ScriptLoader(
        text(head, start, nameEnd),
        argumentStart < argumentEnd ? text(head, argumentStart, argumentEnd) : null);
  }

  /** The interpreter's arguments: itself, its argument, the script, the script's arguments. */
  List<String> arguments(String script, List<String> old) {
    List<String> all = new ArrayList<>();
    all.add(interpreter);
    if (argument != null) {
      all.add(argument);
    }
    all.add(script);
    if (old.size() > 1) {
      all.addAll(old.subList(1, old.size()));
    }
    return all;
  }

  private static int skipBlanks(byte[] head, int from, int end) {
    int at = from;
    while (at < end && blank(head[at])) {
      at++;
    }
    return at;
  }

  private static boolean blank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static String text(byte[] head, int from, int to) {
    return new String(head, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}

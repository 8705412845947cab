package tollgate.unicorn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes {@code UnicornConstants.java} from the engine's headers: the members of the enumerations
 * that the binding uses, by their own names. Run with the folder that holds {@code unicorn.h} and
 * {@code x86.h}, and the file to write.
 */
final class ConstantsGenerator {
  private static final List<String> GENERAL =
      List.of(
          "uc_err",
          "uc_arch",
          "uc_mode",
          "uc_hook_type",
          "uc_mem_type",
          "uc_prot",
          "uc_query_type",
          "uc_control_type",
          "uc_tlb_type");
  private static final List<String> X86 = List.of("uc_cpu_x86", "uc_x86_reg", "uc_x86_insn");

  /** Of some 1,500 instruction numbers these are the ones UC_HOOK_INSN knows. */
  private static final Set<String> HOOKABLE =
      Set.of(
          "UC_X86_INS_CPUID",
          "UC_X86_INS_IN",
          "UC_X86_INS_OUT",
          "UC_X86_INS_SYSCALL",
          "UC_X86_INS_SYSENTER");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
  private static final Pattern DEFINE =
      Pattern.compile("#define (UC_API_M\\w+|UC_CTL_IO_\\w+) \\(?([^\\n()]+)\\)?");

  private final Map<String, Integer> values = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  private ConstantsGenerator() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[1]), generate(Path.of(args[0])));
  }

  /** The Java source for the headers in a folder. */
  static String generate(Path headers) throws IOException {
    ConstantsGenerator generator = new ConstantsGenerator();
    generator.source(
        Files.readString(headers.resolve("unicorn.h")), Files.readString(headers.resolve("x86.h")));
    return generator.out.toString();
  }

  private void source(String general, String x86) {
    out.append(
        """
        package tollgate.unicorn;

        /**
         * Numbers of the engine's C API, under their C names. Generated from unicorn/unicorn.h and
         * unicorn/x86.h by ConstantsGenerator in the tests; do not edit.
         */
        public final class UnicornConstants {
        """);
    out.append("  // #define\n");
    Matcher define = DEFINE.matcher(general);
    while (define.find()) {
      constant(define.group(1), evaluate(define.group(2).strip()));
    }
    for (String name : GENERAL) {
      enumeration(name, general);
    }
    for (String name : X86) {
      enumeration(name, x86);
    }
    out.append("\n  private UnicornConstants() {}\n}\n");
  }

  private void enumeration(String name, String header) {
    int start = header.indexOf("typedef enum " + name + " {");
    int end = header.indexOf("} " + name + ";", start);
    if (start < 0 || end < 0) {
      throw new IllegalArgumentException("no enumeration " + name);
    }
    String body = header.substring(header.indexOf('{', start) + 1, end);
    out.append("\n  // ").append(name).append('\n');
    int next = 0;
    for (String member : COMMENT.matcher(body).replaceAll(" ").split(",")) {
      String[] parts = member.strip().split("=", 2);
      String constant = parts[0].strip();
      if (constant.isEmpty()) {
        continue;
      }
      int value = parts.length == 2 ? evaluate(parts[1].strip()) : next;
      next = value + 1;
      if (name.equals("uc_x86_insn") && !HOOKABLE.contains(constant)) {
        values.put(constant, value);
      } else {
        constant(constant, value);
      }
    }
  }

  private void constant(String name, int value) {
    values.put(name, value);
    out.append("  public static final int ").append(name).append(" = ").append(value).append(";\n");
  }

  /** Sums of shifts of numbers and earlier names: all that the headers use. */
  private int evaluate(String expression) {
    int sum = 0;
    for (String term : expression.split("[+|]")) {
      String[] shift = term.strip().split("<<");
      int value = atom(shift[0].strip());
      sum += shift.length == 2 ? value << atom(shift[1].strip()) : value;
    }
    return sum;
  }

  private int atom(String text) {
    Integer known = values.get(text);
    return known != null ? known : Integer.decode(text);
  }
}

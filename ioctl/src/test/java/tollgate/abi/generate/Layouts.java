package tollgate.abi.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.Field;
import tollgate.abi.StructSchema;

/**
 * The layouts of all schemas, once as the schemas compute them and once as the C compiler does. A
 * layout is a list of facts such as {@code struct stat.st_ino offset}, each with a number.
 */
final class Layouts {
  private Layouts() {}

  /** What the schemas say. */
  static Map<String, Long> computed(Abi abi, List<StructSchema> schemas) {
    Map<String, Long> facts = new LinkedHashMap<>();
    for (StructSchema schema : schemas) {
      if (schema.exists(abi)) {
        facts.put(schema + " size", (long) schema.size(abi));
        facts.put(schema + " alignment", (long) schema.alignment(abi));
        for (Field field : asked(schema, abi)) {
          facts.put(field + " offset", (long) field.offset(abi));
          if (field.size(abi) > 0) {
            facts.put(field + " size", (long) field.size(abi));
          }
          if (hasSign(field)) {
            facts.put(field + " signed", field.type().signed(abi) ? 1L : 0);
          }
        }
      }
    }
    return facts;
  }

  /** What the compiler says. */
  static Map<String, Long> compiled(Abi abi, List<StructSchema> schemas, CCompiler compiler) {
    Map<List<String>, List<StructSchema>> byHeader = new LinkedHashMap<>();
    for (StructSchema schema : schemas) {
      if (schema.exists(abi)) {
        List<String> headers = List.of(schema.header().split(" "));
        byHeader.computeIfAbsent(headers, h -> new ArrayList<>()).add(schema);
      }
    }
    Map<String, Long> facts = new LinkedHashMap<>();
    byHeader.forEach(
        (headers, group) -> {
          Map<String, String> questions = new LinkedHashMap<>();
          group.forEach(schema -> ask(schema, abi, questions));
          List<Long> answers = compiler.values(abi, headers, List.copyOf(questions.values()));
          int i = 0;
          for (String fact : questions.keySet()) {
            facts.put(fact, answers.get(i++));
          }
        });
    return facts;
  }

  /** The text of layouts.txt: a line for each member with offset and size on both ABIs. */
  static String text(List<StructSchema> schemas, CCompiler compiler) {
    Map<String, Long> wide = compiled(Abi.X86_64, schemas, compiler);
    Map<String, Long> narrow = compiled(Abi.I386, schemas, compiler);
    StringBuilder text =
        new StringBuilder("# What the C compiler says; made by tollgate.abi.generate.Generate.\n");
    text.append(
        "# struct: header, then size on x86_64 and i386; member: offset:size on each; - where it does not exist\n");
    for (StructSchema schema : schemas) {
      text.append('\n').append(schema.cName()).append("  (").append(schema.header()).append(")  ");
      text.append(cell(wide.get(schema + " size"))).append("  ");
      text.append(cell(narrow.get(schema + " size"))).append('\n');
      for (Field field : schema.fields()) {
        text.append("  ").append(field.name());
        text.append("  ")
            .append(place(field, wide))
            .append("  ")
            .append(place(field, narrow))
            .append('\n');
      }
    }
    return text.toString();
  }

  private static String place(Field field, Map<String, Long> facts) {
    Long offset = facts.get(field + " offset");
    return offset == null ? "-" : offset + ":" + facts.getOrDefault(field + " size", 0L);
  }

  private static String cell(Long value) {
    return value == null ? "-" : value.toString();
  }

  private static void ask(StructSchema schema, Abi abi, Map<String, String> questions) {
    String c = schema.cName();
    questions.put(schema + " size", "sizeof(" + c + ")");
    questions.put(schema + " alignment", "__alignof__(" + c + ")");
    for (Field field : asked(schema, abi)) {
      questions.put(field + " offset", "offset_of(" + c + ", " + field.name() + ")");
      if (field.size(abi) > 0) {
        questions.put(field + " size", "size_of(" + c + ", " + field.name() + ")");
      }
      if (hasSign(field)) {
        String member = field.name() + (field.type().isArray() ? "[0]" : "");
        questions.put(field + " signed", "is_signed(" + c + ", " + member + ")");
      }
    }
  }

  /** Members that C can take the address of: bit-fields go by a name that is no identifier. */
  private static List<Field> asked(StructSchema schema, Abi abi) {
    return schema.fields().stream()
        .filter(f -> f.exists(abi) && f.name().matches("[A-Za-z_][A-Za-z_0-9.]*"))
        .toList();
  }

  private static boolean hasSign(Field field) {
    CType type = field.type().element();
    return type.schema() == null && type != CType.POINTER;
  }
}

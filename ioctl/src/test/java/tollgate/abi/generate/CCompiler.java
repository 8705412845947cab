package tollgate.abi.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tollgate.abi.Abi;

/**
 * The system's C compiler as the judge of layouts and constants. It only preprocesses and compiles
 * to assembly, so no 32-bit C library is needed and nothing that it makes is run.
 */
final class CCompiler {
  private final Path includes;

  /**
   * @param includes the folder of our own {@code kernel.h}
   */
  CCompiler(Path includes) {
    this.includes = includes;
  }

  /** The names and bodies of all object-like macros that the headers define. */
  Map<String, String> macros(Abi abi, List<String> headers) {
    Map<String, String> macros = new LinkedHashMap<>();
    for (String line : run(abi, include(headers), "-E", "-dM").lines().toList()) {
      String[] words = line.split(" ", 3);
      if (words[0].equals("#define") && !words[1].contains("(")) {
        macros.put(words[1], words.length > 2 ? words[2].trim() : "");
      }
    }
    return macros;
  }

  /**
   * The values of integer constant expressions, in order.
   *
   * @throws IllegalStateException if the compiler is missing or rejects the source
   */
  List<Long> values(Abi abi, List<String> headers, List<String> expressions) {
    StringBuilder source = new StringBuilder(include(headers));
    source.append("#define offset_of(t, m) __builtin_offsetof(t, m)\n");
    source.append("#define size_of(t, m) sizeof(((t *)0)->m)\n");
    source.append("#define is_signed(t, m) ((__typeof__(((t *)0)->m))-1 < 0)\n");
    source.append("#define ask(e) __asm__(\"#@ %c0\" : : \"i\"(e))\n");
    source.append("void all_questions(void) {\n");
    expressions.forEach(e -> source.append("  ask(").append(e).append(");\n"));
    source.append("}\n");
    List<Long> values = new ArrayList<>();
    for (String line : run(abi, source.toString(), "-S").lines().toList()) {
      if (line.strip().startsWith("#@ ")) {
        String number = line.strip().substring(3);
        values.add(
            number.startsWith("-") ? Long.parseLong(number) : Long.parseUnsignedLong(number));
      }
    }
    if (values.size() != expressions.size()) {
      throw new IllegalStateException(
          "the C compiler answered " + values.size() + " of " + expressions.size());
    }
    return values;
  }

  private static String include(List<String> headers) {
    StringBuilder source = new StringBuilder();
    for (String header : headers) {
      source.append("#include ");
      source.append(header.equals("kernel.h") ? "\"kernel.h\"" : "<" + header + ">").append('\n');
    }
    return source.toString();
  }

  private String run(Abi abi, String source, String... mode) {
    List<String> command = new ArrayList<>(List.of("gcc", abi == Abi.I386 ? "-m32" : "-m64"));
    command.addAll(List.of(mode));
    command.addAll(
        List.of("-x", "c", "-std=gnu11", "-w", "-O1", "-I", includes.toString(), "-o", "-", "-"));
    try {
      Path errors = Files.createTempFile("tollgate-cc", ".txt");
      try {
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try (var in = process.getOutputStream()) {
          in.write(source.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
          throw new IllegalStateException(
              String.join(" ", command)
                  + " failed: is gcc-multilib installed? Run guests/bootstrap.\n"
                  + Files.readString(errors));
        }
        return out;
      } finally {
        Files.delete(errors);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the C compiler ran", e);
    } catch (IOException e) {
      throw new UncheckedIOException("no C compiler: run guests/bootstrap, which installs one", e);
    }
  }
}

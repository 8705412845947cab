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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    source.append("#define half(e, n) \"i\"((int)((long long)(e) >> n))\n");
    source.append("#define ask(e) __asm__(\"#@ %c0 %c1\" : : half(e, 32), half(e, 0))\n");
    source.append("void all_questions(void) {\n");
    expressions.forEach(e -> source.append("  ask(").append(e).append(");\n"));
    source.append("}\n");
    List<Long> values = new ArrayList<>();
    for (String line : run(abi, source.toString(), "-S").lines().toList()) {
      if (line.strip().startsWith("#@ ")) {
        String[] halves = line.strip().split(" ", 3);
        long low = Integer.toUnsignedLong(Integer.parseInt(halves[2]));
        values.add(Long.parseLong(halves[1]) << 32 | low);
      }
    }
    if (values.size() != expressions.size()) {
      throw new IllegalStateException(
          "the C compiler answered " + values.size() + " of " + expressions.size());
    }
    return values;
  }

  /** The version of the kernel headers, major and minor: {@code 6.1}. */
  String headerVersion() {
    long code =
        values(Abi.X86_64, List.of("linux/version.h"), List.of("LINUX_VERSION_CODE")).get(0);
    return (code >> 16) + "." + (code >> 8 & 0xff);
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
                  + quote(Files.readString(errors), source));
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

  /** Adds the lines of our source that the errors point to. */
  private static String quote(String errors, String source) {
    List<String> lines = source.lines().toList();
    return Pattern.compile("<stdin>:(\\d+).*")
        .matcher(errors)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    m.group() + "   " + lines.get(Integer.parseInt(m.group(1)) - 1).strip()));
  }
}

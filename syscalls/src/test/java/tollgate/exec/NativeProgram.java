package tollgate.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tollgate.abi.Abi;

/** Builds small C programs for a test and runs them on this machine's kernel. */
final class NativeProgram {
  private static final Path SOURCES = Path.of("src/test/c");

  private NativeProgram() {}

  /** Compiles a program without a C library; returns the executable. */
  static Path build(Path folder, String source, Abi abi, String... flags)
      throws IOException, InterruptedException {
    Path out = folder.resolve(source.replace(".c", "-" + abi.label()));
    List<String> command = new ArrayList<>(List.of("gcc", "-O1", "-nostdlib", "-fno-builtin"));
    command.add(abi == Abi.I386 ? "-m32" : "-m64");
    command.add("-fno-stack-protector");
    command.addAll(List.of(flags));
    command.addAll(List.of("-o", out.toString(), SOURCES.resolve(source).toString()));
    run(command, Map.of());
    return out;
  }

  /** Runs a command with just this environment; returns what it writes to standard output. */
  static byte[] run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("native", ".out");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      if (!environment.isEmpty()) {
        builder.environment().clear();
        builder.environment().putAll(environment);
      }
      Process process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("does not end: " + command);
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException("status " + process.exitValue() + " of " + command);
      }
      return Files.readAllBytes(out);
    } finally {
      Files.delete(out);
    }
  }
}

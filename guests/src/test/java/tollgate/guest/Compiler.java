package tollgate.guest;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds programs from source. A program is built again only when its sources or the command
 * changed.
 */
final class Compiler {
  private Compiler() {}

  /**
   * Builds a program with one command: compiler and flags, {@code -o} and the program, sources,
   * trailing words.
   *
   * @param name file name of the program, without a slash
   */
  static synchronized Path build(
      String name, List<String> compiler, List<Path> sources, List<String> trailing) {
    try {
      Path folder = Files.createDirectories(Places.BUILT);
      Path program = folder.resolve(name);
      Path stamp = folder.resolve(name + ".stamp");
      StringBuilder recipe = new StringBuilder(compiler + " " + trailing + "\n");
      for (Path source : sources) {
        recipe.append(Files.readString(source, StandardCharsets.ISO_8859_1));
      }
      if (Files.exists(program)
          && Files.exists(stamp)
          && Files.readString(stamp, StandardCharsets.ISO_8859_1).contentEquals(recipe)) {
        return program;
      }
      Path fresh = folder.resolve(name + ".new");
      List<String> line = new ArrayList<>(compiler);
      line.addAll(List.of("-o", fresh.toString()));
      sources.forEach(source -> line.add(source.toString()));
      line.addAll(trailing);
      command(line, sources.get(0).getParent());
      Files.move(fresh, program, StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(stamp, recipe, StandardCharsets.ISO_8859_1);
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a build command; its messages are the failure's text. */
  static void command(List<String> line, Path directory) throws IOException {
    File log = Files.createTempFile("tollgate", ".log").toFile();
    try {
      Process process =
          new ProcessBuilder(line)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(line + "\n" + Files.readString(log.toPath()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + line, e);
    } finally {
      Files.delete(log.toPath());
    }
  }
}

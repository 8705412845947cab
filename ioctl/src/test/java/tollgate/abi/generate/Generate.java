package tollgate.abi.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tollgate.abi.uapi.Stat;

/**
 * Writes anew what is made from the kernel's headers: layouts.txt, the constant classes of {@code
 * tollgate.abi.uapi}. {@code Errno} is kept by hand and proved. Run it in the repository's root:
 *
 * <pre>{@code
 * mvn -B -ntp -pl ioctl test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=tollgate.abi.generate.Generate
 * }</pre>
 */
public final class Generate {
  static final Path MODULE = Path.of(System.getProperty("tollgate.root", "."), "ioctl");

  /** Our inputs and the proved layouts. */
  static final Path RESOURCES = MODULE.resolve("src/test/resources/tollgate/abi/generate");

  static final Path LAYOUTS = RESOURCES.resolve("layouts.txt");

  static final Path CONSTANTS = RESOURCES.resolve("constants.list");

  /** The folder of the classes that are written. */
  static final Path UAPI = MODULE.resolve("src/main/java/tollgate/abi/uapi");

  private Generate() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException {
    CCompiler compiler = new CCompiler(RESOURCES);
    Files.writeString(LAYOUTS, Layouts.text(Schemas.besides(Stat.class), compiler));
    for (ConstantGroup group : ConstantGroup.readAll(CONSTANTS)) {
      Path file = UAPI.resolve(group.name() + ".java");
      String current = Files.exists(file) ? Files.readString(file) : "";
      Files.writeString(file, ConstantSource.text(group, group.constants(compiler), current));
    }
  }
}

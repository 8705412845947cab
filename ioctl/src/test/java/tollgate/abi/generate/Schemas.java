package tollgate.abi.generate;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tollgate.abi.StructSchema;

/** Finds every schema: each {@code StructSchema} constant of the classes in a package. */
final class Schemas {
  private Schemas() {}

  /** All schemas declared by classes in the folder of {@code sample}, in order of class name. */
  static List<StructSchema> besides(Class<?> sample) {
    try (Stream<Path> files = Files.list(folder(sample))) {
      List<StructSchema> found = new ArrayList<>();
      for (String file : files.map(p -> p.getFileName().toString()).sorted().toList()) {
        if (file.endsWith(".class")) {
          String name = file.substring(0, file.length() - ".class".length());
          found.addAll(constants(Class.forName(sample.getPackageName() + "." + name)));
        }
      }
      return found;
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<StructSchema> constants(Class<?> type) throws IllegalAccessException {
    List<StructSchema> found = new ArrayList<>();
    for (java.lang.reflect.Field constant : type.getDeclaredFields()) {
      if (Modifier.isStatic(constant.getModifiers()) && constant.getType() == StructSchema.class) {
        constant.setAccessible(true);
        found.add((StructSchema) constant.get(null));
      }
    }
    return found;
  }

  private static Path folder(Class<?> sample) {
    try {
      Path root = Path.of(sample.getProtectionDomain().getCodeSource().getLocation().toURI());
      return root.resolve(sample.getPackageName().replace('.', '/'));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

package tollgate.guest;

import java.nio.file.Path;
import java.util.List;

/** The host programs that the tests need, built once in a run. */
final class Harness {
  private static final Path REAP =
      Compiler.build(
          "reap",
          List.of("gcc", "-O1", "-Wall"),
          List.of(Places.SOURCES.resolve("harness/reap.c")),
          List.of());

  private Harness() {}

  /** Runs a program and tells exactly how it ended: see reap.c. */
  static Path reap() {
    return REAP;
  }
}

package tollgate.guest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tollgate.abi.Abi;

/** Builds guests that use no C library: assembly and plain C, linked at a fixed address. */
final class Freestanding {
  private static final List<String> FLAGS =
      List.of(
          "-O1",
          "-Wall",
          "-ffreestanding",
          "-fno-stack-protector",
          "-fcf-protection=none",
          "-fno-pic",
          "-nostdlib",
          "-static",
          "-no-pie",
          "-Wl,--build-id=none");

  private Freestanding() {}

  /** Builds sources of one folder; a word {@code N} in a name stands for 64 or 32. */
  static Path build(Abi abi, String folder, String name, List<String> sources) {
    String bits = abi == Abi.X86_64 ? "64" : "32";
    List<String> compiler = Stream.concat(Stream.of("gcc", "-m" + bits), FLAGS.stream()).toList();
    List<Path> files =
        sources.stream()
            .map(source -> Places.SOURCES.resolve(folder).resolve(source.replace("N", bits)))
            .toList();
    return Compiler.build(name + bits, compiler, files, List.of());
  }
}

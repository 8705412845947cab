package tollgate.guest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tollgate.abi.Abi;

/** The C libraries and ways of linking that the C guests are built with. */
enum Libc {
  GLIBC,
  GLIBC_STATIC_PIE,
  GLIBC_DYNAMIC,
  MUSL,
  MUSL_STATIC_PIE,
  MUSL_DYNAMIC,
  DIETLIBC;

  /** Builds {@code libc/NAME.c}. */
  Path build(Abi abi, String name) {
    boolean wide = abi == Abi.X86_64;
    List<String> compiler = new ArrayList<>(List.of("gcc", wide ? "-m64" : "-m32", "-O2", "-Wall"));
    List<Path> sources = new ArrayList<>();
    List<String> trailing = new ArrayList<>();
    compiler.addAll(List.of("-fno-stack-protector", "-Wno-unused-result"));
    boolean pie = this == GLIBC_STATIC_PIE || this == MUSL_STATIC_PIE;
    compiler.addAll(pie ? List.of("-fPIE", "-static-pie") : List.of("-fno-pie", "-no-pie"));
    switch (this) {
      case GLIBC -> compiler.add("-static");
      case GLIBC_STATIC_PIE, GLIBC_DYNAMIC -> {}
      case MUSL, MUSL_STATIC_PIE, MUSL_DYNAMIC -> musl(abi, compiler, sources, trailing);
      case DIETLIBC -> dietlibc(abi, compiler, sources, trailing);
    }
    Path source = Places.SOURCES.resolve("libc").resolve(name + ".c");
    sources.add(source);
    if (trailing.isEmpty()) {
      trailing.add("-lm");
    }
    String program = name + "-" + toString().toLowerCase(Locale.ROOT);
    return Compiler.build(program + (wide ? "64" : "32"), compiler, sources, trailing);
  }

  private void musl(Abi abi, List<String> compiler, List<Path> sources, List<String> trailing) {
    Path tree = Places.packages(abi);
    String triple = (abi == Abi.X86_64 ? "x86_64" : "i386") + "-linux-musl";
    Path library = tree.resolve("usr/lib").resolve(triple);
    compiler.addAll(List.of("-nostdinc", "-isystem"));
    compiler.add(tree.resolve("usr/include").resolve(triple).toString());
    compiler.add("-nostdlib");
    String start =
        switch (this) {
          case MUSL_STATIC_PIE -> "rcrt1.o";
          default -> "crt1.o";
        };
    trailing.add(library.resolve(start).toString());
    trailing.add(library.resolve("crti.o").toString());
    if (this == MUSL_DYNAMIC) {
      trailing.add("-L" + tree.resolve("lib").resolve(triple));
      trailing.add("-Wl,-dynamic-linker," + interpreter(abi));
      trailing.add("-lc");
      trailing.add("-lgcc");
    } else {
      if (this == MUSL) {
        compiler.add("-static");
      }
      trailing.addAll(List.of(library.resolve("libc.a").toString(), "-lgcc"));
      trailing.add(library.resolve("libc.a").toString());
    }
    trailing.add(library.resolve("crtn.o").toString());
  }

  private static void dietlibc(
      Abi abi, List<String> compiler, List<Path> sources, List<String> trailing) {
    Path tree = Places.packages(abi);
    String cpu = abi == Abi.X86_64 ? "x86_64" : "i386";
    Path library = tree.resolve("usr/lib/" + cpu + "-linux-gnu/diet/lib-" + cpu);
    compiler.addAll(List.of("-static", "-D__dietlibc__", "-nostdinc", "-isystem"));
    compiler.add(tree.resolve("usr/include/diet").toString());
    compiler.add("-nostdlib");
    trailing.add(library.resolve("start.o").toString());
    trailing.add(library.resolve("libm.a").toString());
    trailing.add(library.resolve("libc.a").toString());
    trailing.add("-lgcc");
    trailing.add(library.resolve("libc.a").toString());
  }

  /** Where a dynamically linked musl program looks for its loader. */
  static String interpreter(Abi abi) {
    return "/lib/ld-musl-" + (abi == Abi.X86_64 ? "x86_64" : "i386") + ".so.1";
  }

  /** The file of the packages that is both musl's library and its loader. */
  static String libraryOf(Abi abi) {
    return interpreter(abi).substring(1);
  }

  /** The host files that a dynamically linked program needs, by their place in the guest. */
  Map<String, Path> files(Abi abi) {
    return switch (this) {
      case MUSL_DYNAMIC -> Map.of(interpreter(abi), loader(abi));
      case GLIBC_DYNAMIC ->
          abi == Abi.X86_64
              ? same("/lib64", "/lib/x86_64-linux-gnu")
              : same("/lib/ld-linux.so.2", "/lib32");
      default -> Map.of();
    };
  }

  /** A native run; musl's loader is not where the program looks for it, so it is named. */
  GuestRun natively(Abi abi, Path program, String... words) {
    if (this != MUSL_DYNAMIC) {
      return new GuestRun(program, words);
    }
    List<String> line = new ArrayList<>(List.of(program.toString()));
    line.addAll(List.of(words));
    return new GuestRun(loader(abi), line.toArray(String[]::new));
  }

  private static Path loader(Abi abi) {
    return Places.packaged(abi, libraryOf(abi));
  }

  private static Map<String, Path> same(String... paths) {
    return Stream.of(paths).collect(Collectors.toMap(path -> path, Path::of));
  }
}

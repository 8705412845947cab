package tollgate.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.abi.Abi;

/** C programs of every C library, for both ABIs, say and end the same natively and on Tollgate. */
final class LibcTest {
  private static final List<String> PROGRAMS =
      List.of(
          "print", "memory", "files", "faults", "process", "clock", "tls", "selfmod", "numeric");

  /** Says which errors the kernel gives, which one library is enough for. */
  private static final String KERNEL_ONLY = "mapping";

  private static final List<String> LOADING = List.of("print", "faults", "process", "tls");

  static Stream<Arguments> programs() {
    return Stream.of(Libc.values()).flatMap(LibcTest::ofLibrary);
  }

  private static Stream<Arguments> ofLibrary(Libc libc) {
    List<String> names =
        switch (libc) {
          case GLIBC -> Stream.concat(PROGRAMS.stream(), Stream.of(KERNEL_ONLY)).toList();
          case MUSL -> PROGRAMS;
          case DIETLIBC -> PROGRAMS.stream().filter(name -> !name.equals("tls")).toList();
          default -> LOADING;
        };
    return names.stream()
        .flatMap(
            name ->
                Stream.of(
                    Arguments.of(libc, Abi.X86_64, name), Arguments.of(libc, Abi.I386, name)));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("programs")
  void sameAsNative(Libc libc, Abi abi, String name) {
    Path program = libc.build(abi, name);
    Path work = Places.scratch("libc");
    String[] words = {"-a", "-b", "value", "rest"};
    GuestRun run = new GuestRun(program, words).in(work);
    libc.files(abi).forEach(run::bind);
    String expected = libc.natively(abi, program, words).in(work).natively().observable();
    assertThat(run.inProcess().observable()).as("%s %s %s", libc, abi, name).isEqualTo(expected);
    GuestRun.remove(work);
  }
}

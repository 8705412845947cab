package tollgate.abi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.abi.Abi;
import tollgate.abi.Errno;

/** Holds {@link Errno} against asm/errno.h, in both directions. */
class ErrnoProofTest {
  private final CCompiler compiler = new CCompiler(Generate.RESOURCES);

  @ParameterizedTest
  @EnumSource
  void namesAndNumbersAreTheHeaders(Abi abi) throws ReflectiveOperationException {
    List<String> headers = List.of("asm/errno.h");
    List<String> names = new ArrayList<>(compiler.macros(abi, headers).keySet());
    names.removeIf(name -> !name.matches("E[A-Z0-9]+"));
    List<Long> numbers = compiler.values(abi, headers, names);
    Map<String, Long> expected = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      expected.put(names.get(i), numbers.get(i));
    }
    Map<String, Long> actual = new TreeMap<>();
    for (java.lang.reflect.Field constant : Errno.class.getFields()) {
      if (constant.getType() == Errno.class) {
        actual.put(constant.getName(), (long) ((Errno) constant.get(null)).number());
      }
    }
    actual.remove("ENOTSUP"); // the C library's name for EOPNOTSUPP
    assertThat(actual).isEqualTo(expected);
  }
}

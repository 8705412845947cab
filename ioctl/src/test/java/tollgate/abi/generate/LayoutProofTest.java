package tollgate.abi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.abi.Abi;
import tollgate.abi.StructSchema;
import tollgate.abi.uapi.Stat;

/** Holds every schema against the C compiler, which installs with guests/bootstrap. */
class LayoutProofTest {
  private final List<StructSchema> schemas = Schemas.besides(Stat.class);
  private final CCompiler compiler = new CCompiler(Generate.RESOURCES);

  @ParameterizedTest
  @EnumSource
  void everySchemaIsWhatTheCompilerMakesOfIt(Abi abi) {
    Map<String, Long> computed = Layouts.computed(abi, schemas);
    Map<String, Long> compiled = Layouts.compiled(abi, schemas, compiler);
    Set<String> facts = new TreeSet<>(computed.keySet());
    facts.addAll(compiled.keySet());
    assertThat(facts)
        .hasSizeGreaterThan(100)
        .filteredOn(fact -> !Objects.equals(computed.get(fact), compiled.get(fact)))
        .map(f -> f + ": schema " + computed.get(f) + ", compiler " + compiled.get(f))
        .isEmpty();
  }

  @Test
  void checkedInLayoutsAreUpToDate() {
    assertThat(Generate.LAYOUTS).content().isEqualTo(Layouts.text(schemas, compiler));
  }
}

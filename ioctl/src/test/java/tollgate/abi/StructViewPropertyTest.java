package tollgate.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tollgate.abi.uapi.EpollEvent;
import tollgate.abi.uapi.Fpstate32;
import tollgate.abi.uapi.Sigcontext32;
import tollgate.abi.uapi.Siginfo;
import tollgate.abi.uapi.Stat;
import tollgate.abi.uapi.Stat64;
import tollgate.abi.uapi.Statx;
import tollgate.abi.uapi.Sysinfo;
import tollgate.abi.uapi.Timex;

/** What holds for every field of every struct and any value. */
class StructViewPropertyTest {
  private static final List<StructSchema> SCHEMAS =
      List.of(
          Stat.SCHEMA,
          Stat64.SCHEMA,
          Statx.SCHEMA,
          Timex.SCHEMA,
          Sysinfo.SCHEMA,
          EpollEvent.SCHEMA,
          Sigcontext32.SCHEMA,
          Fpstate32.SCHEMA,
          Siginfo.SCHEMA);

  @Provide
  Arbitrary<Field> scalars() {
    return Arbitraries.of(
        SCHEMAS.stream()
            .flatMap(schema -> schema.fields().stream())
            .filter(field -> field.type().schema() == null)
            .toList());
  }

  @Property
  void whatFitsComesBackAndNothingElseChanges(
      @ForAll("scalars") Field field, @ForAll Abi abi, @ForAll long value, @ForAll byte around) {
    StructView view = filled(field, abi, around);
    byte[] before = view.bytes().clone();
    int count = field.count(abi);
    if (count == 0) {
      assertThatThrownBy(() -> view.set(field, 0, value))
          .isInstanceOf(IndexOutOfBoundsException.class);
      return;
    }
    int element = Math.floorMod(value, count);
    if (!field.exists(abi)) {
      assertThat(view.set(field, value).get(field)).isZero();
      assertThat(view.bytes()).isEqualTo(before);
      return;
    }
    view.set(field, element, value);
    assertThat(view.get(field, element) == value).isEqualTo(field.fits(abi, value));
    int start = field.offset(abi) + element * field.stride(abi);
    for (int i = 0; i < view.size(); i++) {
      if (i < start || i >= start + field.stride(abi)) {
        assertThat(view.bytes()[i]).isEqualTo(before[i]);
      }
    }
  }

  @Property
  void guestMemoryHasTheSameFieldAtTheSamePlace(
      @ForAll("scalars") Field field, @ForAll Abi abi, @ForAll long value) {
    FakeMemory memory = new FakeMemory(0, 1024);
    field.write(memory, abi, 64, value);
    StructView view = new StructView(field.owner(), abi).copyIn(memory, 64);
    assertThat(view.get(field)).isEqualTo(field.read(memory, abi, 64));
    assertThat(view.bytes())
        .startsWith(new StructView(field.owner(), abi).set(field, value).bytes());
  }

  private static StructView filled(Field field, Abi abi, byte with) {
    StructView view = new StructView(field.owner(), abi);
    java.util.Arrays.fill(view.bytes(), 0, view.size(), with);
    return view;
  }
}

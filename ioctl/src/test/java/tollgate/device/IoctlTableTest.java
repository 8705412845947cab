package tollgate.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tollgate.abi.Abi;
import tollgate.abi.CType;
import tollgate.abi.ErrnoException;
import tollgate.abi.IoctlRequest;

class IoctlTableTest {
  private static final IoctlRequest WORD = IoctlRequest.ior("WORD", 'w', 1, CType.ULONG);
  private static final IoctlRequest PLAIN = IoctlRequest.io("PLAIN", 'w', 2);

  private final IoctlTable<String> table =
      IoctlTable.<String>builder()
          .row(WORD, (device, memory, abi, argument) -> argument + 1)
          .row(PLAIN, (device, memory, abi, argument) -> device.length())
          .build();

  @Test
  void rowsAreFoundByTheNumberOfTheAbi() {
    assertThat(table.call("dev", null, Abi.X86_64, 0x80087701, 4)).isEqualTo(5);
    assertThat(table.call("dev", null, Abi.I386, 0x80047701, 4)).isEqualTo(5);
    assertThat(table.call("dev", null, Abi.I386, PLAIN.number(Abi.I386), 0)).isEqualTo(3);
    assertThat(table.row(Abi.I386, 0x80047701).request().name()).isEqualTo("WORD");
  }

  @Test
  void numberOfTheOtherAbiIsUnknown() {
    assertThatThrownBy(() -> table.call("dev", null, Abi.I386, 0x80087701, 4))
        .isInstanceOf(ErrnoException.class)
        .hasMessage("ENOTTY");
  }

  @Test
  void sameNumberTwiceIsRefused() {
    IoctlTable.Builder<String> twice =
        IoctlTable.<String>builder().row(PLAIN, (d, m, a, x) -> 0).row(PLAIN, (d, m, a, x) -> 0);
    assertThatThrownBy(twice::build).hasMessageContaining("PLAIN");
  }
}

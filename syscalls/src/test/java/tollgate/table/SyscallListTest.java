package tollgate.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tollgate.abi.Abi;
import tollgate.abi.Errno;
import tollgate.abi.ErrnoException;

@DisplayName("The list of rows")
class SyscallListTest {
  @Test
  @DisplayName("has a well-formed signature in every row, within six registers")
  void signatures() {
    assertThat(SyscallList.rows())
        .allSatisfy(
            row -> {
              Signature signature = row.signature();
              assertThat(signature.registers(Abi.X86_64)).isLessThanOrEqualTo(6);
              assertThat(signature.registers(Abi.I386)).isLessThanOrEqualTo(6);
              for (Argument argument : signature.arguments()) {
                String length = argument.length();
                if (!length.isEmpty() && !length.equals("result") && !length.matches("[0-9]+")) {
                  assertThat(signature.indexOf(length)).as(row + ": " + length).isNotNegative();
                }
              }
            });
  }

  @Test
  @DisplayName("binds handlers that take as many arguments as the signature has")
  void arity() {
    List<String> wrong = new ArrayList<>();
    for (SyscallRow row : SyscallList.rows()) {
      SyscallHandler handler = row.handler();
      if (handler != null && handler.arity() != row.signature().arguments().size()) {
        wrong.add(row + ": handler " + handler.arity() + ", signature \"" + row.types() + '"');
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName("gives a reason wherever support is not full, and none where it is")
  void reasons() {
    assertThat(SyscallList.rows())
        .allSatisfy(
            row -> {
              assertThat(row.reason().isEmpty()).isEqualTo(row.support() == Support.FULL);
              assertThat(row.handler() != null)
                  .isEqualTo(row.support() == Support.FULL || row.support() == Support.PARTIAL);
            });
  }

  @Test
  @DisplayName("answers ENOSYS for numbers without a row, x32's and negative ones included")
  void unknownNumbers() {
    for (int number : new int[] {-1, Integer.MIN_VALUE, 512, 547, 548, 100000, 0x40000000}) {
      assertThatThrownBy(() -> X8664Table.handler(number).call(null, 0, 0, 0, 0, 0, 0))
          .isInstanceOfSatisfying(
              ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOSYS));
      assertThatThrownBy(() -> I386Table.handler(number).call(null, 0, 0, 0, 0, 0, 0))
          .isInstanceOfSatisfying(
              ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ENOSYS));
      assertThat(X8664Table.row(number)).isNull();
      assertThat(I386Table.row(number)).isNull();
    }
  }
}

package tollgate.unicorn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The checked-in constants are what the generator makes of the headers of libunicorn-dev. */
class ConstantsTest {
  @Test
  void constantsAreThoseOfTheHeaders() throws IOException {
    Path checkedIn =
        Path.of(
            System.getProperty("tollgate.root"),
            "emulator/src/main/java/tollgate/unicorn/UnicornConstants.java");
    assertThat(ConstantsGenerator.generate(headers())).isEqualTo(Files.readString(checkedIn));
  }

  private static Path headers() {
    PackageCache cache = new PackageCache(PackageCache.defaultFolder(), step -> {});
    try {
      return cache.fetch("unicorn/include", "libunicorn-dev", "usr/include/unicorn");
    } catch (UnicornUnavailableException e) {
      return abort("the headers cannot be fetched: " + e.getMessage());
    }
  }
}

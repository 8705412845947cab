package tollgate.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the machine that runs the tests is. */
final class NativeMachine {
  private NativeMachine() {}

  /** Whether its processor behaves as {@code --vendor amd} on kernel entries. */
  static boolean isAmd() {
    try {
      return Files.readString(Path.of("/proc/cpuinfo")).contains("AuthenticAMD");
    } catch (IOException e) {
      return false;
    }
  }
}

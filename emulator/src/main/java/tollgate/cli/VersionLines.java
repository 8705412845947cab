package tollgate.cli;

import picocli.CommandLine.IVersionProvider;
import tollgate.unicorn.Unicorn;
import tollgate.unicorn.UnicornLibrary;
import tollgate.unicorn.UnicornUnavailableException;

/** What {@code tollgate --version} prints: ourselves, the core and its library, the JVM. */
final class VersionLines implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = VersionLines.class.getPackage().getImplementationVersion();
    return new String[] {
      "tollgate " + (version == null ? "(unpackaged)" : version),
      "core: unicorn " + library(),
      "java " + Runtime.version() + " (" + System.getProperty("java.home") + ")"
    };
  }

  private static String library() {
    try {
      Unicorn unicorn = UnicornLibrary.find();
      return unicorn.release() + " (" + unicorn.path() + ")";
    } catch (UnicornUnavailableException e) {
      return e.getMessage();
    }
  }
}

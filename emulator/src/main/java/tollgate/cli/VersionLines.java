package tollgate.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code tollgate --version} prints: ourselves, the core and its library, the JVM. */
final class VersionLines implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = VersionLines.class.getPackage().getImplementationVersion();
    return new String[] {
      "tollgate " + (version == null ? "(unpackaged)" : version),
      "java " + Runtime.version() + " (" + System.getProperty("java.home") + ")"
    };
  }
}

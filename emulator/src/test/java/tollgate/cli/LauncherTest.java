package tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code bin/tollgate} in a checkout made of dummies: a java and an mvn that only say how they were
 * called, so that nothing is built and no JVM starts.
 */
final class LauncherTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("tollgate.root"), "emulator", "bin", "tollgate");
  private static final FileTime EARLIER = FileTime.fromMillis(1_000_000_000_000L);
  private static final FileTime LATER = FileTime.fromMillis(1_000_000_100_000L);

  @TempDir Path temporary;

  private Path checkout;
  private Path launcher;
  private Path tools;
  private final Map<String, String> variables = new HashMap<>();

  private record Outcome(int status, String out, String err) {}

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = temporary.resolve("check out"); // a space must do no harm
    launcher = checkout.resolve("emulator/bin/tollgate");
    Files.createDirectories(launcher.getParent());
    Files.copy(SCRIPT, launcher);
    for (String module : List.of("ioctl", "syscalls", "emulator")) {
      write(module + "/pom.xml", "", EARLIER);
      write(module + "/src/main/java/A.java", "", EARLIER);
    }
    write("pom.xml", "", EARLIER);
    write("emulator/target/tollgate-emulator.jar", "", LATER);
    write("emulator/target/runtime/lib/tollgate-syscalls.jar", "", LATER);
    tools = Files.createDirectories(temporary.resolve("tools"));
    for (String tool : List.of("find", "readlink", "mkdir", "rmdir", "nice", "sed", "mv")) {
      program(tools.resolve(tool), "exec " + realTool(tool) + " \"$@\"");
    }
    jdk("17.0.2");
    // Nothing can be written there, so no background work outlives a test.
    variables.put("TOLLGATE_CACHE", "/dev/null/cache");
  }

  @Test
  void becomesJavaWithTheCheckoutsJarAndTheUsersWords() throws Exception {
    Outcome outcome = launch("run", "a b", "", "*");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isEqualTo(7);
    assertThat(outcome.out())
        .contains("[-cp]\n[" + jar() + "]\n[tollgate.cli.Main]\n[run]\n[a b]\n[]\n[*]\n")
        .contains("[-Djnr.ffi.x86asm.enabled=false]")
        .doesNotContain("--enable-native-access");
  }

  @Test
  void worksThroughSymbolicLinksFromAnywhere() throws Exception {
    Path links = Files.createDirectories(temporary.resolve("links/deeper"));
    Files.createSymbolicLink(links.resolve("hop"), launcher);
    Files.createSymbolicLink(temporary.resolve("links/tollgate"), Path.of("deeper/hop"));
    launcher = temporary.resolve("links/tollgate");
    assertThat(launch("--version").out()).contains("[" + jar() + "]");
  }

  @Test
  void newerJdksGetTheFlagsTheyAskFor() throws Exception {
    jdk("25.0.1");
    assertThat(launch("--version").out())
        .contains("[--enable-native-access=ALL-UNNAMED]")
        .contains("[--sun-misc-unsafe-memory-access=allow]");
  }

  @Test
  void sayWhichJavaIsMissingOrTooOld() throws Exception {
    jdk("11.0.2");
    assertThat(failure()).contains("is Java 11.0.2, too old: install a JDK 17 or newer (Debian: ");
    variables.put("JAVA_HOME", temporary.resolve("nothing").toString());
    assertThat(failure()).endsWith("nothing has no bin/java\n").contains("JAVA_HOME=");
    variables.put("TOLLGATE_JAVA", "/dev/null");
    assertThat(failure())
        .isEqualTo(
            "tollgate: TOLLGATE_JAVA=/dev/null is neither a java command nor a JDK folder\n");
    variables.remove("TOLLGATE_JAVA");
    variables.remove("JAVA_HOME");
    assertThat(failure()).startsWith("tollgate: no java in PATH: install a JDK 17 or newer");
  }

  @Test
  void aFirstRunBuildsQuietlyAndALaterOneDoesNot() throws Exception {
    Files.delete(jar());
    maven("printf x >>mvn.calls; : >emulator/target/tollgate-emulator.jar; echo chatter");
    Outcome outcome = launch("--version");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).startsWith("[").doesNotContain("chatter");
    launch("--version");
    assertThat(checkout.resolve("mvn.calls")).hasContent("x");
  }

  @Test
  void aSourceNewerThanTheJarIsBuiltOnce() throws Exception {
    maven("printf x >>mvn.calls");
    FileTime newest = FileTime.fromMillis(LATER.toMillis() + 5000);
    Files.setLastModifiedTime(checkout.resolve("syscalls/src/main/java/A.java"), newest);
    launch("--version");
    launch("--version");
    assertThat(checkout.resolve("mvn.calls")).hasContent("x");
  }

  @Test
  void aFailedBuildGivesItsFirstErrorInOneLine() throws Exception {
    Files.delete(jar());
    maven("echo '[ERROR] disk on fire -> [Help 1]'; echo '[ERROR] more'; exit 1");
    assertThat(failure())
        .isEqualTo(
            "tollgate: the build failed: disk on fire (all of it: "
                + checkout.resolve("emulator/target/build.log")
                + ")\n");
  }

  @Test
  void aMissingMavenIsNamedWithItsPackage() throws Exception {
    Files.delete(jar());
    assertThat(failure()).startsWith("tollgate: the first run needs Maven: install maven (Debian");
  }

  @Test
  void aCacheFolderThatCannotBeWrittenDoesNoHarm() throws Exception {
    Outcome outcome = launch("--version");
    assertThat(outcome.status()).isEqualTo(7);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).doesNotContain("-XX:SharedArchiveFile");
  }

  @Test
  void anArchiveIsUsedWhileItIsNewerThanTheJars() throws Exception {
    Path cache = temporary.resolve("cache");
    variables.put("TOLLGATE_CACHE", cache.toString());
    String place = temporary.resolve("jdk") + "/17.0.2" + checkout.resolve("emulator/target.jsa");
    Path archive = Path.of(cache + "/cds" + place);
    Files.createDirectories(Path.of(archive + ".lock")); // as if another run were making it
    Files.writeString(archive, "");
    assertThat(launch("--version").out()).contains("[-XX:SharedArchiveFile=" + archive + "]");
    Files.setLastModifiedTime(archive, EARLIER);
    assertThat(launch("--version").out()).doesNotContain("-XX:SharedArchiveFile");
  }

  private Path jar() {
    return checkout.resolve("emulator/target/tollgate-emulator.jar");
  }

  private void write(String path, String text, FileTime time) throws IOException {
    Path file = checkout.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, time);
  }

  /** A JDK whose java prints its words and ends with status 7. */
  private void jdk(String version) throws IOException {
    Path home = temporary.resolve("jdk");
    program(home.resolve("bin/java"), "for w; do printf '[%s]\\n' \"$w\"; done; exit 7");
    program(home.resolve("bin/javac"), "");
    Files.writeString(home.resolve("release"), "A=\"b\"\nJAVA_VERSION=\"" + version + "\"\n");
    variables.put("JAVA_HOME", home.toString());
  }

  private void maven(String body) throws IOException {
    program(tools.resolve("mvn"), "cd '" + checkout + "'; " + body);
  }

  private static void program(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path realTool(String name) {
    for (String folder : System.getenv("PATH").split(":")) {
      Path tool = Path.of(folder, name);
      if (Files.isExecutable(tool)) {
        return tool;
      }
    }
    throw new AssertionError("no " + name + " in PATH");
  }

  private String failure() throws Exception {
    Outcome outcome = launch("--version");
    assertThat(outcome.status()).isEqualTo(125);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(1);
    return outcome.err();
  }

  private Outcome launch(String... words) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temporary.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    builder.environment().put("PATH", tools.toString());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}

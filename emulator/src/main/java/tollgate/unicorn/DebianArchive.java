package tollgate.unicorn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Gets a package of Debian 13 without installing it: apt-get(8) with its own list of sources, index
 * and cache in a private folder, then dpkg -x. The mirror is the one that this machine's own
 * configuration names, the keys are Debian's, and apt verifies the signatures as ever.
 */
final class DebianArchive {
  /** The release whose libunicorn is new enough and runs on Debian 12 as well. */
  private static final String SUITE = "trixie";

  /** Debian's own keys; where they are kept elsewhere, apt's trusted keys decide. */
  private static final Path KEYS = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

  private static final long MINUTES = 5;

  private final Path work;
  private final Consumer<String> progress;

  /**
   * An archive.
   *
   * @param work an empty folder for everything it needs
   */
  DebianArchive(Path work, Consumer<String> progress) {
    this.work = work;
    this.progress = progress;
  }

  /**
   * Downloads and unpacks a package.
   *
   * @return the folder it was unpacked to
   * @throws UnicornUnavailableException with one line, when that fails
   */
  Path unpack(String debianPackage) throws IOException {
    if (!System.getProperty("os.arch").equals("amd64")) {
      throw new UnicornUnavailableException("no package for " + System.getProperty("os.arch"));
    }
    Path parts = Files.createDirectories(work.resolve("sources"));
    Files.createDirectories(work.resolve("lists/partial"));
    Files.createDirectories(work.resolve("cache/archives/partial"));
    Path downloads = Files.createDirectories(work.resolve("download"));
    Files.writeString(parts.resolve("debian.sources"), source());

    progress.accept("reading the package index for " + debianPackage);
    apt(downloads, "update");
    progress.accept("fetching " + debianPackage);
    apt(downloads, "download", debianPackage);
    try (Stream<Path> files = Files.list(downloads)) {
      Path archive =
          files
              .filter(file -> file.toString().endsWith(".deb"))
              .findAny()
              .orElseThrow(() -> new UnicornUnavailableException("apt-get fetched nothing"));
      Path root = work.resolve("root");
      command(work, List.of("dpkg", "-x", archive.toString(), root.toString()));
      return root;
    }
  }

  /** The machine's own source of Debian's main packages, with the suite changed. */
  private String source() throws IOException {
    String format = "$(REPO_URI)|$(RELEASE)|$(COMPONENT)";
    List<String> targets =
        command(
            work, List.of("apt-get", "indextargets", "--format", format, "Created-By: Packages"));
    for (String target : targets) {
      String[] fields = target.split("\\|", -1);
      if (fields.length == 3
          && fields[0].matches(".*/debian/?")
          && !fields[1].contains("security")
          && fields[2].equals("main")) {
        String signedBy = Files.isReadable(KEYS) ? "Signed-By: " + KEYS + "\n" : "";
        return "Types: deb\nURIs: "
            + fields[0]
            + "\nSuites: "
            + SUITE
            + "\nComponents: main\n"
            + signedBy;
      }
    }
    throw new UnicornUnavailableException("apt knows no mirror of Debian");
  }

  private void apt(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("apt-get", "-q"));
    String[] options = {
      "Dir::Etc::SourceList=/dev/null",
      "Dir::Etc::SourceParts=" + work.resolve("sources"),
      "Dir::State::Lists=" + work.resolve("lists"),
      "Dir::Cache=" + work.resolve("cache"),
      "Acquire::Languages=none",
      "APT::Update::Error-Mode=any"
    };
    for (String option : options) {
      command.add("-o");
      command.add(option);
    }
    command.addAll(List.of(arguments));
    command(folder, command);
  }

  /** Runs a command; its output goes to a file, so that it can neither fill a pipe nor hang us. */
  private List<String> command(Path folder, List<String> command) throws IOException {
    Path out = work.resolve("output");
    Path errors = work.resolve("errors");
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().put("LC_ALL", "C");
      process =
          builder
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile())
              .start();
    } catch (IOException e) {
      throw new UnicornUnavailableException("there is no " + command.get(0) + " here", e);
    }
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new UnicornUnavailableException(
            command.get(0) + " took more than " + MINUTES + " minutes");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new UnicornUnavailableException("interrupted", e);
    }
    if (process.exitValue() != 0) {
      List<String> lines = Files.readAllLines(errors);
      String reason =
          lines.stream()
              .filter(line -> line.startsWith("E:"))
              .findFirst()
              .orElse("no reason given");
      throw new UnicornUnavailableException(
          command.get(0) + " failed with " + process.exitValue() + ": " + reason);
    }
    return Files.readAllLines(out);
  }
}

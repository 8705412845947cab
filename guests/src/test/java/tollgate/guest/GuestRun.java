package tollgate.guest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tollgate.entry.Vendor;
import tollgate.machine.Bind;
import tollgate.machine.CapturedStreams;
import tollgate.machine.MachineBuilder;
import tollgate.machine.MemorySize;
import tollgate.trace.StracePrinter;
import tollgate.trace.TraceFilter;

/**
 * One program to be run natively or by {@code tollgate run}, with the same arguments, environment,
 * working directory and input. The environment starts empty but for PATH. Standard streams are
 * pipes.
 */
final class GuestRun {
  private static final int SECONDS = 60;

  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<String, Path> binds = new TreeMap<>();
  private Vendor vendor = Vendor.INTEL;
  private String memory = "4G";
  private Path trace;
  private Path directory;
  private byte[] stdin = new byte[0];
  private int seconds = SECONDS;

  GuestRun(Path program, String... arguments) {
    this(program.toString(), arguments);
  }

  /** A program named as the user would, or as the guest sees it. */
  GuestRun(String program, String... arguments) {
    command.add(program);
    command.addAll(List.of(arguments));
    environment.put("PATH", "/usr/bin:/bin");
  }

  /** Plays the processor of a vendor: {@code amd} or {@code intel}. */
  GuestRun vendor(String name) {
    vendor = Vendor.valueOf(name.toUpperCase(Locale.ROOT));
    return this;
  }

  /** Limits the guest's memory, {@code 64M} for example. */
  GuestRun memory(String size) {
    memory = size;
    return this;
  }

  /** Writes a trace of the system calls to a host file; a native run leaves this out. */
  GuestRun trace(Path file) {
    trace = file;
    return this;
  }

  GuestRun environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  GuestRun in(Path workingDirectory) {
    directory = workingDirectory;
    return this;
  }

  /** Shows a host file or folder at a place in the guest; a native run has it anyway. */
  GuestRun bind(String guest, Path host) {
    binds.put(guest, host);
    return this;
  }

  GuestRun stdin(String bytes) {
    stdin = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return this;
  }

  GuestRun seconds(int limit) {
    seconds = limit;
    return this;
  }

  /** Runs the program on this machine's kernel. */
  Outcome natively() {
    return reap(command, environment);
  }

  /** Runs the program with {@code tollgate run}. */
  Outcome onTollgate() {
    List<String> line = new ArrayList<>(List.of(Places.TOLLGATE.toString(), "run"));
    line.add("--clear-env");
    environment.forEach((name, value) -> line.addAll(List.of("--env", name + "=" + value)));
    line.addAll(List.of("--vendor", vendor.name().toLowerCase(Locale.ROOT), "--memory", memory));
    if (trace != null) {
      line.addAll(List.of("--strace-out", trace.toString()));
    }
    binds.forEach((guest, host) -> line.addAll(List.of("--bind", host + ":" + guest)));
    line.add("--");
    line.addAll(command);
    return reap(line, System.getenv());
  }

  /** Runs the program on a machine inside this JVM. */
  Outcome inProcess() {
    CapturedStreams streams = new CapturedStreams(stdin);
    MachineBuilder builder =
        new MachineBuilder(bytes(command.get(0)))
            .arguments(command.stream().skip(1).map(GuestRun::bytes).toList())
            .environment(
                environment.entrySet().stream()
                    .map(entry -> bytes(entry.getKey() + "=" + entry.getValue()))
                    .toList())
            .vendor(vendor)
            .memory(MemorySize.parse(memory))
            .streams(streams);
    binds.forEach(
        (guest, host) -> builder.bind(new Bind(bytes(host.toString()), bytes(guest), false)));
    if (directory != null) {
      String path = bytes(directory.toString());
      builder.bind(new Bind(path, path, false)).workingDirectory(path);
    }
    if (trace == null) {
      return InProcess.run(builder, streams, command.toString(), seconds);
    }
    try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(trace))) {
      builder.tracer(new StracePrinter(lines, TraceFilter.all()));
      return InProcess.run(builder, streams, command.toString(), seconds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A host string as the machine takes it: one char per byte. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Runs a command of the host as it is, with this process's environment and what was added. */
  Outcome onHost() {
    Map<String, String> variables = new TreeMap<>(System.getenv());
    variables.putAll(environment);
    variables.put("PATH", System.getenv("PATH"));
    return reap(command, variables);
  }

  private Outcome reap(List<String> line, Map<String, String> variables) {
    Path scratch = Places.scratch("run");
    try {
      Path result = scratch.resolve("result");
      List<String> whole = new ArrayList<>();
      whole.add(Harness.reap().toString());
      whole.add(result.toString());
      whole.add(Integer.toString(seconds));
      whole.addAll(line);
      ProcessBuilder builder = new ProcessBuilder(whole);
      builder.environment().clear();
      builder.environment().putAll(variables);
      builder.directory(directory == null ? null : directory.toFile());
      Process process = builder.start();
      CompletableFuture<String> out = collect(process.getInputStream());
      CompletableFuture<String> err = collect(process.getErrorStream());
      feed(process.getOutputStream());
      int reaped = process.waitFor();
      if (reaped != 0) {
        throw new IllegalStateException("the harness ended with " + reaped + ": " + whole);
      }
      String[] words = Files.readString(result).trim().split(" ", -1);
      return new Outcome(
          words[0],
          Integer.parseInt(words[1]),
          Long.parseLong(words[2]),
          Long.parseLong(words[3]),
          out.join(),
          err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + line, e);
    } finally {
      remove(scratch);
    }
  }

  private void feed(OutputStream pipe) {
    try (pipe) {
      pipe.write(stdin);
    } catch (IOException e) {
      // The program ended without reading its input: what it did instead is what counts.
      assert e.getMessage() != null;
    }
  }

  private static CompletableFuture<String> collect(InputStream pipe) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (pipe) {
            return Outcome.text(pipe.readAllBytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        task -> {
          Thread thread = new Thread(task, "collector");
          thread.setDaemon(true);
          thread.start();
        });
  }

  /** Deletes a folder and all in it. */
  static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

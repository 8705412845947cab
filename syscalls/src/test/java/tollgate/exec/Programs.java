package tollgate.exec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tollgate.abi.Errno;
import tollgate.entry.Vendor;
import tollgate.fs.OpenFile;
import tollgate.mm.MemoryLimits;
import tollgate.mm.PhysicalMemory;

/** Loads programs for tests, with files that exist only here. */
final class Programs {
  static final ProcessorFeatures AMD = new ProcessorFeatures(Vendor.AMD, 0x178bfbff, 2);

  private final PhysicalMemory memory;
  private final Map<String, byte[]> files = new HashMap<>();

  Programs(PhysicalMemory memory) {
    this.memory = memory;
  }

  /** Adds a file that programs may name as their interpreter. */
  Programs file(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  LoadedProgram load(String path, List<String> arguments) {
    OpenFile file = open(path);
    try {
      return ProgramLoader.load(
          request(memory, this::open, file, path, arguments, List.of(), new byte[16]));
    } finally {
      file.release();
    }
  }

  private OpenFile open(String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw Errno.ENOENT.failure();
    }
    return FakeFile.open(path, bytes);
  }

  static LoadedProgram load(
      PhysicalMemory memory,
      OpenFile file,
      String path,
      List<String> arguments,
      List<String> environment,
      byte[] random) {
    ProgramFiles none =
        name -> {
          throw Errno.ENOENT.failure();
        };
    return ProgramLoader.load(request(memory, none, file, path, arguments, environment, random));
  }

  private static ProgramRequest request(
      PhysicalMemory memory,
      ProgramFiles files,
      OpenFile file,
      String path,
      List<String> arguments,
      List<String> environment,
      byte[] random) {
    return new ProgramRequest(
        memory,
        MemoryLimits.DEFAULT,
        files,
        file,
        path,
        arguments,
        environment,
        new ProgramRequest.Identity(0, 0, 0, 0, false),
        AMD,
        random,
        0,
        false);
  }
}

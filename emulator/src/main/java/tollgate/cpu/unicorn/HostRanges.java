package tollgate.cpu.unicorn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tollgate.unicorn.HostMemory;
import tollgate.unicorn.UnicornUnavailableException;

/**
 * The writable memory of this process, from /proc/self/maps (proc(5)), and the blocks of the C
 * library's heap within, so that a search goes through the engine's own structures only: anything
 * else may vanish while it is read.
 */
final class HostRanges {
  private static final long SMALLEST = 512;
  private static final long LARGEST = 1 << 20;

  private final List<long[]> ranges = new ArrayList<>();

  /** As things are now. */
  HostRanges() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
        int dash = line.indexOf('-');
        int space = line.indexOf(' ');
        if (line.startsWith("rw", space + 1)) {
          ranges.add(
              new long[] {
                Long.parseUnsignedLong(line.substring(0, dash), 16),
                Long.parseUnsignedLong(line.substring(dash + 1, space), 16)
              });
        }
      }
    } catch (IOException e) {
      throw new UnicornUnavailableException("cannot read /proc/self/maps: " + e.getMessage(), e);
    }
  }

  /** The end of the range that an address lies in; 0 if in none. */
  long endOf(long address) {
    for (long[] range : ranges) {
      if (address >= range[0] && address < range[1]) {
        return range[1];
      }
    }
    return 0;
  }

  /**
   * The end of a heap block that starts at an address, from the size that glibc keeps before it; 0
   * if none seems to start there.
   */
  long endOfBlock(long address) {
    if ((address & 15) != 0 || endOf(address - 8) == 0) {
      return 0;
    }
    long size = HostMemory.getLong(address - 8) & -8L;
    boolean plausible = size >= SMALLEST && size <= LARGEST && (size & 15) == 0;
    return plausible && address + size - 16 <= endOf(address) ? address + size - 16 : 0;
  }
}

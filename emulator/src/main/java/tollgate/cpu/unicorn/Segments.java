package tollgate.cpu.unicorn;

import static tollgate.cpu.unicorn.EngineState.HFLAGS;
import static tollgate.cpu.unicorn.EngineState.SEGS;
import static tollgate.cpu.unicorn.EngineState.SEG_BASE;
import static tollgate.cpu.unicorn.EngineState.SEG_FLAGS;
import static tollgate.cpu.unicorn.EngineState.SEG_LIMIT;
import static tollgate.cpu.unicorn.EngineState.SEG_SIZE;

import tollgate.unicorn.HostMemory;

/**
 * Loads segment registers into a processor state as an instruction would (SDM vol. 3, 3.4): the
 * hidden part comes from the descriptor, and the mode of execution from CS and SS.
 */
final class Segments {
  static final int ES = 0;
  static final int CS = 1;
  static final int SS = 2;
  static final int DS = 3;
  static final int FS = 4;
  static final int GS = 5;

  /** Bits of QEMU's hflags (target/i386/cpu.h, HF_..._MASK). */
  static final int HF_CPL = 3;

  static final int HF_CS32 = 1 << 4;
  static final int HF_SS32 = 1 << 5;
  static final int HF_ADDSEG = 1 << 6;
  static final int HF_CS64 = 1 << 15;

  private static final int DESC_B = 1 << 22;
  private static final int DESC_L = 1 << 21;
  private static final int DESC_G = 1 << 23;
  private static final int DESC_P = 1 << 15;
  private static final int DESC_S = 1 << 12;
  private static final int DESC_CODE = 1 << 11;
  private static final int DESC_READABLE = 1 << 9;

  private Segments() {}

  /** The visible selector. */
  static int selector(long state, int segment) {
    return HostMemory.getInt(state + SEGS + SEG_SIZE * segment) & 0xffff;
  }

  static long base(long state, int segment) {
    return HostMemory.getLong(state + SEGS + SEG_SIZE * segment + SEG_BASE);
  }

  static void setBase(long state, int segment, long base) {
    HostMemory.putLong(state + SEGS + SEG_SIZE * segment + SEG_BASE, base);
  }

  /**
   * Loads a selector at user level with its descriptor; what a user could not load becomes the null
   * selector, as Linux does it.
   *
   * @throws IllegalArgumentException for CS and SS, which cannot be null
   */
  static void load(long state, int segment, int selector, long descriptor) {
    int high = (int) (descriptor >>> 32);
    boolean data = (high & DESC_CODE) == 0 || (high & DESC_READABLE) != 0;
    boolean usable =
        (selector & 3) == 3
            && (high & DESC_P) != 0
            && (high & DESC_S) != 0
            && (high >> 13 & 3) == 3
            && (data || segment == CS);
    if (usable) {
      int limit = (int) (descriptor & 0xffff) | high & 0xf0000;
      int base = (int) (descriptor >>> 16 & 0xffffff) | high & 0xff000000;
      put(
          state,
          segment,
          selector,
          base & 0xffffffffL,
          (high & DESC_G) != 0 ? limit << 12 | 0xfff : limit,
          high);
    } else if (segment == SS || segment == CS) {
      throw new IllegalArgumentException("no such segment: " + selector);
    } else {
      put(state, segment, 0, 0, 0, 0);
    }
    updateMode(state);
  }

  private static void put(long state, int segment, int selector, long base, int limit, int flags) {
    long at = state + SEGS + SEG_SIZE * segment;
    HostMemory.putInt(at, selector);
    HostMemory.putLong(at + SEG_BASE, base);
    HostMemory.putInt(at + SEG_LIMIT, limit);
    HostMemory.putInt(at + SEG_FLAGS, flags);
  }

  private static int flags(long state, int segment) {
    return HostMemory.getInt(state + SEGS + SEG_SIZE * segment + SEG_FLAGS);
  }

  private static void updateMode(long state) {
    int mode = HostMemory.getInt(state + HFLAGS);
    mode &= ~(HF_CPL | HF_CS32 | HF_SS32 | HF_ADDSEG | HF_CS64);
    mode |= HF_CPL;
    int code = flags(state, CS);
    if ((code & DESC_L) != 0) {
      mode |= HF_CS64 | HF_CS32 | HF_SS32;
    } else {
      mode |= (code & DESC_B) != 0 ? HF_CS32 : 0;
      mode |= (flags(state, SS) & DESC_B) != 0 ? HF_SS32 : 0;
      boolean flat = (base(state, DS) | base(state, ES) | base(state, SS)) == 0;
      mode |= flat && (code & DESC_B) != 0 ? 0 : HF_ADDSEG;
    }
    HostMemory.putInt(state + HFLAGS, mode);
  }
}

package tollgate.exec;

import java.util.Arrays;

/** The auxiliary vector under construction, in the order it gets (uapi/linux/auxvec.h). */
final class AuxVector {
  static final int AT_NULL = 0;
  static final int AT_PHDR = 3;
  static final int AT_PHENT = 4;
  static final int AT_PHNUM = 5;
  static final int AT_PAGESZ = 6;
  static final int AT_BASE = 7;
  static final int AT_FLAGS = 8;
  static final int AT_ENTRY = 9;
  static final int AT_UID = 11;
  static final int AT_EUID = 12;
  static final int AT_GID = 13;
  static final int AT_EGID = 14;
  static final int AT_PLATFORM = 15;
  static final int AT_HWCAP = 16;
  static final int AT_CLKTCK = 17;
  static final int AT_SECURE = 23;
  static final int AT_RANDOM = 25;
  static final int AT_HWCAP2 = 26;
  static final int AT_RSEQ_FEATURE_SIZE = 27;
  static final int AT_RSEQ_ALIGN = 28;
  static final int AT_EXECFN = 31;
  static final int AT_SYSINFO = 32;
  static final int AT_SYSINFO_EHDR = 33;
  static final int AT_MINSIGSTKSZ = 51;

  private long[] words = new long[64];
  private int count;

  /** Appends an entry. */
  AuxVector add(int type, long value) {
    if (count + 2 > words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    words[count++] = type;
    words[count++] = value;
    return this;
  }

  /** Words so far: two for each entry. */
  int count() {
    return count;
  }

  /** One word. */
  long word(int index) {
    return words[index];
  }
}

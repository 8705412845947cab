package tollgate.device;

/**
 * A device's major and minor number and the forms in which user space meets them
 * (include/linux/kdev_t.h).
 *
 * @param major 0 to 4095
 * @param minor 0 to 1048575
 */
public record DeviceNumber(int major, int minor) {
  private static final int MAJOR_MAX = 0xfff;
  private static final int MINOR_MAX = 0xfffff;

  /** Checks the ranges. */
  public DeviceNumber {
    if (major < 0 || major > MAJOR_MAX || minor < 0 || minor > MINOR_MAX) {
      throw new IllegalArgumentException(major + ":" + minor);
    }
  }

  /** Reads the 32-bit form of mknod(2) and stat(2). */
  public static DeviceNumber ofNew(int encoded) {
    return new DeviceNumber(
        (encoded >>> 8) & MAJOR_MAX, (encoded & 0xff) | ((encoded >>> 12) & 0xfff00));
  }

  /** Reads the 16-bit form: a byte each. */
  public static DeviceNumber ofOld(int encoded) {
    return new DeviceNumber((encoded >>> 8) & 0xff, encoded & 0xff);
  }

  /**
   * The form of stat(2) and mknod(2) on both ABIs ({@code new_encode_dev}): 8 bits of the minor, 12
   * of the major, the rest of the minor. Unsigned 32 bits; stat64's 64-bit fields hold the same.
   */
  public long encode() {
    return Integer.toUnsignedLong((minor & 0xff) | major << 8 | (minor & 0xfff00) << 12);
  }

  /** True when {@link #encodeOld} keeps both numbers; a caller's EOVERFLOW otherwise. */
  public boolean fitsOld() {
    return major <= 0xff && minor <= 0xff;
  }

  /** The 16-bit form of i386's oldest stat calls ({@code old_encode_dev}): a byte each. */
  public int encodeOld() {
    return (major & 0xff) << 8 | (minor & 0xff);
  }

  @Override
  public String toString() {
    return major + ":" + minor;
  }
}
